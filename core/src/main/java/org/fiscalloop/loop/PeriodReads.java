package org.fiscalloop.loop;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.PeriodSource;
import org.fiscalloop.ledger.Periods;

/**
 * The months of the books of one division, as their documents say. Books whose months nobody keeps are open. It lives for
 * one decision and reads each document once.
 */
final class PeriodReads implements PeriodSource {
    private final StateReads state;
    private final String division;
    private final Map<Periods.Book, Optional<Periods>> read = new HashMap<>();

    PeriodReads(StateReads state, String division) {
        this.state = state;
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

    private Optional<Periods> periods(LedgerId ledger, String owner) {
        return read.computeIfAbsent(
                new Periods.Book(ledger, owner),
                book -> state.find(PeriodBook.id(division, ledger, owner)).map(PeriodBook::periods));
    }
}
