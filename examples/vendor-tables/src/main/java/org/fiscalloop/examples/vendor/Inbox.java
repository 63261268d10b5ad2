package org.fiscalloop.examples.vendor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.json.InputJson;
import org.fiscalloop.json.Json;
import org.fiscalloop.loop.LoopFlow;

/**
 * What others have told, as it came: twice, late and out of order. The vendor's transport puts it in, any number of workers
 * take it out, each row in the transaction that does what it tells.
 */
public final class Inbox {
    private static final String INSERT =
            "insert into INBOX (BOOK_SET, NOTICE, IS_TAKEN, PROBLEM) values (?, ?, '2', '')";
    private static final String NEXT = "select INBOX_NO, NOTICE from INBOX where BOOK_SET = ? and IS_TAKEN = '2'"
            + " order by INBOX_NO fetch first 1 rows only for update skip locked";
    private static final String TAKEN = "update INBOX set IS_TAKEN = ?, PROBLEM = ? where INBOX_NO = ?";

    private final BudgetService service;

    /** The inbox of a service. */
    public Inbox(BudgetService service) {
        this.service = service;
    }

    /** Puts a notice in, as JSON; it is taken in later. */
    public void put(String notice) {
        service.transactions().run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, service.bookSet());
                insert.setString(2, notice);
                return insert.executeUpdate();
            }
        });
    }

    /** Puts a notice in. */
    public void put(Notice notice) {
        put(Json.compact(InputJson.NOTICE.toTree(notice)));
    }

    /** Takes in the first notice that waits and that nobody else is taking in; false if there is none. */
    public boolean takeNext() {
        return service.transactions().run(this::takeNext);
    }

    private boolean takeNext(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, service.bookSet());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return false;
                }
                take(connection, found.getLong(1), found.getString(2));
                return true;
            }
        }
    }

    /** A row that holds no notice is set aside with what is wrong, so that those after it are not held up. */
    private void take(Connection connection, long number, String text) throws SQLException {
        Optional<Notice> notice = Optional.empty();
        String problem = "";
        try {
            notice = Optional.of(notice(text));
        } catch (IllegalArgumentException none) {
            problem = String.valueOf(none.getMessage());
        }
        if (notice.isPresent()) {
            Reply unused = service.take(connection, notice.get());
        }
        try (PreparedStatement update = connection.prepareStatement(TAKEN)) {
            update.setString(1, notice.isPresent() ? "1" : "3");
            update.setString(2, problem);
            update.setLong(3, number);
            update.executeUpdate();
        }
    }

    /** The notice of a text. What is no JSON, or asks instead of telling, is an {@link IllegalArgumentException}. */
    private static Notice notice(String text) {
        Notice notice = Json.read(text, InputJson.NOTICE);
        if (!LoopFlow.ALL.isTold(notice.body())) {
            throw new IllegalArgumentException(notice.id() + " asks, it tells nothing");
        }
        return notice;
    }
}
