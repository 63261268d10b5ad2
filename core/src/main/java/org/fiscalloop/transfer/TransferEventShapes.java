package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentShapes;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetShapes;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.project.Project;
import org.fiscalloop.transfer.TransferEvents.MessageAcknowledged;
import org.fiscalloop.transfer.TransferEvents.RecallArrived;
import org.fiscalloop.transfer.TransferEvents.Reply;
import org.fiscalloop.transfer.TransferEvents.TransferArrived;
import org.fiscalloop.transfer.TransferEvents.TransferAskedBack;
import org.fiscalloop.transfer.TransferEvents.TransferFilledIn;
import org.fiscalloop.transfer.TransferEvents.TransferGivenBack;
import org.fiscalloop.transfer.TransferEvents.TransferIssued;
import org.fiscalloop.transfer.TransferEvents.TransferReceived;
import org.fiscalloop.transfer.TransferEvents.TransferTakenBack;
import org.fiscalloop.transfer.TransferNotices.TransferRecalled;
import org.fiscalloop.transfer.TransferNotices.TransferReturned;
import org.fiscalloop.transfer.TransferNotices.TransferSent;
import org.joda.money.Money;

/** The forms of what happens to transfers. */
public final class TransferEventShapes {
    private static final int FIRST = 0x160;
    private static final int LAST = 0x16F;

    private static final Type<Move> MOVE = KernelTypes.move(
            KernelTypes.idOf(Transfer.KIND, ReceivedTransfer.KIND, BudgetLine.KIND, Allotment.KIND, Project.KIND));
    private static final Type<Reply> REPLY = Type.nested(reply());

    static final Shape<TransferFilledIn> FILLED_IN = filledIn();
    static final Shape<TransferIssued> ISSUED = issued();
    static final Shape<TransferAskedBack> ASKED_BACK = askedBack();
    static final Shape<MessageAcknowledged> ACKNOWLEDGED = acknowledged();
    static final Shape<TransferTakenBack> TAKEN_BACK = takenBack();
    static final Shape<TransferArrived> ARRIVED = arrived();
    static final Shape<RecallArrived> RECALL_ARRIVED = recallArrived();
    static final Shape<TransferReceived> RECEIVED = received();
    static final Shape<TransferGivenBack> GIVEN_BACK = givenBack();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "transfer-events",
            FIRST,
            LAST,
            FILLED_IN,
            ISSUED,
            ASKED_BACK,
            ACKNOWLEDGED,
            TAKEN_BACK,
            ARRIVED,
            RECALL_ARRIVED,
            RECEIVED,
            GIVEN_BACK);

    private TransferEventShapes() {}

    private static Shape<Reply> reply() {
        Field<Reply, String> to = Field.of("to", Type.text(), Reply::to);
        Field<Reply, Integer> fiscalYear = Field.ofInt("fiscalYear", Reply::fiscalYear);
        Field<Reply, Id<?>> document = Field.of("document", TransferShapes.ANY, Reply::document);
        Field<Reply, InputId> message = Field.of("message", TransferShapes.MESSAGE_NUMBER, Reply::message);
        return Shape.<Reply>nested("reply")
                .fields(to, fiscalYear, document, message)
                .maker(v -> new Reply(v.get(to), v.get(fiscalYear), v.get(document), v.get(message)));
    }

    private static Shape<TransferFilledIn> filledIn() {
        Field<TransferFilledIn, Move> move = Field.of("move", MOVE, TransferFilledIn::move);
        Field<TransferFilledIn, TransferTerms> terms =
                Field.of("terms", Type.nested(TransferShapes.TERMS), TransferFilledIn::terms);
        return Shape.of(FIRST, "transfer-filled-in", TransferFilledIn.class)
                .fields(move, terms)
                .maker(v -> new TransferFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<TransferIssued> issued() {
        Field<TransferIssued, Move> move = Field.of("move", MOVE, TransferIssued::move);
        Field<TransferIssued, TransferSent> told =
                Field.of("told", Type.nested(TransferShapes.SENT), TransferIssued::told);
        Field<TransferIssued, Optional<InputId>> before =
                Field.of("before", Type.optional(TransferShapes.MESSAGE_NUMBER), TransferIssued::before);
        return Shape.of(FIRST + 1, "transfer-issued", TransferIssued.class)
                .fields(move, told, before)
                .maker(v -> new TransferIssued(v.get(move), v.get(told), v.get(before)));
    }

    private static Shape<TransferAskedBack> askedBack() {
        Field<TransferAskedBack, Move> move = Field.of("move", MOVE, TransferAskedBack::move);
        Field<TransferAskedBack, String> to = Field.of("to", Type.text(), TransferAskedBack::to);
        Field<TransferAskedBack, Integer> fiscalYear = Field.ofInt("fiscalYear", TransferAskedBack::fiscalYear);
        Field<TransferAskedBack, TransferRecalled> told =
                Field.of("told", Type.nested(TransferShapes.RECALLED), TransferAskedBack::told);
        return Shape.of(FIRST + 2, "transfer-asked-back", TransferAskedBack.class)
                .fields(move, to, fiscalYear, told)
                .maker(v -> new TransferAskedBack(v.get(move), v.get(to), v.get(fiscalYear), v.get(told)));
    }

    private static Shape<MessageAcknowledged> acknowledged() {
        Field<MessageAcknowledged, Move> move = Field.of("move", MOVE, MessageAcknowledged::move);
        Field<MessageAcknowledged, InputId> message =
                Field.of("message", TransferShapes.MESSAGE_NUMBER, MessageAcknowledged::message);
        return Shape.of(FIRST + 3, "message-acknowledged", MessageAcknowledged.class)
                .fields(move, message)
                .maker(v -> new MessageAcknowledged(v.get(move), v.get(message)));
    }

    private static Shape<TransferTakenBack> takenBack() {
        Field<TransferTakenBack, Move> move = Field.of("move", MOVE, TransferTakenBack::move);
        Field<TransferTakenBack, Money> amount = Field.of("amount", Type.money(), TransferTakenBack::amount);
        Field<TransferTakenBack, String> reason = Field.of("reason", Type.text(), TransferTakenBack::reason);
        Field<TransferTakenBack, Reply> reply = Field.of("reply", REPLY, TransferTakenBack::reply);
        return Shape.of(FIRST + 4, "transfer-taken-back", TransferTakenBack.class)
                .fields(move, amount, reason, reply)
                .maker(v -> new TransferTakenBack(v.get(move), v.get(amount), v.get(reason), v.get(reply)));
    }

    private static Shape<TransferArrived> arrived() {
        Field<TransferArrived, Move> move = Field.of("move", MOVE, TransferArrived::move);
        Field<TransferArrived, ReceivedTerms> terms =
                Field.of("terms", Type.nested(TransferShapes.RECEIVED_TERMS), TransferArrived::terms);
        Field<TransferArrived, Reply> reply = Field.of("reply", REPLY, TransferArrived::reply);
        return Shape.of(FIRST + 5, "transfer-arrived", TransferArrived.class)
                .fields(move, terms, reply)
                .maker(v -> new TransferArrived(v.get(move), v.get(terms), v.get(reply)));
    }

    private static Shape<RecallArrived> recallArrived() {
        Field<RecallArrived, Move> move = Field.of("move", MOVE, RecallArrived::move);
        Field<RecallArrived, Money> amount = Field.of("amount", Type.money(), RecallArrived::amount);
        Field<RecallArrived, String> reason = Field.of("reason", Type.text(), RecallArrived::reason);
        Field<RecallArrived, Reply> reply = Field.of("reply", REPLY, RecallArrived::reply);
        return Shape.of(FIRST + 6, "recall-arrived", RecallArrived.class)
                .fields(move, amount, reason, reply)
                .maker(v -> new RecallArrived(v.get(move), v.get(amount), v.get(reason), v.get(reply)));
    }

    private static Shape<TransferReceived> received() {
        Field<TransferReceived, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(MOVE), TransferReceived::moves);
        Field<TransferReceived, BudgetTerms> line =
                Field.of("line", Type.nested(BudgetShapes.TERMS), TransferReceived::line);
        Field<TransferReceived, AllotmentTerms> allotment =
                Field.of("allotment", Type.nested(AllotmentShapes.TERMS), TransferReceived::allotment);
        return Shape.of(FIRST + 7, "transfer-received", TransferReceived.class)
                .fields(moves, line, allotment)
                .maker(v -> new TransferReceived(v.get(moves), v.get(line), v.get(allotment)));
    }

    private static Shape<TransferGivenBack> givenBack() {
        Field<TransferGivenBack, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(MOVE), TransferGivenBack::moves);
        Field<TransferGivenBack, String> to = Field.of("to", Type.text(), TransferGivenBack::to);
        Field<TransferGivenBack, Integer> fiscalYear = Field.ofInt("fiscalYear", TransferGivenBack::fiscalYear);
        Field<TransferGivenBack, TransferReturned> told =
                Field.of("told", Type.nested(TransferShapes.RETURNED), TransferGivenBack::told);
        return Shape.of(FIRST + 8, "transfer-given-back", TransferGivenBack.class)
                .fields(moves, to, fiscalYear, told)
                .maker(v -> new TransferGivenBack(v.get(moves), v.get(to), v.get(fiscalYear), v.get(told)));
    }
}
