package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;

/**
 * The accounting periods (会计期间) of everybody's books: months open one after the other and close one after the other.
 *
 * @param books the months of each, in the order they were first opened
 */
public record Periods(ImmutableMap<Book, Months> books) implements PeriodSource {

    /**
     * A set of books (账套).
     *
     * @param owner whose books in the ledger, empty where the ledger is not kept by owner
     */
    public record Book(LedgerId ledger, String owner) {}

    /**
     * The months of one set of books. Those from {@code first} up to the one before {@code open} are closed, those from
     * {@code open} up to {@code last} are open; where all are closed, {@code open} is the one after {@code last}.
     */
    public record Months(YearMonth first, YearMonth open, YearMonth last) {

        public Months {
            if (open.isBefore(first) || last.plusMonths(1).isBefore(open)) {
                throw new IllegalArgumentException(
                        "open must lie from first " + first + " to after last " + last + ": " + open);
            }
        }

        State state(YearMonth month) {
            if (month.isBefore(first) || month.isAfter(last)) {
                return State.NOT_OPENED;
            }
            return month.isBefore(open) ? State.CLOSED : State.OPEN;
        }
    }

    /** Nothing opened yet. */
    public static Periods none() {
        return new Periods(ImmutableMap.of());
    }

    @Override
    public State state(LedgerId ledger, String owner, YearMonth month) {
        Months months = books.get(new Book(ledger, owner));
        return months == null ? State.NOT_OPENED : months.state(month);
    }

    @Override
    public Optional<YearMonth> firstOpen(LedgerId ledger, String owner, YearMonth from) {
        return Optional.ofNullable(books.get(new Book(ledger, owner)))
                .map(months -> from.isBefore(months.open()) ? months.open() : from)
                .filter(month -> state(ledger, owner, month) == State.OPEN);
    }

    /**
     * These periods with one more month open: any month where none was opened before, else the one after the last.
     *
     * <p>Refused when the month is open or closed already, or is not the next.
     */
    public Decision<Periods> open(LedgerId ledger, String owner, YearMonth month) {
        Book book = new Book(ledger, owner);
        Months months = books.get(book);
        if (months == null) {
            return Decision.accepted(with(book, new Months(month, month, month)));
        }
        YearMonth next = months.last().plusMonths(1);
        return switch (months.state(month)) {
            case OPEN -> refused(LedgerReasons.PERIOD_OPEN_ALREADY, book, month);
            case CLOSED -> refused(LedgerReasons.PERIOD_CLOSED, book, month);
            case NOT_OPENED ->
                month.equals(next)
                        ? Decision.accepted(with(book, new Months(months.first(), months.open(), month)))
                        : refused(LedgerReasons.PERIOD_NOT_NEXT, book, month, next);
        };
    }

    /**
     * These periods with the first open month closed (结账).
     *
     * <p>Refused when the month is not open, or an earlier one still is.
     */
    public Decision<Periods> close(LedgerId ledger, String owner, YearMonth month) {
        Book book = new Book(ledger, owner);
        Months months = books.get(book);
        if (months == null) {
            return refused(LedgerReasons.PERIOD_NOT_OPENED, book, month);
        }
        return switch (months.state(month)) {
            case NOT_OPENED -> refused(LedgerReasons.PERIOD_NOT_OPENED, book, month);
            case CLOSED -> refused(LedgerReasons.PERIOD_CLOSED, book, month);
            case OPEN ->
                month.equals(months.open())
                        ? Decision.accepted(with(book, new Months(months.first(), month.plusMonths(1), months.last())))
                        : refused(LedgerReasons.PERIOD_NOT_NEXT, book, month, months.open());
        };
    }

    private Periods with(Book book, Months months) {
        Map<Book, Months> changed = new LinkedHashMap<>(books);
        changed.put(book, months);
        return new Periods(ImmutableMap.copyOf(changed));
    }

    private static Decision<Periods> refused(Reason reason, Book book, YearMonth month, YearMonth... allowed) {
        return Decision.refused(refusal(reason, book, month, ImmutableList.copyOf(allowed)));
    }

    /** Why a month that is not open may not be booked into. */
    static Refusal refusal(State state, Book book, YearMonth month, PeriodSource periods) {
        Reason reason = state == State.CLOSED ? LedgerReasons.PERIOD_CLOSED : LedgerReasons.PERIOD_NOT_OPENED;
        Optional<YearMonth> open = periods.firstOpen(book.ledger(), book.owner(), month);
        return refusal(reason, book, month, open.map(ImmutableList::of).orElse(ImmutableList.of()));
    }

    private static Refusal refusal(Reason reason, Book book, YearMonth month, ImmutableList<YearMonth> allowed) {
        Facts facts = Facts.of("ledger", Fact.text(book.ledger().name()))
                .and("owner", Fact.text(book.owner()))
                .and("month", Fact.text(month.toString()))
                .and(Refusal.ALLOWED, Fact.texts(Lists.transform(allowed, YearMonth::toString)));
        return Refusal.of(reason, facts);
    }
}
