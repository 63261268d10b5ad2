package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.settlement.CashTransfer;
import org.fiscalloop.settlement.ReceivedSettlement;
import org.fiscalloop.settlement.Settlement;

/** Money between levels in histories of everything. */
@Domain(Step.Histories.class)
class SettlementProperties {
    @Property(tries = 40)
    void money_between_levels_stands_where_a_naive_model_says(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            walk.naive
                    .settlements
                    .sent
                    .values()
                    .forEach(cash -> assertThat(
                                    walk.find(CashTransfer.id(cash.id)).state())
                            .as(cash.id)
                            .isEqualTo(cash.state));
            walk.naive
                    .settlements
                    .settlements
                    .values()
                    .forEach(settlement -> assertThat(
                                    walk.find(ReceivedSettlement.id("310000000", Settlement.id(settlement.id)))
                                            .state())
                            .as(settlement.id)
                            .isEqualTo(
                                    settlement.isConfirmed
                                            ? ReceivedSettlement.State.CONFIRMED
                                            : ReceivedSettlement.State.DELIVERED));
        });
    }

    @Property(tries = 40)
    void what_is_owed_to_the_level_above_is_what_came_ahead_and_what_was_settled(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            assertThat(sums.treasury("2012").credit())
                    .isEqualTo(walk.naive.settlements.unsettled())
                    .isEqualTo(sums.memorandum("ML02").debit());
            assertThat(sums.treasury("601104").credit()).isEqualTo(walk.naive.settlements.unsettled());
            assertThat(sums.memorandum("ML01").debit()).isEqualTo(walk.naive.settlements.ordered());
        });
    }
}
