package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.loop.RandomHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same inputs, one after the other, through the loop in memory and through the vendor's tables: the same everything. */
class ParityTest {
    /** So many inputs are given to each database, at least. */
    private static final int INPUTS = 10_000;

    private static final int STEPS = 1_500;

    /** Made once, for both databases. */
    private static final ImmutableList<RandomHistory> HISTORIES = histories();

    private static ImmutableList<RandomHistory> histories() {
        ImmutableList.Builder<RandomHistory> histories = ImmutableList.builder();
        int inputs = 0;
        for (long seed = 1; inputs < INPUTS; seed++) {
            RandomHistory history = RandomHistory.of(seed, STEPS);
            histories.add(history);
            inputs += history.inputs().size();
        }
        return histories.build();
    }

    @ParameterizedTest
    @EnumSource
    void random_histories_end_with_equal_documents_balances_refusals_and_records(TestDatabase.Product product) {
        for (RandomHistory history : HISTORIES) {
            try (TestDatabase database = product.open()) {
                giveAll(history, new BudgetService(database.transactions(), RandomHistory.RULES, TestDatabase.BOOKS));
                State.assertSame(database, history.loop());
                assertThat(database.transactions().races()).isZero();
            }
        }
    }

    private static void giveAll(RandomHistory history, BudgetService service) {
        for (int i = 0; i < history.inputs().size(); i++) {
            Reply reply = service.take(history.inputs().get(i));
            assertThat(reply.record()).isEqualTo(history.outcomes().get(i));
        }
        assertThat(service.decidedAgain()).isZero();
    }
}
