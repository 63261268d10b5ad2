package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All balances in memory: the state of the books after the changes and entries applied so far.
 *
 * <p>The state at any earlier moment is a fresh one to which the entries up to then are applied. It belongs to one thread at
 * a time, and no chart is needed to keep it: what was booked under an older chart stays.
 */
public final class Balances implements BalanceSource {

    /** One balance under its account and key. */
    public record Kept(Meaning account, Balance.Key key, Balance balance) {}

    /** By account, then by key. */
    public static final Comparator<Kept> CANONICAL =
            Comparator.comparing(Kept::account).thenComparing(Kept::key);

    /** The balances of one account at one grain. */
    private record Column(int id, Meaning account, Balance.Grain grain) {

        boolean isOfAccount() {
            return grain.isFull() && !account.ledger().name().equals(Limit.LEDGER);
        }
    }

    /** Where a table was found last. */
    private record Recent(Layout.Table table, int column) {}

    private final Recent[] recent = new Recent[1 << 9];
    private final List<Column> columns = new ArrayList<>();
    private Column[] columnIndex = new Column[1 << 6]; // by hash, in its place or after it; at most half full
    private final Cells cells;

    private Balances(Cells cells) {
        this.cells = cells;
    }

    /** No balances: nothing has been booked. */
    public static Balances none() {
        return new Balances(new Cells());
    }

    /** The same balances, which from now on change apart from these. */
    public Balances copy() {
        Balances copy = new Balances(cells.copy());
        columns.forEach(column -> copy.column(column.account, column.grain));
        return copy;
    }

    @Override
    public Balance balance(Meaning account, Balance.Key key) {
        return balance(find(account, key.grain()), key.bucket(), key.segments());
    }

    /** The balance that a change is of, as it is now. */
    public Balance balance(Change change) {
        return balance(find(change.table()), change.bucket(), change.segments());
    }

    private Balance balance(int column, int bucket, Segments segments) {
        int row = column == Cells.NONE ? Cells.NONE : cells.find(column, bucket, segments);
        return row == Cells.NONE ? Balance.ZERO : cells.balance(row);
    }

    @Override
    public long turnover() {
        return cells.turnover();
    }

    /**
     * Adds the changes that a gate gave.
     *
     * @throws ArithmeticException if a balance would not fit; nothing is changed then
     */
    public void apply(ImmutableList<Change> changes) {
        int done = 0;
        try {
            for (; done < changes.size(); done++) {
                Change change = changes.get(done);
                cells.add(row(change), change.delta());
            }
        } catch (ArithmeticException overflow) {
            for (Change change : changes.subList(0, done)) {
                cells.subtract(row(change), change.delta());
            }
            throw overflow;
        }
    }

    private int row(Change change) {
        return cells.row(column(change.table()), change.bucket(), change.segments());
    }

    /**
     * Adds entries as they were booked, asking neither limits nor periods: how a state is made again from the journal. An
     * account that the books do not know is kept by its full segments.
     *
     * @throws ArithmeticException if a balance does not fit
     */
    public void apply(Books books, ImmutableList<Entry> entries) {
        for (Entry entry : entries) {
            for (Line line : entry.lines()) {
                apply(books, entry, line);
            }
        }
    }

    private void apply(Books books, Entry entry, Line line) {
        ImmutableList<Layout.Feed> feeds = books.feeds(line.account());
        for (int i = 0; i < feeds.size(); i++) {
            Layout.Table table = feeds.get(i).table();
            Balance.Grain grain = table.grain();
            int bucket = grain.span().bucket(entry.date(), line.segments());
            Segments at = line.segments().project(grain.mask());
            int row = cells.row(column(table), bucket, at);
            feeds.get(i).add(cells, row, line);
        }
    }

    /** Every balance that has been changed, ordered by account and key. */
    public ImmutableList<Kept> kept() {
        List<Kept> kept = new ArrayList<>(cells.size());
        for (int row = 0; row < cells.size(); row++) {
            Balance balance = cells.balance(row);
            if (!balance.equals(Balance.ZERO)) {
                Column column = columns.get(cells.table(row));
                kept.add(new Kept(
                        column.account,
                        new Balance.Key(column.grain, cells.segments(row), cells.bucket(row)),
                        balance));
            }
        }
        kept.sort(CANONICAL);
        return ImmutableList.copyOf(kept);
    }

    /** How many balances there are, at every grain: each has a number below, in the order in which they were first changed. */
    public int size() {
        return cells.size();
    }

    /** The balance with this number, if it is one of an account by its full segments. */
    public Optional<Kept> full(int number) {
        Column column = columns.get(cells.table(number));
        return column.isOfAccount()
                ? Optional.of(new Kept(column.account, Balance.Key.full(cells.segments(number)), cells.balance(number)))
                : Optional.empty();
    }

    private int find(Meaning account, Balance.Grain grain) {
        Column column = columnIndex[place(account, grain)];
        return column == null ? Cells.NONE : column.id;
    }

    /** The column of a table, a new one where there is none. */
    private int column(Layout.Table table) {
        int found = find(table);
        return found != Cells.NONE ? found : column(table.account(), table.grain());
    }

    /** The column of a table: mostly the one found last, since the tables of the same books are used again and again. */
    @SuppressWarnings("ReferenceEquality")
    private int find(Layout.Table table) {
        int place = table.rank() & (recent.length - 1);
        Recent last = recent[place];
        if (last != null && last.table == table) {
            return last.column;
        }
        int column = find(table.account(), table.grain());
        if (column != Cells.NONE) {
            recent[place] = new Recent(table, column);
        }
        return column;
    }

    private int column(Meaning account, Balance.Grain grain) {
        int place = place(account, grain);
        if (columnIndex[place] == null) {
            columns.add(new Column(columns.size(), account, grain));
            if (columns.size() * 2 > columnIndex.length) {
                columnIndex = new Column[columnIndex.length * 2];
            }
            columns.forEach(column -> columnIndex[place(column.account, column.grain)] = column);
        }
        return columnIndex[place(account, grain)].id;
    }

    private int place(Meaning account, Balance.Grain grain) {
        int last = columnIndex.length - 1;
        int place = (account.hashCode() * 31 + grain.hashCode()) & last;
        for (Column at = columnIndex[place]; at != null; at = columnIndex[place]) {
            if (at.grain.equals(grain) && at.account.equals(account)) {
                return place;
            }
            place = (place + 1) & last;
        }
        return place;
    }

    /**
     * Balances in rows, found by table, bucket and segments: the state of the books and, small, the net change of a command.
     *
     * <p>A row is five numbers side by side, so that millions cost little and one is read in one go; rows stay in the order
     * they were made, whatever the hashes are.
     */
    static final class Cells {

        static final int NONE = -1;

        private static final int WIDTH = 5;
        private static final int GOLDEN = 0x9E3779B9;
        private static final int FEW = 8; // rows that are looked through rather than indexed
        private static final int FIRST_ROWS = 4;
        private static final int FIRST_BITS = 5;
        private static final long LOW = 0xFFFF_FFFFL;
        private static final long[] NO_INDEX = {};

        private int bits = FIRST_BITS - 1;
        private long[] index =
                NO_INDEX; // hash and row + 1, in the place of the hash or after it; 0 where there is none
        private long[] rows = new long[FIRST_ROWS * WIDTH]; // table and bucket, then the four columns of a balance
        private Segments[] segments = new Segments[FIRST_ROWS];
        private int size;
        private long turnover;

        Cells copy() {
            Cells copy = new Cells();
            copy.bits = bits;
            copy.index = index.clone();
            copy.rows = rows.clone();
            copy.segments = segments.clone();
            copy.size = size;
            copy.turnover = turnover;
            return copy;
        }

        int size() {
            return size;
        }

        /** The sum of everything ever added to any row, without signs, or the most there is where it does not fit. */
        long turnover() {
            return turnover;
        }

        int table(int row) {
            return (int) (rows[row * WIDTH] >>> Integer.SIZE);
        }

        int bucket(int row) {
            return (int) rows[row * WIDTH];
        }

        Segments segments(int row) {
            return segments[row];
        }

        Balance balance(int row) {
            int at = row * WIDTH;
            return new Balance(rows[at + 1], rows[at + 2], rows[at + 3], rows[at + 4]);
        }

        /** The order of two rows by table, segments and bucket. */
        int compare(int row, int other) {
            int byTable = Integer.compare(table(row), table(other));
            if (byTable != 0) {
                return byTable;
            }
            int bySegments = segments[row].compareTo(segments[other]);
            return bySegments != 0 ? bySegments : Integer.compare(bucket(row), bucket(other));
        }

        /** The row of a key, or {@link #NONE}. */
        int find(int table, int bucket, Segments key) {
            long tag = tag(table, bucket);
            return index.length == 0 ? lookThrough(tag, key) : (int) index[place(hash(tag, key), tag, key)] - 1;
        }

        /** The row of a key, a new one where there is none. */
        int row(int table, int bucket, Segments key) {
            int found = find(table, bucket, key);
            return found != NONE ? found : newRow(tag(table, bucket), key);
        }

        private int newRow(long tag, Segments key) {
            if (size == segments.length) {
                int more = size + (size >> 1);
                rows = Arrays.copyOf(rows, Math.multiplyExact(more, WIDTH));
                segments = Arrays.copyOf(segments, more);
            }
            int row = size++;
            rows[row * WIDTH] = tag;
            segments[row] = key;
            if (size > FEW) {
                if (size * 3L > index.length * 2L) {
                    widenIndex();
                } else {
                    enter(row);
                }
            }
            return row;
        }

        private void widenIndex() {
            bits++;
            index = new long[1 << bits];
            for (int row = 0; row < size; row++) {
                enter(row);
            }
        }

        private void enter(int row) {
            long tag = rows[row * WIDTH];
            int hash = hash(tag, segments[row]);
            index[place(hash, tag, segments[row])] = ((long) hash << Integer.SIZE) | (row + 1);
        }

        private int lookThrough(long tag, Segments key) {
            for (int row = 0; row < size; row++) {
                if (is(row, tag, key)) {
                    return row;
                }
            }
            return NONE;
        }

        /** Where the key is in the index, or is to be entered. */
        private int place(int hash, long tag, Segments key) {
            int last = index.length - 1;
            int place = hash >>> (Integer.SIZE - bits);
            for (long entry = index[place]; entry != 0; entry = index[place]) {
                if ((int) (entry >>> Integer.SIZE) == hash && is((int) entry - 1, tag, key)) {
                    return place;
                }
                place = (place + 1) & last;
            }
            return place;
        }

        private boolean is(int row, long tag, Segments key) {
            return rows[row * WIDTH] == tag && segments[row].equals(key);
        }

        private static int hash(long tag, Segments key) {
            return (key.hashCode() * 31 + Long.hashCode(tag)) * GOLDEN;
        }

        private static long tag(int table, int bucket) {
            return ((long) table << Integer.SIZE) | (bucket & LOW);
        }

        /** Adds an amount to its side: to the increases, or its opposite to the decreases where it is negative. */
        void add(int row, Side side, long fen) {
            int at = row * WIDTH + (side == Side.DEBIT ? 1 : 3);
            if (fen > 0) {
                rows[at] = Math.addExact(rows[at], fen);
            } else {
                rows[at + 1] = Math.subtractExact(rows[at + 1], fen);
            }
            turnover = LongMath.saturatedAdd(turnover, Math.abs(fen));
        }

        /** Adds a balance; changes nothing where the sum does not fit. */
        void add(int row, Balance more) {
            int at = row * WIDTH;
            long debitIncrease = Math.addExact(rows[at + 1], more.debitIncrease());
            long debitDecrease = Math.addExact(rows[at + 2], more.debitDecrease());
            long creditIncrease = Math.addExact(rows[at + 3], more.creditIncrease());
            long creditDecrease = Math.addExact(rows[at + 4], more.creditDecrease());
            Math.subtractExact(debitIncrease - debitDecrease, creditIncrease - creditDecrease);
            rows[at + 1] = debitIncrease;
            rows[at + 2] = debitDecrease;
            rows[at + 3] = creditIncrease;
            rows[at + 4] = creditDecrease;
            turnover = LongMath.saturatedAdd(turnover, more.turnover());
        }

        /** Takes away what has been added. */
        void subtract(int row, Balance less) {
            int at = row * WIDTH;
            rows[at + 1] -= less.debitIncrease();
            rows[at + 2] -= less.debitDecrease();
            rows[at + 3] -= less.creditIncrease();
            rows[at + 4] -= less.creditDecrease();
        }
    }
}
