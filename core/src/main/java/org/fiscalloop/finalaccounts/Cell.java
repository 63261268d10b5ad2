package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** An amount of a statement (单元格), and what it is made of. */
public final class Cell {
    /**
     * A balance that a cell adds up.
     *
     * @param account its account
     * @param at its full coding block (核算要素)
     * @param fen what it adds to the cell, in fen
     */
    public record Part(Meaning account, Segments at, long fen) {}

    /**
     * A line of an entry behind a cell.
     *
     * @param entry where the entry stands in the journal
     * @param record the record that booked it, with its events
     * @param line the line
     * @param fen what it adds to the cell, in fen
     */
    public record Behind(Entry.Id entry, JournalRecord record, Line line, long fen) {}

    /** Balances that are alike, and the side on which they count. */
    record Sum(Figure figure, Side side) {}

    private final ImmutableList<Sum> sums;
    private final long fen;

    private Cell(ImmutableList<Sum> sums, long fen) {
        this.sums = sums;
        this.fen = fen;
    }

    static Cell of(ImmutableList<Sum> sums) {
        long fen = 0;
        for (Sum sum : sums) {
            fen = Fen.add(fen, sum.figure().on(sum.side()));
        }
        return new Cell(sums, fen);
    }

    /** The amount in fen. */
    public long fen() {
        return fen;
    }

    /** The amount in yuan. */
    public Money amount() {
        return Fen.money(fen);
    }

    /** The balances that it adds up, in the order of the books for each row of its layout. */
    public ImmutableList<Part> parts() {
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        for (Sum sum : sums) {
            for (Balances.Kept row : sum.figure().rows()) {
                parts.add(new Part(
                        row.account(), row.key().segments(), row.balance().net(sum.side())));
            }
        }
        return parts.build();
    }

    /**
     * The lines of entries that it is made of, in the order of the journal.
     *
     * @param records all records of the journal from its first on
     * @throws IllegalStateException if they do not add up to the cell: they are not those that made its balances
     */
    public ImmutableList<Behind> explain(Iterator<FiscalLoop.Traced> records) {
        Map<Place, List<Side>> wanted = new HashMap<>();
        for (Sum sum : sums) {
            for (Balances.Kept row : sum.figure().rows()) {
                wanted.computeIfAbsent(new Place(row.account(), row.key().segments()), place -> new ArrayList<>())
                        .add(sum.side());
            }
        }
        ImmutableList.Builder<Behind> behind = ImmutableList.builder();
        records.forEachRemaining(traced -> read(traced, wanted, behind));
        ImmutableList<Behind> lines = behind.build();
        long total = 0;
        for (Behind line : lines) {
            total = Fen.add(total, line.fen());
        }
        if (total != fen) {
            throw new IllegalStateException("the records add up to " + Fen.text(total) + " where the balances are "
                    + Fen.text(fen) + ": " + places());
        }
        return lines;
    }

    private record Place(Meaning account, Segments at) {}

    private static void read(
            FiscalLoop.Traced traced, Map<Place, List<Side>> wanted, ImmutableList.Builder<Behind> behind) {
        ImmutableList<Entry> entries = traced.record().entries();
        for (int i = 0; i < entries.size(); i++) {
            for (Line line : entries.get(i).lines()) {
                List<Side> sides = wanted.getOrDefault(new Place(line.account(), line.segments()), List.of());
                for (Side side : sides) {
                    long counted = line.side() == side ? line.fen() : Fen.negate(line.fen());
                    behind.add(new Behind(new Entry.Id(traced.position(), i), traced.record(), line, counted));
                }
            }
        }
    }

    private ImmutableSet<Meaning> places() {
        return sums.stream().map(sum -> sum.figure().traits().account()).collect(ImmutableSet.toImmutableSet());
    }

    /** The amount in yuan with two decimals. */
    @Override
    public String toString() {
        return Fen.text(fen);
    }
}
