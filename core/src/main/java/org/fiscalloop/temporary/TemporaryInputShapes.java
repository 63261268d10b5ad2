package org.fiscalloop.temporary;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.temporary.TemporaryCommands.ChangeTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;
import org.fiscalloop.temporary.TemporaryCommands.CreateTemporary;
import org.fiscalloop.temporary.TemporaryCommands.ReviseTemporary;
import org.fiscalloop.temporary.TemporaryCommands.SetTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryCeilingSet;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryDisbursed;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryFilledIn;
import org.fiscalloop.temporary.TemporaryEvents.TemporarySettled;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryPaidOut;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryRepaid;
import org.joda.money.Money;

/** The forms of what is asked, told and recorded of temporary payments, for the journal and for trees. */
public final class TemporaryInputShapes {
    private static final int FIRST = 0x170;
    private static final int LAST = 0x17F;

    private static final Type<Id<TemporaryPayment>> PAYMENT = KernelTypes.id(TemporaryPayment.KIND);
    private static final Type<Move> MOVE =
            KernelTypes.move(KernelTypes.idOf(TemporaryPayment.KIND, TemporaryCeiling.KIND));

    static final Shape<SetTemporaryCeiling> SET_CEILING = setCeiling();
    static final Shape<ChangeTemporaryCeiling> CHANGE_CEILING = changeCeiling();
    static final Shape<CreateTemporary> CREATE = two(
            FIRST + 2,
            "create-temporary",
            CreateTemporary.class,
            Field.of("document", PAYMENT, CreateTemporary::document),
            Field.of("terms", Type.nested(TemporaryShapes.TERMS), CreateTemporary::terms),
            CreateTemporary::new);
    static final Shape<ReviseTemporary> REVISE = two(
            FIRST + 3,
            "revise-temporary",
            ReviseTemporary.class,
            Field.of("document", PAYMENT, ReviseTemporary::document),
            Field.of("terms", Type.nested(TemporaryShapes.TERMS), ReviseTemporary::terms),
            ReviseTemporary::new);
    static final Shape<ChargeTemporary> CHARGE = charge();
    static final Shape<TemporaryPaidOut> PAID_OUT = paidOut();
    static final Shape<TemporaryRepaid> REPAID = repaid();
    static final Shape<TemporaryCeilingSet> CEILING_SET = two(
            FIRST + 7,
            "temporary-ceiling-set",
            TemporaryCeilingSet.class,
            Field.of("move", MOVE, TemporaryCeilingSet::move),
            Field.of("terms", Type.nested(TemporaryShapes.CEILING_TERMS), TemporaryCeilingSet::terms),
            TemporaryCeilingSet::new);
    static final Shape<TemporaryFilledIn> FILLED_IN = two(
            FIRST + 8,
            "temporary-filled-in",
            TemporaryFilledIn.class,
            Field.of("move", MOVE, TemporaryFilledIn::move),
            Field.of("terms", Type.nested(TemporaryShapes.TERMS), TemporaryFilledIn::terms),
            TemporaryFilledIn::new);
    static final Shape<TemporaryDisbursed> DISBURSED = two(
            FIRST + 9,
            "temporary-disbursed",
            TemporaryDisbursed.class,
            Field.of("move", MOVE, TemporaryDisbursed::move),
            Field.of("paidOut", TemporaryShapes.PAID_OUT, TemporaryDisbursed::paidOut),
            TemporaryDisbursed::new);
    static final Shape<TemporarySettled> SETTLED = two(
            FIRST + 10,
            "temporary-settled",
            TemporarySettled.class,
            Field.of("move", MOVE, TemporarySettled::move),
            Field.of("settlement", TemporaryShapes.SETTLEMENT, TemporarySettled::settlement),
            TemporarySettled::new);

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "temporary",
            FIRST,
            LAST,
            SET_CEILING,
            CHANGE_CEILING,
            CREATE,
            REVISE,
            CHARGE,
            PAID_OUT,
            REPAID,
            CEILING_SET,
            FILLED_IN,
            DISBURSED,
            SETTLED);

    private TemporaryInputShapes() {}

    /** A form of two fields. */
    private static <B, X, Y> Shape<B> two(
            int tag, String name, Class<B> family, Field<B, X> first, Field<B, Y> second, BiFunction<X, Y, B> maker) {
        return Shape.of(tag, name, family).fields(first, second).maker(v -> maker.apply(v.get(first), v.get(second)));
    }

    private static Shape<SetTemporaryCeiling> setCeiling() {
        Field<SetTemporaryCeiling, CeilingTerms> terms =
                Field.of("terms", Type.nested(TemporaryShapes.CEILING_TERMS), SetTemporaryCeiling::terms);
        return Shape.of(FIRST, "set-temporary-ceiling", SetTemporaryCeiling.class)
                .fields(terms)
                .maker(v -> new SetTemporaryCeiling(v.get(terms)));
    }

    private static Shape<ChangeTemporaryCeiling> changeCeiling() {
        Field<ChangeTemporaryCeiling, Id<TemporaryCeiling>> document =
                Field.of("document", KernelTypes.id(TemporaryCeiling.KIND), ChangeTemporaryCeiling::document);
        Field<ChangeTemporaryCeiling, Money> general =
                Field.of("generalExpenditure", Type.money(), ChangeTemporaryCeiling::generalExpenditure);
        Field<ChangeTemporaryCeiling, Money> fund =
                Field.of("fundExpenditure", Type.money(), ChangeTemporaryCeiling::fundExpenditure);
        Field<ChangeTemporaryCeiling, String> documentNo =
                Field.of("documentNo", Type.text(), ChangeTemporaryCeiling::documentNo);
        return Shape.of(FIRST + 1, "change-temporary-ceiling", ChangeTemporaryCeiling.class)
                .fields(document, general, fund, documentNo)
                .maker(v ->
                        new ChangeTemporaryCeiling(v.get(document), v.get(general), v.get(fund), v.get(documentNo)));
    }

    private static Shape<ChargeTemporary> charge() {
        Field<ChargeTemporary, Id<TemporaryPayment>> document =
                Field.of("document", PAYMENT, ChargeTemporary::document);
        Field<ChargeTemporary, Id<Allotment>> allotment =
                Field.of("allotment", TemporaryShapes.ALLOTMENT, ChargeTemporary::allotment);
        Field<ChargeTemporary, Money> amount = Field.of("amount", Type.money(), ChargeTemporary::amount);
        Field<ChargeTemporary, String> documentNo = Field.of("documentNo", Type.text(), ChargeTemporary::documentNo);
        return Shape.of(FIRST + 4, "charge-temporary", ChargeTemporary.class)
                .fields(document, allotment, amount, documentNo)
                .maker(v -> new ChargeTemporary(v.get(document), v.get(allotment), v.get(amount), v.get(documentNo)));
    }

    private static Shape<TemporaryPaidOut> paidOut() {
        Field<TemporaryPaidOut, Id<TemporaryPayment>> document =
                Field.of("document", PAYMENT, TemporaryPaidOut::document);
        Field<TemporaryPaidOut, String> serial = Field.of("serial", Type.text(), TemporaryPaidOut::serial);
        Field<TemporaryPaidOut, LocalDate> on = Field.of("paidOn", Type.date(), TemporaryPaidOut::paidOn);
        Field<TemporaryPaidOut, Money> amount = Field.of("amount", Type.money(), TemporaryPaidOut::amount);
        return Shape.of(FIRST + 5, "temporary-paid-out", TemporaryPaidOut.class)
                .fields(document, serial, on, amount)
                .maker(v -> new TemporaryPaidOut(v.get(document), v.get(serial), v.get(on), v.get(amount)));
    }

    private static Shape<TemporaryRepaid> repaid() {
        Field<TemporaryRepaid, Id<TemporaryPayment>> document =
                Field.of("document", PAYMENT, TemporaryRepaid::document);
        Field<TemporaryRepaid, String> serial = Field.of("serial", Type.text(), TemporaryRepaid::serial);
        Field<TemporaryRepaid, LocalDate> on = Field.of("receivedOn", Type.date(), TemporaryRepaid::receivedOn);
        Field<TemporaryRepaid, Money> amount = Field.of("amount", Type.money(), TemporaryRepaid::amount);
        return Shape.of(FIRST + 6, "temporary-repaid", TemporaryRepaid.class)
                .fields(document, serial, on, amount)
                .maker(v -> new TemporaryRepaid(v.get(document), v.get(serial), v.get(on), v.get(amount)));
    }
}
