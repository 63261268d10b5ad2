package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.PeriodSource;
import org.fiscalloop.ledger.Periods;
import org.fiscalloop.lifecycle.Id;

/**
 * The months of the books of one division, as their documents say. Books whose months nobody keeps are open. It lives for
 * one decision and reads each document once.
 */
final class PeriodReads implements PeriodSource {
    private final Finder books;
    private final String division;
    private final Map<Periods.Book, Optional<Periods>> read = new HashMap<>();

    /** Where the months of a set of books are found. */
    @FunctionalInterface
    interface Finder {
        Optional<PeriodBook> find(Id<PeriodBook> id);
    }

    PeriodReads(Finder books, String division) {
        this.books = books;
        this.division = division;
    }

    @Override
    public State state(LedgerId ledger, String owner, YearMonth month) {
        return periods(ledger, owner)
                .map(periods -> periods.state(ledger, owner, month))
                .orElse(State.OPEN);
    }

    @Override
    public Optional<YearMonth> firstOpen(LedgerId ledger, String owner, YearMonth from) {
        return periods(ledger, owner)
                .map(periods -> periods.firstOpen(ledger, owner, from))
                .orElse(Optional.of(from));
    }

    /** The first year, not before another, of which all books that close a year take entries: those of the division and one agency's own. */
    int openYear(String agency, int from) {
        YearMonth open = YearMonth.of(from, Month.DECEMBER);
        for (LedgerId ledger : Ledgers.YEARLY) {
            YearMonth first = firstOpen(ledger, ledger.equals(Ledgers.AGENCY) ? agency : "", open)
                    .orElse(open);
            open = first.isAfter(open) ? first : open;
        }
        return open.getYear();
    }

    private Optional<Periods> periods(LedgerId ledger, String owner) {
        return read.computeIfAbsent(
                new Periods.Book(ledger, owner),
                book -> books.find(PeriodBook.id(division, ledger, owner)).map(PeriodBook::periods));
    }

    /**
     * What a command may book into that has moved months itself: those open before it, for closing a year books into the year,
     * and those open after it, for it brings balances into the next.
     */
    PeriodSource orAfter(Working working, ImmutableList<FlowDocument<?, ?>> moved) {
        boolean isMoved = moved.stream().anyMatch(PeriodBook.class::isInstance);
        return isMoved ? new Either(this, new PeriodReads(id -> found(working, id), division)) : this;
    }

    private static Optional<PeriodBook> found(Working working, Id<PeriodBook> id) {
        return working.find(id).map(PeriodBook.class::cast);
    }

    /** Months that are open in one or the other. */
    private record Either(PeriodSource before, PeriodSource after) implements PeriodSource {
        @Override
        public State state(LedgerId ledger, String owner, YearMonth month) {
            State earlier = before.state(ledger, owner, month);
            return earlier == State.OPEN ? earlier : after.state(ledger, owner, month);
        }

        @Override
        public Optional<YearMonth> firstOpen(LedgerId ledger, String owner, YearMonth from) {
            return before.firstOpen(ledger, owner, from);
        }
    }
}
