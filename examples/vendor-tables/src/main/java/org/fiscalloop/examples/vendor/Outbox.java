package org.fiscalloop.examples.vendor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.Json;
import org.fiscalloop.json.OutcomeJson;
import org.fiscalloop.loop.Effects;
import org.fiscalloop.loop.NoticeCase;

/**
 * What whoever told something is answered, in one transaction: written with what it did, sent when the vendor's transport
 * has the time.
 */
public final class Outbox {
    private static final String INSERT = "insert into OUTBOX (BOOK_SET, RECORD_POSITION, RECEIVER, NOTICE_ID, ANSWER,"
            + " IS_SENT) values (?, ?, ?, ?, ?, '2')";
    private static final String WAITING = "select RECORD_POSITION, RECEIVER, NOTICE_ID, ANSWER from OUTBOX"
            + " where BOOK_SET = ? and IS_SENT = '2' order by RECORD_POSITION";
    private static final String SENT =
            "update OUTBOX set IS_SENT = '1' where BOOK_SET = ? and RECORD_POSITION = ? and IS_SENT = '2'";

    private final Connection connection;
    private final String bookSet;

    /**
     * An answer that waits to be sent.
     *
     * @param position of the record that says the same
     * @param receiver the sender of the notice
     * @param notice its natural key
     * @param answer JSON: the result, and why it was parked or listed
     */
    public record Message(long position, String receiver, String notice, String answer) {}

    /** The outbox of a set of books. */
    public Outbox(Connection connection, String bookSet) {
        this.connection = connection;
        this.bookSet = bookSet;
    }

    /** Keeps the answer to a notice, told now or matched after it had waited; a command is answered by the service. */
    void answer(Effects effects, long position) throws SQLException {
        JournalRecord record = effects.record();
        if (record.header().kind() == JournalRecord.Kind.COMMAND) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, bookSet);
            insert.setLong(2, position);
            insert.setString(3, record.header().sender());
            insert.setString(4, notice(effects));
            insert.setString(5, Json.compact(tree(record)));
            insert.executeUpdate();
        }
    }

    /** The key that the sender knows: of a notice that had waited the one under which it was told. */
    private static String notice(Effects effects) {
        return effects.documents().stream()
                .filter(moved ->
                        effects.record().header().kind() == JournalRecord.Kind.MATCH && moved instanceof NoticeCase)
                .map(moved -> ((NoticeCase) moved).terms().notice().value())
                .findFirst()
                .orElse(effects.record().header().id());
    }

    private static Tree tree(JournalRecord record) {
        return Tree.fields(ImmutableList.of(
                new Tree.Member("result", Tree.text(record.header().outcome().name())),
                new Tree.Member(
                        "problems",
                        Tree.items(record.refusals().stream()
                                .map(OutcomeJson::toTree)
                                .collect(toImmutableList())))));
    }

    /** What waits to be sent, in the order of the journal. */
    public ImmutableList<Message> waiting() throws SQLException {
        ImmutableList.Builder<Message> waiting = ImmutableList.builder();
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, bookSet);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Message(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return waiting.build();
    }

    /** Marks a message as sent; false if it was before. */
    public boolean sent(Message message) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SENT)) {
            update.setString(1, bookSet);
            update.setLong(2, message.position());
            return update.executeUpdate() == 1;
        }
    }
}
