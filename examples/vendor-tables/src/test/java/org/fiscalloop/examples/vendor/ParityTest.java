package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.TwoYears;
import org.fiscalloop.loop.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same inputs, one after the other, through the loop in memory and through the vendor's tables: the same everything. */
class ParityTest {
    /** So many inputs are given to each database, at least. */
    private static final int INPUTS = 10_000;

    private static final int STEPS = 1_500;

    private static final LocalDate LATE = LocalDate.of(TwoYears.NEXT, 1, 28);

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

    @ParameterizedTest
    @EnumSource
    void a_year_that_is_carried_over_and_closed_ends_with_equal_documents_balances_and_records(
            TestDatabase.Product product) {
        FiscalLoop loop = turnOfYear();
        try (TestDatabase database = product.open()) {
            BudgetService service = new BudgetService(database.transactions(), loop.rules(), TestDatabase.BOOKS);
            RandomHistory.inputsOf(loop).forEach(input -> Town.done(service.take(input)));
            State.assertSame(database, loop);
            assertThat(database.transactions().races()).isZero();
            assertThat(service.decidedAgain()).isZero();
        }
    }

    /** Something of a year is paid, what is left is carried over, the year is closed, and late in January money comes back. */
    private static FiscalLoop turnOfYear() {
        Town town = new Town();
        World world = town.world();
        world.adopt(TwoYears.NEXT);
        var voucher = world.pay("1", town.allotment("A1", 80_000), town.elements(), 30_000);
        TwoYears.carry(world, World.ORGAN, World.INSTITUTION);
        world.turn(World.YEAR, TwoYears.LAST_DAY);
        for (String agency : ImmutableList.of(World.ORGAN, World.INSTITUTION)) {
            World.done(world.ask("head" + agency, new CloseAgencyYear(World.DIVISION, agency, World.YEAR)));
        }
        World.done(world.ask("finance", new CloseDivisionYear(World.DIVISION, World.YEAR)));
        world.turn(TwoYears.NEXT, LATE);
        World.done(world.refund("T1", voucher, 2_000));
        return world.loop();
    }

    private static void giveAll(RandomHistory history, BudgetService service) {
        for (int i = 0; i < history.inputs().size(); i++) {
            Reply reply = service.take(history.inputs().get(i));
            assertThat(reply.record()).isEqualTo(history.outcomes().get(i));
        }
        assertThat(service.decidedAgain()).isZero();
    }
}
