package org.fiscalloop.examples.vendor.idioms;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.fiscalloop.examples.vendor.Transactions;

/**
 * An idiom as it is written by hand: an allotment has a column that says what is left, a payment is a voucher. There is no
 * access, no lifecycle, no idempotency, no journal, and but for the function no entry.
 */
final class HandWritten implements Idiom {
    /** What is done to the row of the allotment. */
    enum Kind {
        /** Reads what is left, compares, and writes what is left then: two at a time read the same. */
        READ_COMPARE_WRITE,
        /** The same, but whoever reads locks the row. */
        SELECT_FOR_UPDATE,
        /** One statement that takes the amount where there is enough of it. */
        CONDITIONAL_UPDATE,
        /** One call of a function in the database, which checks, and writes voucher and four entries. */
        PLPGSQL_FUNCTION;

        private String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final String AVAILABLE = "select AVAILABLE from ALLOTMENT_OF_%s where ALLOTMENT_ID = ?";
    private static final String WRITE = "update ALLOTMENT_OF_%s set AVAILABLE = ? where ALLOTMENT_ID = ?";
    private static final String TAKE =
            "update ALLOTMENT_OF_%s set AVAILABLE = AVAILABLE - 1 where ALLOTMENT_ID = ? and AVAILABLE >= 1";
    private static final String VOUCHER = "insert into VOUCHER_OF_%s (ALLOTMENT_ID, AMOUNT) values (?, 1)";
    private static final String CALL = "select PAY_BY_%s(?)";
    private static final String OVERSPENT = "select coalesce(sum(PAID - ROOM), 0) from (select A.ROOM,"
            + " (select count(*) from VOUCHER_OF_%s V where V.ALLOTMENT_ID = A.ALLOTMENT_ID) PAID"
            + " from ALLOTMENT_OF_%1$s A) EACH_ONE where PAID > ROOM";

    private static final String TABLES = """
            drop table if exists ENTRY_OF_%s, VOUCHER_OF_%1$s, ALLOTMENT_OF_%1$s;
            create table ALLOTMENT_OF_%1$s (ALLOTMENT_ID integer primary key, ROOM bigint, AVAILABLE bigint);
            create table VOUCHER_OF_%1$s (VOUCHER_ID bigint generated always as identity primary key,
                ALLOTMENT_ID integer, AMOUNT bigint);
            create index VOUCHER_OF_%1$s_AT on VOUCHER_OF_%1$s (ALLOTMENT_ID);
            create table ENTRY_OF_%1$s (VOUCHER_ID bigint, LINE_NO integer, ACCOUNT varchar(40), DEBIT bigint,
                CREDIT bigint, primary key (VOUCHER_ID, LINE_NO));
            create or replace function PAY_BY_%1$s(ALLOTMENT integer) returns boolean language plpgsql as $$
            declare VOUCHER bigint;
            begin
                update ALLOTMENT_OF_%1$s set AVAILABLE = AVAILABLE - 1
                    where ALLOTMENT_ID = ALLOTMENT and AVAILABLE >= 1;
                if not found then
                    return false;
                end if;
                insert into VOUCHER_OF_%1$s (ALLOTMENT_ID, AMOUNT) values (ALLOTMENT, 1)
                    returning VOUCHER_ID into VOUCHER;
                insert into ENTRY_OF_%1$s values (VOUCHER, 1, 'APPLIED', 1, 0), (VOUCHER, 2, 'EXECUTABLE', 0, 1),
                    (VOUCHER, 3, 'EXPENSE', 1, 0), (VOUCHER, 4, 'APPROPRIATION', 0, 1);
                return true;
            end $$
            """;

    private final Transactions transactions;
    private final Kind kind;
    private int allotments;

    HandWritten(Transactions transactions, Kind kind) {
        this.transactions = transactions;
        this.kind = kind;
    }

    @Override
    public String title() {
        return kind.title();
    }

    private String sql(String pattern) {
        return String.format(Locale.ROOT, pattern, kind.name());
    }

    @Override
    public void begin(int number, int room) {
        allotments = number;
        transactions.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql(TABLES));
                return statement.execute(sql("insert into ALLOTMENT_OF_%s select I, ") + room + ", " + room
                        + " from generate_series(0, " + (number - 1) + ") I");
            }
        });
    }

    @Override
    public void prepare(int payments) {}

    @Override
    public int prepared() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean pay(int number) {
        int allotment = number % allotments;
        return transactions.run(connection -> switch (kind) {
            case READ_COMPARE_WRITE -> compare(connection, sql(AVAILABLE), allotment);
            case SELECT_FOR_UPDATE -> compare(connection, sql(AVAILABLE) + " for update", allotment);
            case CONDITIONAL_UPDATE ->
                update(connection, sql(TAKE), allotment) && update(connection, sql(VOUCHER), allotment);
            case PLPGSQL_FUNCTION -> call(connection, allotment);
        });
    }

    private boolean compare(Connection connection, String select, int allotment) throws SQLException {
        long available = number(connection, select, allotment);
        if (available < 1) {
            return false;
        }
        try (PreparedStatement update = connection.prepareStatement(sql(WRITE))) {
            update.setLong(1, available - 1);
            update.setInt(2, allotment);
            return update.executeUpdate() == 1 && update(connection, sql(VOUCHER), allotment);
        }
    }

    private static boolean update(Connection connection, String sql, int allotment) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, allotment);
            return update.executeUpdate() == 1;
        }
    }

    private static long number(Connection connection, String sql, int allotment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, allotment);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private boolean call(Connection connection, int allotment) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(sql(CALL))) {
            call.setInt(1, allotment);
            try (ResultSet row = call.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public long overspent() {
        return transactions.run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql(OVERSPENT))) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }
}
