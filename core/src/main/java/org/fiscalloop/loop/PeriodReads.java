package org.fiscalloop.loop;

import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.PeriodSource;

/** The months of the books of one division, as their documents say. Books whose months nobody keeps are open. */
record PeriodReads(StateReads state, String division) implements PeriodSource {
    @Override
    public State state(LedgerId ledger, String owner, YearMonth month) {
        return state.find(PeriodBook.id(division, ledger, owner))
                .map(book -> book.periods().state(ledger, owner, month))
                .orElse(State.OPEN);
    }

    @Override
    public Optional<YearMonth> firstOpen(LedgerId ledger, String owner, YearMonth from) {
        return state.find(PeriodBook.id(division, ledger, owner))
                .map(book -> book.periods().firstOpen(ledger, owner, from))
                .orElse(Optional.of(from));
    }
}
