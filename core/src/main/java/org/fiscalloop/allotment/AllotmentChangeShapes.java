package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.AllotmentCommands.CorrectAllotment;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.allotment.AllotmentCommands.SupplementAllotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCorrected;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentOffset;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRecalled;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSupplemented;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.joda.money.Money;

/** The forms of what changes an issued allotment: recall, supplement, correction of codes and offset. */
public final class AllotmentChangeShapes {
    private static final int FIRST_TAG = 0x120;
    private static final int LAST_TAG = 0x12F;

    private static final Type<Id<Allotment>> ID = KernelTypes.id(Allotment.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(Allotment.KIND));
    private static final Type<RecallMode> MODE = Type.enumOf(RecallMode.class);

    static final Shape<RecallAllotment> RECALL = recall();
    static final Shape<SupplementAllotment> SUPPLEMENT = supplement();
    static final Shape<CorrectAllotment> CORRECT = correct();
    static final Shape<OffsetAllotment> OFFSET = offset();
    static final Shape<AllotmentRecalled> RECALLED = recalled();
    static final Shape<AllotmentSupplemented> SUPPLEMENTED = supplemented();
    static final Shape<AllotmentCorrected> CORRECTED = corrected();
    static final Shape<AllotmentOffset> OFFSET_DONE = offsetDone();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "allotment-changes",
            FIRST_TAG,
            LAST_TAG,
            RECALL,
            SUPPLEMENT,
            CORRECT,
            OFFSET,
            RECALLED,
            SUPPLEMENTED,
            CORRECTED,
            OFFSET_DONE);

    private AllotmentChangeShapes() {}

    private static Shape<RecallAllotment> recall() {
        Field<RecallAllotment, Id<Allotment>> document = Field.of("document", ID, RecallAllotment::document);
        Field<RecallAllotment, RecallMode> mode = Field.of("mode", MODE, RecallAllotment::mode);
        Field<RecallAllotment, String> reason = Field.of("reason", Type.text(), RecallAllotment::reason);
        return Shape.of(FIRST_TAG, "recall-allotment", RecallAllotment.class)
                .fields(document, mode, reason)
                .maker(v -> new RecallAllotment(v.get(document), v.get(mode), v.get(reason)));
    }

    private static Shape<SupplementAllotment> supplement() {
        Field<SupplementAllotment, Id<Allotment>> document = Field.of("document", ID, SupplementAllotment::document);
        Field<SupplementAllotment, Money> amount = Field.of("amount", Type.money(), SupplementAllotment::amount);
        Field<SupplementAllotment, String> reason = Field.of("reason", Type.text(), SupplementAllotment::reason);
        return Shape.of(FIRST_TAG + 1, "supplement-allotment", SupplementAllotment.class)
                .fields(document, amount, reason)
                .maker(v -> new SupplementAllotment(v.get(document), v.get(amount), v.get(reason)));
    }

    private static Shape<CorrectAllotment> correct() {
        Field<CorrectAllotment, Id<Allotment>> document = Field.of("document", ID, CorrectAllotment::document);
        Field<CorrectAllotment, Elements> elements =
                Field.of("elements", MasterdataTypes.ELEMENTS, CorrectAllotment::elements);
        Field<CorrectAllotment, String> reason = Field.of("reason", Type.text(), CorrectAllotment::reason);
        return Shape.of(FIRST_TAG + 2, "correct-allotment", CorrectAllotment.class)
                .fields(document, elements, reason)
                .maker(v -> new CorrectAllotment(v.get(document), v.get(elements), v.get(reason)));
    }

    private static Shape<OffsetAllotment> offset() {
        Field<OffsetAllotment, Id<Allotment>> document = Field.of("document", ID, OffsetAllotment::document);
        Field<OffsetAllotment, Id<Allotment>> formal = Field.of("formal", ID, OffsetAllotment::formal);
        Field<OffsetAllotment, Money> amount = Field.of("amount", Type.money(), OffsetAllotment::amount);
        return Shape.of(FIRST_TAG + 3, "offset-allotment", OffsetAllotment.class)
                .fields(document, formal, amount)
                .maker(v -> new OffsetAllotment(v.get(document), v.get(formal), v.get(amount)));
    }

    private static Shape<AllotmentRecalled> recalled() {
        Field<AllotmentRecalled, Move> move = Field.of("move", MOVE, AllotmentRecalled::move);
        Field<AllotmentRecalled, RecallMode> mode = Field.of("mode", MODE, AllotmentRecalled::mode);
        Field<AllotmentRecalled, Money> amount = Field.of("amount", Type.money(), AllotmentRecalled::amount);
        Field<AllotmentRecalled, String> reason = Field.of("reason", Type.text(), AllotmentRecalled::reason);
        return Shape.of(FIRST_TAG + 4, "allotment-recalled", AllotmentRecalled.class)
                .fields(move, mode, amount, reason)
                .maker(v -> new AllotmentRecalled(v.get(move), v.get(mode), v.get(amount), v.get(reason)));
    }

    private static Shape<AllotmentSupplemented> supplemented() {
        Field<AllotmentSupplemented, Move> move = Field.of("move", MOVE, AllotmentSupplemented::move);
        Field<AllotmentSupplemented, Money> amount = Field.of("amount", Type.money(), AllotmentSupplemented::amount);
        Field<AllotmentSupplemented, String> reason = Field.of("reason", Type.text(), AllotmentSupplemented::reason);
        return Shape.of(FIRST_TAG + 5, "allotment-supplemented", AllotmentSupplemented.class)
                .fields(move, amount, reason)
                .maker(v -> new AllotmentSupplemented(v.get(move), v.get(amount), v.get(reason)));
    }

    private static Shape<AllotmentCorrected> corrected() {
        Field<AllotmentCorrected, Move> move = Field.of("move", MOVE, AllotmentCorrected::move);
        Field<AllotmentCorrected, Elements> elements =
                Field.of("elements", MasterdataTypes.ELEMENTS, AllotmentCorrected::elements);
        Field<AllotmentCorrected, Money> amount = Field.of("amount", Type.money(), AllotmentCorrected::amount);
        Field<AllotmentCorrected, String> reason = Field.of("reason", Type.text(), AllotmentCorrected::reason);
        return Shape.of(FIRST_TAG + 6, "allotment-corrected", AllotmentCorrected.class)
                .fields(move, elements, amount, reason)
                .maker(v -> new AllotmentCorrected(v.get(move), v.get(elements), v.get(amount), v.get(reason)));
    }

    private static Shape<AllotmentOffset> offsetDone() {
        Field<AllotmentOffset, ImmutableList<Move>> moves = Field.of("moves", Type.list(MOVE), AllotmentOffset::moves);
        Field<AllotmentOffset, Money> amount = Field.of("amount", Type.money(), AllotmentOffset::amount);
        return Shape.of(FIRST_TAG + 7, "allotment-offset", AllotmentOffset.class)
                .fields(moves, amount)
                .maker(v -> new AllotmentOffset(v.get(moves), v.get(amount)));
    }
}
