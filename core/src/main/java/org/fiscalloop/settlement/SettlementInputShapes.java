package org.fiscalloop.settlement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.settlement.SettlementCommands.CreateCashTransfer;
import org.fiscalloop.settlement.SettlementCommands.CreateSettlement;
import org.fiscalloop.settlement.SettlementCommands.ReviseCashTransfer;
import org.fiscalloop.settlement.SettlementCommands.ReviseSettlement;
import org.fiscalloop.settlement.SettlementEvents.CashArrived;
import org.fiscalloop.settlement.SettlementEvents.CashFilledIn;
import org.fiscalloop.settlement.SettlementEvents.CashLeft;
import org.fiscalloop.settlement.SettlementEvents.Reply;
import org.fiscalloop.settlement.SettlementEvents.SettlementArrived;
import org.fiscalloop.settlement.SettlementEvents.SettlementFilledIn;
import org.fiscalloop.settlement.SettlementEvents.SettlementLeft;
import org.fiscalloop.settlement.SettlementEvents.SettlementMessageAcknowledged;
import org.fiscalloop.settlement.SettlementNotices.CashPaid;
import org.fiscalloop.settlement.SettlementNotices.CashSent;
import org.fiscalloop.settlement.SettlementNotices.SettlementIssued;
import org.fiscalloop.settlement.SettlementNotices.SettlementMessageReceived;
import org.fiscalloop.transfer.TransferShapes;
import org.joda.money.Money;

/** The forms of what is asked, told and recorded of money between levels, for the journal and for trees. */
public final class SettlementInputShapes {
    private static final int FIRST = 0x1E0;
    private static final int LAST = 0x1EF;

    private static final Type<Id<?>> SENT_ID = KernelTypes.idOf(CashTransfer.KIND, Settlement.KIND);
    private static final Type<Id<CashTransfer>> CASH_ID = KernelTypes.id(CashTransfer.KIND);
    private static final Type<Id<Settlement>> ID = KernelTypes.id(Settlement.KIND);
    private static final Type<CashTerms> CASH_TERMS = Type.nested(SettlementShapes.CASH_TERMS);
    private static final Type<SettlementTerms> TERMS = Type.nested(SettlementShapes.TERMS);
    private static final Type<Move> MOVE = KernelTypes.move(
            KernelTypes.idOf(CashTransfer.KIND, ReceivedCash.KIND, Settlement.KIND, ReceivedSettlement.KIND));
    private static final Type<Reply> REPLY = Type.nested(reply());

    static final Shape<CreateCashTransfer> CREATE_CASH = two(
            FIRST,
            "create-cash-transfer",
            CreateCashTransfer.class,
            Field.of("document", CASH_ID, CreateCashTransfer::document),
            Field.of("terms", CASH_TERMS, CreateCashTransfer::terms),
            CreateCashTransfer::new);
    static final Shape<ReviseCashTransfer> REVISE_CASH = two(
            FIRST + 1,
            "revise-cash-transfer",
            ReviseCashTransfer.class,
            Field.of("document", CASH_ID, ReviseCashTransfer::document),
            Field.of("terms", CASH_TERMS, ReviseCashTransfer::terms),
            ReviseCashTransfer::new);
    static final Shape<CreateSettlement> CREATE = two(
            FIRST + 2,
            "create-settlement",
            CreateSettlement.class,
            Field.of("document", ID, CreateSettlement::document),
            Field.of("terms", TERMS, CreateSettlement::terms),
            CreateSettlement::new);
    static final Shape<ReviseSettlement> REVISE = two(
            FIRST + 3,
            "revise-settlement",
            ReviseSettlement.class,
            Field.of("document", ID, ReviseSettlement::document),
            Field.of("terms", TERMS, ReviseSettlement::terms),
            ReviseSettlement::new);
    static final Shape<CashPaid> PAID = paid();
    static final Shape<CashSent> SENT = two(
            FIRST + 5,
            "cash-sent",
            CashSent.class,
            Field.of("money", CASH_ID, CashSent::money),
            Field.of("terms", CASH_TERMS, CashSent::terms),
            CashSent::new);
    static final Shape<SettlementIssued> ISSUED = two(
            FIRST + 6,
            "settlement-issued",
            SettlementIssued.class,
            Field.of("settlement", ID, SettlementIssued::settlement),
            Field.of("terms", TERMS, SettlementIssued::terms),
            SettlementIssued::new);
    static final Shape<SettlementMessageReceived> MESSAGE = two(
            FIRST + 7,
            "settlement-message-received",
            SettlementMessageReceived.class,
            Field.of("document", SENT_ID, SettlementMessageReceived::document),
            Field.of("message", TransferShapes.MESSAGE_NUMBER, SettlementMessageReceived::message),
            SettlementMessageReceived::new);
    static final Shape<CashFilledIn> CASH_FILLED_IN = two(
            FIRST + 8,
            "cash-filled-in",
            CashFilledIn.class,
            Field.of("move", MOVE, CashFilledIn::move),
            Field.of("terms", CASH_TERMS, CashFilledIn::terms),
            CashFilledIn::new);
    static final Shape<CashLeft> CASH_LEFT = cashLeft();
    static final Shape<CashArrived> CASH_ARRIVED = cashArrived();
    static final Shape<SettlementFilledIn> FILLED_IN = two(
            FIRST + 11,
            "settlement-filled-in",
            SettlementFilledIn.class,
            Field.of("move", MOVE, SettlementFilledIn::move),
            Field.of("terms", TERMS, SettlementFilledIn::terms),
            SettlementFilledIn::new);
    static final Shape<SettlementLeft> LEFT = left();
    static final Shape<SettlementArrived> ARRIVED = arrived();
    static final Shape<SettlementMessageAcknowledged> ACKNOWLEDGED = two(
            FIRST + 14,
            "settlement-message-acknowledged",
            SettlementMessageAcknowledged.class,
            Field.of("move", MOVE, SettlementMessageAcknowledged::move),
            Field.of("message", TransferShapes.MESSAGE_NUMBER, SettlementMessageAcknowledged::message),
            SettlementMessageAcknowledged::new);

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "settlement",
            FIRST,
            LAST,
            CREATE_CASH,
            REVISE_CASH,
            CREATE,
            REVISE,
            PAID,
            SENT,
            ISSUED,
            MESSAGE,
            CASH_FILLED_IN,
            CASH_LEFT,
            CASH_ARRIVED,
            FILLED_IN,
            LEFT,
            ARRIVED,
            ACKNOWLEDGED);

    private SettlementInputShapes() {}

    /** A form of two fields. */
    private static <B, X, Y> Shape<B> two(
            int tag, String name, Class<B> family, Field<B, X> first, Field<B, Y> second, BiFunction<X, Y, B> maker) {
        return Shape.of(tag, name, family).fields(first, second).maker(v -> maker.apply(v.get(first), v.get(second)));
    }

    private static Shape<Reply> reply() {
        Field<Reply, Id<?>> document = Field.of("document", SENT_ID, Reply::document);
        Field<Reply, InputId> message = Field.of("message", TransferShapes.MESSAGE_NUMBER, Reply::message);
        return Shape.<Reply>nested("settlement-reply")
                .fields(document, message)
                .maker(v -> new Reply(v.get(document), v.get(message)));
    }

    private static Shape<CashPaid> paid() {
        Field<CashPaid, Id<CashTransfer>> document = Field.of("document", CASH_ID, CashPaid::document);
        Field<CashPaid, String> serial = Field.of("serial", Type.text(), CashPaid::serial);
        Field<CashPaid, LocalDate> on = Field.of("paidOn", Type.date(), CashPaid::paidOn);
        Field<CashPaid, Money> amount = Field.of("amount", Type.money(), CashPaid::amount);
        return Shape.of(FIRST + 4, "cash-paid", CashPaid.class)
                .fields(document, serial, on, amount)
                .maker(v -> new CashPaid(v.get(document), v.get(serial), v.get(on), v.get(amount)));
    }

    private static Shape<CashLeft> cashLeft() {
        Field<CashLeft, Move> move = Field.of("move", MOVE, CashLeft::move);
        Field<CashLeft, CashTerms> terms = Field.of("terms", CASH_TERMS, CashLeft::terms);
        Field<CashLeft, CashSent> told = Field.of("told", Type.nested(SENT), CashLeft::told);
        Field<CashLeft, Optional<InputId>> before =
                Field.of("before", Type.optional(TransferShapes.MESSAGE_NUMBER), CashLeft::before);
        return Shape.of(FIRST + 9, "cash-left", CashLeft.class)
                .fields(move, terms, told, before)
                .maker(v -> new CashLeft(v.get(move), v.get(terms), v.get(told), v.get(before)));
    }

    private static Shape<CashArrived> cashArrived() {
        Field<CashArrived, Move> move = Field.of("move", MOVE, CashArrived::move);
        Field<CashArrived, CashTerms> terms = Field.of("terms", CASH_TERMS, CashArrived::terms);
        Field<CashArrived, Reply> reply = Field.of("reply", REPLY, CashArrived::reply);
        return Shape.of(FIRST + 10, "cash-arrived", CashArrived.class)
                .fields(move, terms, reply)
                .maker(v -> new CashArrived(v.get(move), v.get(terms), v.get(reply)));
    }

    private static Shape<SettlementLeft> left() {
        Field<SettlementLeft, Move> move = Field.of("move", MOVE, SettlementLeft::move);
        Field<SettlementLeft, SettlementIssued> told = Field.of("told", Type.nested(ISSUED), SettlementLeft::told);
        Field<SettlementLeft, Optional<InputId>> before =
                Field.of("before", Type.optional(TransferShapes.MESSAGE_NUMBER), SettlementLeft::before);
        return Shape.of(FIRST + 12, "settlement-left", SettlementLeft.class)
                .fields(move, told, before)
                .maker(v -> new SettlementLeft(v.get(move), v.get(told), v.get(before)));
    }

    private static Shape<SettlementArrived> arrived() {
        Field<SettlementArrived, Move> move = Field.of("move", MOVE, SettlementArrived::move);
        Field<SettlementArrived, SettlementTerms> terms = Field.of("terms", TERMS, SettlementArrived::terms);
        Field<SettlementArrived, Reply> reply = Field.of("reply", REPLY, SettlementArrived::reply);
        return Shape.of(FIRST + 13, "settlement-arrived", SettlementArrived.class)
                .fields(move, terms, reply)
                .maker(v -> new SettlementArrived(v.get(move), v.get(terms), v.get(reply)));
    }
}
