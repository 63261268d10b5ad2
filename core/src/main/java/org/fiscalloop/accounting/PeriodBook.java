package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableMap;
import java.time.Month;
import java.time.YearMonth;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Periods;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** The months of one set of books (会计期间): which may be booked into. Books without one are always open. */
public final class PeriodBook extends FlowDocument<PeriodBook.Months, PeriodBook.State> {
    /**
     * The kind of document; the value of an id is division, ledger and, for the books of an agency, its code: {@code
     * 310107000/treasury}, {@code 310107000/agency/101001}.
     */
    public static final DocumentKind<PeriodBook> KIND = new DocumentKind<>("period-book", PeriodBook.class);

    /**
     * The months that have been opened.
     *
     * @param division the division whose books they are
     * @param ledger the name of the ledger
     * @param owner the agency in whose books they are, empty for a ledger of the finance department
     * @param first the first month that was opened
     * @param open the first month that is not closed
     * @param last the last month that was opened
     */
    public record Months(String division, String ledger, String owner, YearMonth first, YearMonth open, YearMonth last)
            implements Terms {
        @Override
        public String agency() {
            return owner;
        }

        @Override
        public int fiscalYear() {
            return first.getYear();
        }

        @Override
        public boolean isOfOneYear() {
            return false;
        }

        /** The months of a year that have all been opened. */
        public static Months ofYear(String division, LedgerId ledger, String owner, int year) {
            YearMonth first = YearMonth.of(year, Month.JANUARY);
            return new Months(division, ledger.name(), owner, first, first, YearMonth.of(year, Month.DECEMBER));
        }

        /** These months after a year has been closed: it takes nothing any more, the next year is open, and none opens again. */
        public Months after(int year) {
            YearMonth next = YearMonth.of(year + 1, Month.JANUARY);
            YearMonth end = YearMonth.of(year + 1, Month.DECEMBER);
            return new Months(division, ledger, owner, first, later(open, next), later(last, end));
        }

        private static YearMonth later(YearMonth one, YearMonth other) {
            return one.isBefore(other) ? other : one;
        }

        Periods periods() {
            return new Periods(ImmutableMap.of(
                    new Periods.Book(new LedgerId(ledger), owner), new Periods.Months(first, open, last)));
        }

        static Months of(String division, Periods.Book book, Periods.Months months) {
            return new Months(
                    division, book.ledger().name(), book.owner(), months.first(), months.open(), months.last());
        }
    }

    private final Periods periods;

    PeriodBook(Id<PeriodBook> id, Months terms, Standing<PeriodBook.State> standing, Trail trail) {
        super(id, terms, standing, trail);
        this.periods = terms.periods();
    }

    /** The id of the months of a set of books. */
    public static Id<PeriodBook> id(String division, LedgerId ledger, String owner) {
        return new Id<>(KIND, division + "/" + ledger + (owner.isEmpty() ? "" : "/" + owner));
    }

    /** The months as the ledger asks them. */
    public Periods periods() {
        return periods;
    }

    /** Whether the months of a set of books are kept. */
    public enum State {
        /** 启用: its months are opened and closed one by one. */
        KEPT
    }

    /** What is done with the months of a set of books. */
    public enum Action {
        /** 启用期间: the months of the books are kept from now on. */
        BEGIN,
        /** 开启: the next month may be booked into. */
        OPEN,
        /** 结账: the first open month is closed for ever; December of a statutory ledger closes with its year. */
        CLOSE,
        /** 年结: the year of the books is closed, and the months of the next are opened. */
        CLOSE_YEAR
    }
}
