package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.JournalRecord.Header;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.ledger.Dimensions;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Move;

/**
 * The form of a journal record, in bytes and as a tree.
 *
 * <p>The content comes first, so that its bytes depend on nothing else in the record. A codec is a constant and serves
 * any number of threads, each with an {@link Output} of its own.
 */
public final class RecordCodec {

    private final Shape<JournalRecord> shape;
    private final Input.Pool pool = new Input.Pool(4096);

    /** The codec of records that hold values of these shapes, ids of these kinds and lines with these dimensions. */
    public RecordCodec(ShapeRegistry shapes, ImmutableSet<DocumentKind<?>> kinds, Dimensions dimensions) {
        this.shape = recordShape(shapes.any(), kinds, dimensions);
    }

    /** The shape of a record, for its tree and its documentation. */
    public Shape<JournalRecord> shape() {
        return shape;
    }

    /** The canonical bytes of a record, made in {@code scratch}. */
    public Bytes encode(JournalRecord record, Output scratch) {
        scratch.clear();
        shape.write(record, scratch);
        return scratch.toBytes();
    }

    /** The record of stored bytes. Throws {@link JournalFormatException}. */
    public JournalRecord decode(Bytes bytes) {
        return shape.decode(bytes, pool);
    }

    private static Shape<JournalRecord> recordShape(
            Type<Object> any, ImmutableSet<DocumentKind<?>> kinds, Dimensions dimensions) {
        Field<JournalRecord, Object> content = Field.of("content", any, JournalRecord::content);
        Field<JournalRecord, Header> header = Field.of("header", headerType(), JournalRecord::header);
        Field<JournalRecord, ImmutableList<Object>> events = Field.of("events", Type.list(any), JournalRecord::events);
        Field<JournalRecord, ImmutableList<LinkedMove>> moves =
                Field.of("moves", Type.list(linkedMoveType(kinds)), JournalRecord::moves);
        Field<JournalRecord, ImmutableList<Entry>> entries =
                Field.of("entries", Type.list(KernelTypes.entry(dimensions)), JournalRecord::entries);
        Field<JournalRecord, ImmutableList<Refusal>> refusals =
                Field.of("refusals", Type.list(KernelTypes.refusal()), JournalRecord::refusals);
        Field<JournalRecord, ImmutableList<Refusal>> warnings =
                Field.of("warnings", Type.list(KernelTypes.refusal()), JournalRecord::warnings);
        return Shape.<JournalRecord>nested("record")
                .fields(content, header, events, moves, entries, refusals, warnings)
                .maker(v -> new JournalRecord(
                        v.get(header),
                        v.get(content),
                        v.get(events),
                        v.get(moves),
                        v.get(entries),
                        v.get(refusals),
                        v.get(warnings)));
    }

    private static Type<Header> headerType() {
        Field<Header, String> sender = Field.of("sender", Type.text(), Header::sender);
        Field<Header, String> id = Field.of("id", Type.text(), Header::id);
        Field<Header, String> actor = Field.of("actor", Type.text(), Header::actor);
        Field<Header, String> division = Field.of("division", Type.text(), Header::division);
        Field<Header, Integer> fiscalYear = Field.ofInt("fiscalYear", Header::fiscalYear);
        Field<Header, LocalDate> on = Field.of("on", Type.date(), Header::on);
        Field<Header, Bytes> fingerprint = Field.of("fingerprint", Type.bytes(), Header::fingerprint);
        Field<Header, Outcome> outcome = Field.of("outcome", Type.enumOf(Outcome.class), Header::outcome);
        return Type.nested(Shape.<Header>nested("header")
                .fields(sender, id, actor, division, fiscalYear, on, fingerprint, outcome)
                .maker(v -> new Header(
                        v.get(sender),
                        v.get(id),
                        v.get(actor),
                        v.get(division),
                        v.get(fiscalYear),
                        v.get(on),
                        v.get(fingerprint),
                        v.get(outcome))));
    }

    private static Type<LinkedMove> linkedMoveType(ImmutableSet<DocumentKind<?>> kinds) {
        Field<LinkedMove, Move> move = Field.of("move", KernelTypes.move(KernelTypes.idOf(kinds)), LinkedMove::move);
        Field<LinkedMove, OptionalLong> previous = Field.of("previous", KernelTypes.position(), LinkedMove::previous);
        return Type.nested(Shape.<LinkedMove>nested("linked-move")
                .fields(move, previous)
                .maker(v -> new LinkedMove(v.get(move), v.get(previous))));
    }
}
