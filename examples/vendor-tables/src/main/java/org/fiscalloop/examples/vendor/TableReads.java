package org.fiscalloop.examples.vendor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NoticeCase;
import org.fiscalloop.loop.StateReads;

/**
 * What the engine reads of a set of books, from the vendor's tables, in one transaction.
 *
 * <p>It remembers what it has read and at which version, absence too. So one decision reads a row once, and {@link
 * #forgetChanged} tells whether the decision still stands on what is there. It lives for one transaction.
 */
final class TableReads implements StateReads {
    private final Connection connection;
    private final String bookSet;
    private final DocumentRows documents;
    private final BalanceRows balances;
    private final JournalRows journal;
    private final Map<Id<?>, DocumentRows.Row> found = new LinkedHashMap<>();
    private final Map<String, BalanceRows.Row> cells = new LinkedHashMap<>();
    private final Map<Numbered, Optional<JournalRows.Recorded>> inputs = new LinkedHashMap<>();
    private final Map<Ledger, ImmutableList<Balances.Kept>> standing = new LinkedHashMap<>();
    private long turnover;

    /** What of a ledger has been read as a whole. */
    private record Ledger(LedgerId ledger, Segments at) {}

    /** An input by its kind. */
    private record Numbered(JournalRecord.Kind kind, InputId id) {}

    /** A row by its table and key. */
    private record Place(String table, String key) {}

    TableReads(Connection connection, String bookSet, DocumentRows documents, JournalRows journal) {
        this.connection = connection;
        this.bookSet = bookSet;
        this.documents = documents;
        this.balances = new BalanceRows(connection, bookSet);
        this.journal = journal;
    }

    /** Forgets what it has read: from here on everything is read as it is after this end of the journal. */
    TableReads afresh(JournalRows.Head head) {
        found.clear();
        cells.clear();
        inputs.clear();
        standing.clear();
        return after(head);
    }

    /** What it has read is as it is after this end of the journal. */
    TableReads after(JournalRows.Head head) {
        turnover = head.turnover();
        return this;
    }

    /** A read of a table; what goes wrong with the database is carried through the engine. */
    @FunctionalInterface
    private interface Query<T> {
        T read() throws SQLException;
    }

    private static <T> T read(Query<T> query) {
        try {
            return query.read();
        } catch (SQLException problem) {
            throw new UnreadableException(problem);
        }
    }

    private DocumentRows.Row row(Id<?> id) {
        DocumentRows.Row known = found.get(id);
        if (known == null) {
            known = read(() -> documents.read(id));
            found.put(id, known);
        }
        return known;
    }

    @Override
    public <D extends Document> Optional<D> find(Id<D> id) {
        return row(id).document().map(id.kind().type()::cast);
    }

    @Override
    public OptionalLong lastMoved(Id<?> document) {
        DocumentRows.Row row = row(document);
        return row.version() == 0 ? OptionalLong.empty() : OptionalLong.of(row.movedAt());
    }

    @Override
    public Optional<JournalRecord> recorded(JournalRecord.Kind kind, InputId input) {
        return first(kind, input).map(JournalRows.Recorded::record);
    }

    /** The record of an input that has come before, and where it stands. */
    Optional<JournalRows.Recorded> first(JournalRecord.Kind kind, InputId input) {
        Numbered numbered = new Numbered(kind, input);
        Optional<JournalRows.Recorded> known = inputs.get(numbered);
        if (known == null) {
            known = read(() -> journal.recorded(kind, input));
            inputs.put(numbered, known);
        }
        return known;
    }

    /** Asked only after the set of books is locked, so that it need not be remembered. */
    @Override
    public ImmutableList<Id<NoticeCase>> waitingFor(Id<?> document) {
        return read(() -> documents.waitingFor(document));
    }

    @Override
    public Balance balance(Meaning account, Balance.Key key) {
        String text = BalanceRows.key(account, key);
        BalanceRows.Row known = cells.get(text);
        if (known == null) {
            known = read(() -> balances.read(text));
            cells.put(text, known);
        }
        return known.balance();
    }

    @Override
    public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
        Ledger part = new Ledger(ledger, at);
        ImmutableList<Balances.Kept> known = standing.get(part);
        if (known == null) {
            known = read(() -> balances.read(ledger, at));
            standing.put(part, known);
        }
        return known;
    }

    @Override
    public long turnover() {
        return turnover;
    }

    /**
     * Forgets what has been read and is otherwise now, or was found not to be there and is; says whether there was any. After
     * the set of books has been locked, what is left is what is there.
     */
    boolean forgetChanged() throws SQLException {
        Map<Place, Long> now = now();
        boolean documentsChanged = found.entrySet()
                .removeIf(read -> read.getValue().version() != now.getOrDefault(place(read.getKey()), 0L));
        boolean balancesChanged = cells.entrySet()
                .removeIf(read -> read.getValue().version() != now.getOrDefault(place(read.getKey()), 0L));
        boolean ledgersChanged = false;
        for (Map.Entry<Ledger, ImmutableList<Balances.Kept>> part :
                ImmutableMap.copyOf(standing).entrySet()) {
            ImmutableList<Balances.Kept> stands =
                    balances.read(part.getKey().ledger(), part.getKey().at());
            ledgersChanged |= !stands.equals(standing.put(part.getKey(), stands));
        }
        boolean inputsChanged = false;
        for (Map.Entry<Numbered, Optional<JournalRows.Recorded>> input : inputs.entrySet()) {
            if (input.getValue().isEmpty()) {
                input.setValue(
                        journal.recorded(input.getKey().kind(), input.getKey().id()));
                inputsChanged |= input.getValue().isPresent();
            }
        }
        return documentsChanged || balancesChanged || ledgersChanged || inputsChanged;
    }

    private static Place place(Id<?> id) {
        DocumentTable<?> table = StandardTables.of(id.kind());
        return new Place(table.name(), table.key(id));
    }

    private static Place place(String balance) {
        return new Place("ACCOUNT_BALANCE", balance);
    }

    /** The versions of the rows that were read, in one query. */
    private Map<Place, Long> now() throws SQLException {
        Map<DocumentTable<?>, List<String>> keys = new LinkedHashMap<>();
        found.keySet().forEach(id -> {
            DocumentTable<?> table = StandardTables.of(id.kind());
            keys.computeIfAbsent(table, any -> new ArrayList<>()).add(table.key(id));
        });
        List<String> parts = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        keys.forEach((table, some) -> {
            parts.add(versions(table.name(), table.key(), "DOC_VERSION", some.size()));
            parameters.add(bookSet);
            parameters.addAll(some);
        });
        if (!cells.isEmpty()) {
            parts.add(versions("ACCOUNT_BALANCE", "BALANCE_KEY", "ROW_VERSION", cells.size()));
            parameters.add(bookSet);
            parameters.addAll(cells.keySet());
        }
        return parts.isEmpty() ? Map.of() : now(String.join(" union all ", parts), parameters);
    }

    private static String versions(String table, String key, String version, int size) {
        return "select '" + table + "', " + key + ", " + version + " from " + table + " where BOOK_SET = ? and " + key
                + " in (" + "?, ".repeat(size - 1) + "?)";
    }

    private Map<Place, Long> now(String sql, List<String> parameters) throws SQLException {
        Map<Place, Long> now = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    now.put(new Place(rows.getString(1), rows.getString(2)), rows.getLong(3));
                }
            }
        }
        return now;
    }
}
