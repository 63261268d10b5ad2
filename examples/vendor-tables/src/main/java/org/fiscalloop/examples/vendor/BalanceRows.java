package org.fiscalloop.examples.vendor;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Change;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;

/** The rows of balances of one set of books, in one transaction. */
final class BalanceRows {
    /** The columns of the coding block that the standard names; the others are named like their dimension. */
    private static final ImmutableMap<Dimension, String> NAMED = ImmutableMap.<Dimension, String>builder()
            .put(Dimensions.DIVISION, "MOF_DIV_CODE")
            .put(Dimensions.YEAR, "FISCAL_YEAR")
            .put(Dimensions.AGENCY, "AGENCY_CODE")
            .put(Dimensions.FUND, "FUND_TYPE_CODE")
            .put(Dimensions.PROJECT, "PRO_CODE")
            .put(Dimensions.FUNCTION, "EXP_FUNC_CODE")
            .put(Dimensions.GOVERNMENT_ECONOMIC, "GOV_BGT_ECO_CODE")
            .put(Dimensions.DEPARTMENT_ECONOMIC, "DEP_BGT_ECO_CODE")
            .put(Dimensions.LINE, "BGT_PMAN_ID")
            .put(Dimensions.ALLOTMENT, "BGT_ID")
            .put(Dimensions.PAYMENT, "PAY_ID")
            .buildOrThrow();

    /** The column of every dimension, in the order of the dimensions. */
    static final ImmutableMap<Dimension, String> COLUMNS = Dimensions.ALL.order().stream()
            .collect(toImmutableMap(
                    dimension -> dimension,
                    dimension -> NAMED.getOrDefault(
                            dimension, dimension.name().replace('-', '_').toUpperCase(Locale.ROOT))));

    private static final String AMOUNTS = "DEBIT_INCREASE, DEBIT_DECREASE, CREDIT_INCREASE, CREDIT_DECREASE";
    private static final String SELECT =
            "select " + AMOUNTS + ", ROW_VERSION from ACCOUNT_BALANCE where BOOK_SET = ? and BALANCE_KEY = ?";
    private static final String UPDATE = "update ACCOUNT_BALANCE set NET = NET + ?,"
            + " DEBIT_INCREASE = DEBIT_INCREASE + ?, DEBIT_DECREASE = DEBIT_DECREASE + ?,"
            + " CREDIT_INCREASE = CREDIT_INCREASE + ?, CREDIT_DECREASE = CREDIT_DECREASE + ?,"
            + " ROW_VERSION = ROW_VERSION + 1"
            + " where BOOK_SET = ? and BALANCE_KEY = ? and NET + ? >= ?";
    private static final String INSERT = "insert into ACCOUNT_BALANCE (NET, " + AMOUNTS
            + ", BOOK_SET, BALANCE_KEY, LEDGER, ACCOUNT, IS_FULL, "
            + Joiner.on(", ").join(COLUMNS.values()) + ", ROW_VERSION) values ("
            + "?, ".repeat(10 + COLUMNS.size()) + "1)";

    private static final String STANDING = "select " + AMOUNTS + ", ACCOUNT, "
            + Joiner.on(", ").join(COLUMNS.values())
            + " from ACCOUNT_BALANCE where BOOK_SET = ? and LEDGER = ? and IS_FULL = '1'"
            + " and (DEBIT_INCREASE > 0 or DEBIT_DECREASE > 0 or CREDIT_INCREASE > 0 or CREDIT_DECREASE > 0)";

    private final Connection connection;
    private final String bookSet;

    /**
     * A balance as a row keeps it.
     *
     * @param version how often it has been written, 0 where there is no row
     */
    record Row(Balance balance, long version) {}

    BalanceRows(Connection connection, String bookSet) {
        this.connection = connection;
        this.bookSet = bookSet;
    }

    /** The text by which a balance is found: it differs where account or key differ. */
    static String key(Meaning account, Balance.Key key) {
        String grain = key.grain().isFull() ? "*" : key.grain().toString();
        return account + " " + grain + " " + key.bucket() + " " + key.segments();
    }

    /** The balance of a key; nothing booked where there is no row. */
    Row read(String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, bookSet);
            select.setString(2, key);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? new Row(balance(found), found.getLong(5)) : new Row(Balance.ZERO, 0);
            }
        }
    }

    static Balance balance(ResultSet row) throws SQLException {
        return new Balance(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    /** All that stands in a ledger under some codes, by whole coding block, in canonical order. */
    ImmutableList<Balances.Kept> read(LedgerId ledger, Segments at) throws SQLException {
        StringBuilder sql = new StringBuilder(STANDING);
        at.codes()
                .keySet()
                .forEach(dimension ->
                        sql.append(" and ").append(COLUMNS.get(dimension)).append(" = ?"));
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            int parameter = 0;
            select.setString(++parameter, bookSet);
            select.setString(++parameter, ledger.name());
            for (String code : at.codes().values()) {
                select.setString(++parameter, code);
            }
            try (ResultSet rows = select.executeQuery()) {
                List<Balances.Kept> kept = new ArrayList<>();
                while (rows.next()) {
                    Meaning account = new Meaning(ledger, rows.getString("ACCOUNT"));
                    kept.add(new Balances.Kept(account, Balance.Key.full(segments(rows)), balance(rows)));
                }
                return ImmutableList.sortedCopyOf(Balances.CANONICAL, kept);
            }
        }
    }

    private static Segments segments(ResultSet row) throws SQLException {
        ImmutableMap.Builder<Dimension, String> codes = ImmutableMap.builder();
        for (Map.Entry<Dimension, String> column : COLUMNS.entrySet()) {
            codes.put(column.getKey(), row.getString(column.getValue()));
        }
        return Dimensions.ALL.segments(codes.buildOrThrow());
    }

    /**
     * Writes changes in the order in which they come, which is canonical: whoever writes in that order never waits for
     * another in a circle.
     *
     * @throws LostRaceException if a balance would fall below its floor: the limit refuses
     */
    void write(ImmutableList<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        ImmutableList.Builder<Change> unmatched = ImmutableList.builder();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Change change : changes) {
                int at = amounts(update, change);
                update.setString(++at, bookSet);
                update.setString(++at, key(change.account(), change.key()));
                update.setLong(++at, change.by());
                update.setLong(++at, change.floor().orElse(Long.MIN_VALUE));
                update.addBatch();
            }
            int[] rows = update.executeBatch();
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] == 0) {
                    unmatched.add(changes.get(i));
                }
            }
        }
        insert(unmatched.build());
    }

    private static int amounts(PreparedStatement write, Change change) throws SQLException {
        Balance delta = change.delta();
        int at = 0;
        write.setLong(++at, change.by());
        write.setLong(++at, delta.debitIncrease());
        write.setLong(++at, delta.debitDecrease());
        write.setLong(++at, delta.creditIncrease());
        write.setLong(++at, delta.creditDecrease());
        return at;
    }

    /** Balances that had no row. Where there is one, its floor has refused, and the key stands twice: the limit refuses. */
    private void insert(ImmutableList<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Change change : changes) {
                if (change.floor().isPresent() && change.by() < change.floor().getAsLong()) {
                    throw new LostRaceException("the limit refuses: " + change);
                }
                int at = amounts(insert, change);
                insert.setString(++at, bookSet);
                insert.setString(++at, key(change.account(), change.key()));
                insert.setString(++at, change.account().ledger().name());
                insert.setString(++at, change.account().name());
                insert.setString(++at, change.key().grain().isFull() ? "1" : "2");
                for (Dimension dimension : COLUMNS.keySet()) {
                    insert.setString(++at, change.key().segments().value(dimension));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
