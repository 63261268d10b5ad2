package org.fiscalloop.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.transfer.Level.CENTRE;
import static org.fiscalloop.transfer.Level.CITY;

import java.util.Optional;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.transfer.Level;
import org.junit.jupiter.api.Test;

/** A division with money between levels that is brought in whole. */
class OpenedTreasuryTest {
    private final Treasury centre = Treasury.of(CENTRE).taxed(10_000);
    private final Treasury city = Treasury.of(CITY);

    @Test
    void what_is_on_its_way_is_not_brought_in_and_what_has_arrived_is() {
        centre.send("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600));
        centre.level.done(centre.order("D-2", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 300)));
        Outcome refused = commit(centre, Treasury.loop());
        assertThat(Level.codes(refused)).containsExactly("opening.message-on-its-way");
        assertThat(refused.refusals().get(0).text())
                .isEqualTo("something of cash-transfer:D-1 is on its way to another division: it is SENT");

        Level.deliver(centre.level, city.level);
        FiscalLoop opened = Treasury.loop();
        Outcome committed = centre.level.done(commit(centre, opened));
        assertThat(committed.warnings()).extracting(Refusal::code).doesNotContain("opening.level-accounts");
        assertThat(opened.balances().kept())
                .isEqualTo(centre.level.loop.balances().kept());
        assertThat(opened.find(CashTransfer.id("D-2")).orElseThrow().state()).isEqualTo(CashTransfer.State.ORDERED);
    }

    @Test
    void a_settlement_that_was_issued_is_brought_in_when_the_level_below_has_it() {
        centre.level.done(centre.issue("J-1", centre.settled(CITY, SettlementTerms.Kind.GRANT, 600)));
        assertThat(Level.codes(commit(centre, Treasury.loop()))).containsExactly("opening.message-on-its-way");
        Level.deliver(centre.level, city.level);
        centre.level.done(commit(centre, Treasury.loop()));

        FiscalLoop opened = Treasury.loop();
        city.level.done(commit(city, opened));
        assertThat(opened.find(ReceivedSettlement.id(CENTRE, Settlement.id("J-1")))
                        .orElseThrow()
                        .state())
                .isEqualTo(ReceivedSettlement.State.DELIVERED);
    }

    private static Outcome commit(Treasury of, FiscalLoop into) {
        OpeningTerms opening = of.level.loop.opening(of.level.division, Level.YEAR, of.level.day());
        return into.ask(new Command(
                new InputId("admin", "opening"),
                "admin",
                of.level.division,
                Level.YEAR,
                opening.day(),
                new CommitOpening(opening, Optional.empty())));
    }
}
