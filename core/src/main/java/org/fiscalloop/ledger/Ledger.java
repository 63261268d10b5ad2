package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.decision.Decision;

/**
 * The books and their state in memory: balances, periods, and which entries have been reversed.
 *
 * <p>Only what has passed the gate is booked, all of it or nothing. It belongs to one thread at a time.
 */
public final class Ledger implements BalanceSource, PeriodSource {

    private final Books books;
    private final Balances balances = Balances.none();
    private final Set<Entry.Id> reversed = new HashSet<>();
    private Periods periods = Periods.none();

    private Ledger(Books books) {
        this.books = books;
    }

    /** A ledger in which nothing is booked and no month is open. */
    public static Ledger of(Books books) {
        return new Ledger(books);
    }

    /** The definition that it is kept by. */
    public Books books() {
        return books;
    }

    /** The balances as they are now: a copy, which later postings leave alone. */
    public Balances balances() {
        return balances.copy();
    }

    /** The periods as they are now. */
    public Periods periods() {
        return periods;
    }

    /**
     * Books the entries of one command.
     *
     * <p>Refused as the {@linkplain Books#gate gate} refuses; nothing is booked then.
     *
     * @return what was written
     */
    public Decision<ImmutableList<Change>> post(ImmutableList<Entry> entries) {
        Decision<ImmutableList<Change>> decision = books.gate(entries, this, this);
        if (decision instanceof Decision.Accepted<ImmutableList<Change>> accepted) {
            balances.apply(accepted.value());
            remember(entries);
        }
        return decision;
    }

    /** Books entries from the journal as they were booked then: no limit and no period is asked. */
    public void replay(ImmutableList<Entry> entries) {
        balances.apply(books, entries);
        remember(entries);
    }

    private void remember(ImmutableList<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).reverses().ifPresent(reversed::add);
        }
    }

    /** The red entry of one that has been booked, as {@link Entry#reverse}; it is not booked yet. */
    public Decision<Entry> reverse(Entry.Id id, Entry entry, LocalDate on) {
        return entry.reverse(id, on, reversed::contains);
    }

    /** Opens a month, as {@link Periods#open}. */
    public Decision<Periods> open(LedgerId ledger, String owner, YearMonth month) {
        return changed(periods.open(ledger, owner, month));
    }

    /** Closes a month, as {@link Periods#close}. */
    public Decision<Periods> close(LedgerId ledger, String owner, YearMonth month) {
        return changed(periods.close(ledger, owner, month));
    }

    private Decision<Periods> changed(Decision<Periods> decision) {
        if (decision instanceof Decision.Accepted<Periods> accepted) {
            periods = accepted.value();
        }
        return decision;
    }

    @Override
    public Balance balance(Meaning account, Balance.Key key) {
        return balances.balance(account, key);
    }

    @Override
    public long turnover() {
        return balances.turnover();
    }

    /** What a measure comes to at a key, in fen. */
    public long value(Measure measure, Balance.Key key) {
        return books.value(measure, key, balances);
    }

    /** The trial balance from nothing to now, by these dimensions. */
    public TrialBalance trialBalance(ImmutableList<Dimension> dimensions) {
        return TrialBalance.of(books, balances, dimensions);
    }

    @Override
    public State state(LedgerId ledger, String owner, YearMonth month) {
        return periods.state(ledger, owner, month);
    }

    @Override
    public Optional<YearMonth> firstOpen(LedgerId ledger, String owner, YearMonth from) {
        return periods.firstOpen(ledger, owner, from);
    }
}
