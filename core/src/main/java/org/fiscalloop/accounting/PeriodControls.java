package org.fiscalloop.accounting;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableMap;
import java.time.Month;
import java.time.YearMonth;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.LedgerId;

/** The controls of the months of a set of books, each a small pure function with its code. */
final class PeriodControls {
    /**
     * What the controls look at.
     *
     * @param ledger the ledger whose month is closed
     * @param month the month
     */
    record Closing(LedgerId ledger, YearMonth month) {
        /** The memorandum ledger runs on over the years: it is not statutory, and has no year to close. */
        boolean isEndOfYear() {
            return month.getMonth() == Month.DECEMBER && !ledger.equals(Ledgers.MEMORANDUM);
        }
    }

    static final Control<Closing> DECEMBER = Control.statutory(
            new Reason(
                    "accounting.december-closes-with-year",
                    "December closes with the year",
                    "十二月随年度结账",
                    "{month} of the {ledger} ledger closes with its year, not by itself",
                    "{ledger} {month} 须随年终结账一并结账",
                    Source.certain("《预算法》 art. 18: 预算年度 ends on 31 December; 年终结账 books into December")),
            c -> c.isEndOfYear()
                    ? violated(Facts.of("month", text(c.month().toString()))
                            .and("ledger", text(c.ledger().name())))
                    : holds());

    static final ControlTable<PeriodBook.Action, Closing> NATIONAL =
            new ControlTable<>(ImmutableMap.of(PeriodBook.Action.CLOSE, Controls.of(DECEMBER)));

    private PeriodControls() {}
}
