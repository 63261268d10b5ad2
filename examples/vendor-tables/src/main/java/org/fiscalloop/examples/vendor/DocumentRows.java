package org.fiscalloop.examples.vendor;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NoticeCase;
import org.fiscalloop.loop.NoticeState;
import org.fiscalloop.rulebook.RuleTimeline;

/** The rows of documents of one set of books, in one transaction. */
final class DocumentRows {
    private static final String WAITING = "select CASE_ID from NOTICE_CASE where BOOK_SET = ? and AWAITED = ?"
            + " and DOC_STATE = '" + NoticeState.PARKED + "' order by MOVED_AT, MOVED_NO";

    private final Connection connection;
    private final String bookSet;
    private final RuleTimeline rules;

    /**
     * A document as a row keeps it.
     *
     * @param version its version, 0 for a document that is not there
     * @param movedAt the position of the record that moved it last
     */
    record Row(Optional<FlowDocument<?, ?>> document, int version, long movedAt) {}

    DocumentRows(Connection connection, String bookSet, RuleTimeline rules) {
        this.connection = connection;
        this.bookSet = bookSet;
        this.rules = rules;
    }

    /** The row of a document. */
    Row read(Id<?> id) throws SQLException {
        DocumentTable<?> table = StandardTables.of(id.kind());
        try (PreparedStatement select = connection.prepareStatement(table.select())) {
            select.setString(1, bookSet);
            select.setString(2, table.key(id));
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? row(id, found) : new Row(Optional.empty(), 0, -1);
            }
        }
    }

    private Row row(Id<?> id, ResultSet found) throws SQLException {
        RuleSet moved = rules(Bytes.fromHex(found.getString("RULEBOOK")));
        Bytes form = Bytes.copyOf(ByteBuffer.wrap(found.getBytes("EXACT_FORM")));
        FlowDocument<?, ?> document = ExactForm.of(id.kind()).restore(id, form, moved);
        return new Row(Optional.of(document), found.getInt("DOC_VERSION"), found.getLong("MOVED_AT"));
    }

    /** The rules by which a document was moved last; a notice that came when none were in force was filed by any. */
    private RuleSet rules(Bytes fingerprint) {
        return rules.byFingerprint(fingerprint).orElseGet(() -> rules.all().get(0));
    }

    /** The notices that wait for a document, in the order in which they came. */
    ImmutableList<Id<NoticeCase>> waitingFor(Id<?> document) throws SQLException {
        ImmutableList.Builder<Id<NoticeCase>> waiting = ImmutableList.builder();
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, bookSet);
            select.setString(2, document.toString());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    waiting.add(new Id<>(NoticeCase.KIND, found.getString(1)));
                }
            }
        }
        return waiting.build();
    }

    /**
     * What is written of a move beside the document itself.
     *
     * @param record what moved it
     * @param first the first move of the document in the record
     * @param position of the record
     * @param number the number of the document among those of the record
     */
    record Moving(JournalRecord record, LinkedMove first, long position, int number) {
        /** The version that the document had before; 0 if the record makes it or brings it in. */
        int before() {
            return first.previous().isEmpty() ? 0 : first.move().version() - 1;
        }
    }

    /**
     * Writes a document that a record has moved.
     *
     * @throws LostRaceException if its row is not at the version from which the record moves it
     */
    void write(FlowDocument<?, ?> document, Moving moving) throws SQLException {
        write(StandardTables.of(document.id().kind()), document, moving);
    }

    private <D extends Document> void write(DocumentTable<D> table, FlowDocument<?, ?> document, Moving moving)
            throws SQLException {
        int before = moving.before();
        boolean isNew = before == 0;
        try (PreparedStatement write = connection.prepareStatement(isNew ? table.insert() : table.update())) {
            int at = bind(write, document, moving);
            D typed = table.type().cast(document);
            for (Column<D> column : table.columns()) {
                write.setObject(++at, column.value().apply(typed));
            }
            write.setString(++at, bookSet);
            write.setString(++at, table.key(document.id()));
            if (!isNew) {
                write.setInt(++at, before);
            }
            if (write.executeUpdate() == 0) {
                throw new LostRaceException(document.id() + " is not at version " + before);
            }
        }
    }

    private static int bind(PreparedStatement write, FlowDocument<?, ?> document, Moving moving) throws SQLException {
        int at = 0;
        write.setString(++at, document.division());
        write.setString(++at, Integer.toString(document.fiscalYear()));
        write.setString(++at, document.agency());
        write.setString(++at, document.state().name());
        write.setInt(++at, document.standing().version());
        write.setLong(++at, moving.position);
        write.setInt(++at, moving.number);
        write.setString(++at, moving.record.header().fingerprint().toString());
        write.setBytes(++at, ExactForm.of(document.id().kind()).bytes(document).toByteArray());
        return at;
    }
}
