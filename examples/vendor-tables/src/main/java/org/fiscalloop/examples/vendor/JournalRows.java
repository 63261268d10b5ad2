package org.fiscalloop.examples.vendor;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.HashChain;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Output;
import org.fiscalloop.journal.StoredRecord;
import org.fiscalloop.loop.LoopFlow;

/** The rows of the journal of one set of books, in one transaction. */
final class JournalRows {
    private static final String BEGIN = "insert into JOURNAL_HEAD (BOOK_SET, NEXT_POSITION, LAST_HASH, TURNOVER,"
            + " PARKED) values (?, 0, ?, 0, 0)";
    private static final String HEAD =
            "select NEXT_POSITION, LAST_HASH, TURNOVER, PARKED from JOURNAL_HEAD where BOOK_SET = ?";
    private static final String ADVANCE =
            "update JOURNAL_HEAD set NEXT_POSITION = ?, LAST_HASH = ?, TURNOVER = ?, PARKED = ? where BOOK_SET = ?";
    private static final String APPEND = "insert into JOURNAL_RECORD (BOOK_SET, RECORD_POSITION, INPUT_KIND, SENDER,"
            + " INPUT_ID, MOF_DIV_CODE, FISCAL_YEAR, RESULT, CANONICAL_FORM, CHAIN_HASH)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String READ =
            "select CANONICAL_FORM, CHAIN_HASH from JOURNAL_RECORD where BOOK_SET = ? and RECORD_POSITION = ?";
    private static final String RECORDED = "select RECORD_POSITION, CANONICAL_FORM from JOURNAL_RECORD"
            + " where BOOK_SET = ? and INPUT_KIND = ? and SENDER = ? and INPUT_ID = ?";

    private final Connection connection;
    private final String bookSet;
    private final Output scratch = new Output();

    /**
     * Where the journal ends.
     *
     * @param next the position of the next record
     * @param hash of the last record, which binds all before it; empty before the first
     * @param turnover what no balance exceeds, in fen
     * @param parked how many notices wait
     */
    record Head(long next, Bytes hash, long turnover, long parked) {}

    /** A record and where it stands. */
    record Recorded(long position, JournalRecord record) {}

    JournalRows(Connection connection, String bookSet) {
        this.connection = connection;
        this.bookSet = bookSet;
    }

    private static Bytes bytes(byte[] array) {
        return Bytes.copyOf(ByteBuffer.wrap(array));
    }

    /** Begins the journal of a set of books that has none. */
    void begin() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setString(1, bookSet);
            insert.setBytes(2, new byte[0]);
            insert.executeUpdate();
        }
    }

    /** Where the journal ends now; absent if it has not begun. */
    Optional<Head> head() throws SQLException {
        return head(HEAD);
    }

    /** The same, and nobody else appends until this transaction ends. */
    Head lock() throws SQLException {
        return head(HEAD + " for update").orElseThrow(() -> new SQLException("no set of books " + bookSet));
    }

    private Optional<Head> head(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, bookSet);
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Head(
                                found.getLong(1), bytes(found.getBytes(2)), found.getLong(3), found.getLong(4)))
                        : Optional.empty();
            }
        }
    }

    /** Appends a record where the journal ends, and gives where it ends then. */
    Head append(Head head, JournalRecord record, long turnover, long parked) throws SQLException {
        Bytes form = LoopFlow.CODEC.encode(record, scratch);
        Bytes hash = HashChain.SHA_256.next(head.hash(), form);
        JournalRecord.Header header = record.header();
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, bookSet);
            insert.setLong(2, head.next());
            insert.setString(3, header.kind().name());
            insert.setString(4, header.sender());
            insert.setString(5, header.id());
            insert.setString(6, header.division());
            insert.setString(7, Integer.toString(header.fiscalYear()));
            insert.setString(8, header.outcome().name());
            insert.setBytes(9, form.toByteArray());
            insert.setBytes(10, hash.toByteArray());
            insert.executeUpdate();
        }
        return new Head(head.next() + 1, hash, turnover, parked);
    }

    /** Writes where the journal ends. */
    void advance(Head head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, head.next());
            update.setBytes(2, head.hash().toByteArray());
            update.setLong(3, head.turnover());
            update.setLong(4, head.parked());
            update.setString(5, bookSet);
            update.executeUpdate();
        }
    }

    /** The record at a position as it is stored; absent where the journal does not reach. */
    Optional<StoredRecord> read(long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setString(1, bookSet);
            select.setLong(2, position);
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new StoredRecord(position, bytes(found.getBytes(1)), bytes(found.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    /** The record of an input that has come before. */
    Optional<Recorded> recorded(JournalRecord.Kind kind, InputId input) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECORDED)) {
            select.setString(1, bookSet);
            select.setString(2, kind.name());
            select.setString(3, input.sender());
            select.setString(4, input.value());
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Recorded(found.getLong(1), LoopFlow.CODEC.decode(bytes(found.getBytes(2)))))
                        : Optional.empty();
            }
        }
    }
}
