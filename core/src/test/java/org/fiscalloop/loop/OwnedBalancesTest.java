package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;

/** What is found by division and agency is what looking through all balances finds, whenever it is asked. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class OwnedBalancesTest {
    private static final Segments DIVISION = Dimensions.of(Dimensions.DIVISION, World.DIVISION);
    private static final ImmutableList<Segments> PLACES = ImmutableList.of(
            DIVISION,
            DIVISION.with(Dimensions.AGENCY, World.ORGAN),
            DIVISION.with(Dimensions.AGENCY, World.INSTITUTION).with(Dimensions.YEAR, "2024"),
            DIVISION.with(Dimensions.AGENCY, World.ORGAN).with(Dimensions.YEAR, "2025"),
            DIVISION.with(Dimensions.AGENCY, "999"),
            Dimensions.of(Dimensions.DIVISION, "310108000"));

    private static List<Balances.Kept> searched(Balances balances, LedgerId ledger, Segments at) {
        return balances.kept().stream()
                .filter(kept -> kept.account().ledger().equals(ledger)
                        && kept.key().grain().isFull()
                        && at.codes().entrySet().stream()
                                .allMatch(code -> kept.key()
                                        .segments()
                                        .value(code.getKey())
                                        .equals(code.getValue())))
                .toList();
    }

    @Property(tries = 20)
    void balances_are_found_by_owner_after_every_step(@ForAll List<Step> steps) {
        LoopState state = new LoopState(LoopFlow.ALL, position -> {
            throw new AssertionError("nothing is read from the journal");
        });
        Walk.of(
                steps,
                walk -> walk.records.forEach(record -> {
                    state.balances().apply(books(walk), record.entries());
                    for (LedgerId ledger : Ledgers.ALL) {
                        PLACES.forEach(at -> assertThat(state.balances(ledger, at))
                                .isEqualTo(searched(state.balances(), ledger, at)));
                    }
                }));
    }

    private static org.fiscalloop.ledger.Books books(Walk walk) {
        return walk.loop
                .rules()
                .at(World.DIVISION, World.YEAR, World.DAY)
                .orElseThrow()
                .books();
    }
}
