package org.fiscalloop.finalaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import org.fiscalloop.loop.RecordCursor;
import org.fiscalloop.loop.TwoYears;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;

/** What statements show of 1,000.00 yuan allotted of a project of 1,500.00, of which 400.00 were paid when the year turned. */
class TurnOfYearTest {
    private static final Scope SCOPE = Scope.agency(DIVISION, ORGAN, YEAR);

    private static World turned(RuleTimeline rules) {
        World world = TwoYears.open(rules);
        var project = world.project(1, ORGAN, 150_000);
        Elements elements = World.elements(ORGAN, project);
        world.pay("1", world.allotment("A", world.line("L", elements, 100_000), elements, 100_000), elements, 40_000);
        done(TwoYears.calculate(world, ORGAN));
        done(TwoYears.confirm(world, ORGAN));
        return world;
    }

    private static FinalAccounts accounts(World world) {
        var rules = world.loop().rules().at(DIVISION, YEAR, World.DAY).orElseThrow();
        return world.loop().read(rules, reads -> Statements.under(rules).of(reads, SCOPE));
    }

    private static String project(FinalAccounts accounts) {
        return accounts.statement("NEXT_YEAR")
                .line("PROJECT", World.code(1).value())
                .cells()
                .toString();
    }

    @Test
    void what_was_carried_over_is_an_input_of_the_next_budget_and_the_right_to_it_is_income_of_the_year() {
        World world = turned(TwoYears.rules());
        FinalAccounts accounts = accounts(world);

        assertThat(project(accounts))
                .isEqualTo("{PAID=400.00, UNSPENT=0.00, CARRIED=600.00, LAPSED=0.00, RESERVE=500.00}");
        Statement f4 = accounts.statement("F4");
        assertThat(f4.line("INCOME").cell("TOTAL").fen()).isEqualTo(100_000);
        assertThat(f4.line("EXPENDITURE").cell("TOTAL").fen()).isEqualTo(40_000);
        assertThat(f4.line("CLOSING").cell("TOTAL").fen()).isEqualTo(60_000);
        assertThat(accounts.statement("BALANCE")
                        .line("QUOTA_RECEIVABLE")
                        .cell("CLOSING")
                        .fen())
                .isEqualTo(60_000);
        try (RecordCursor records = world.loop().records(0)) {
            Bridge bridge = accounts.bridge(records);
            assertThat(bridge.budgetary()).isEqualTo(60_000);
            assertThat(bridge.lines()).isEmpty();
        }
    }

    @Test
    void what_lapsed_is_back_in_the_reserve_of_its_project() {
        FinalAccounts accounts = accounts(turned(TwoYears.rules(TwoYears.lapsing())));

        assertThat(project(accounts))
                .isEqualTo("{PAID=400.00, UNSPENT=0.00, CARRIED=0.00, LAPSED=600.00, RESERVE=1100.00}");
        assertThat(accounts.statement("F4").line("CLOSING").cell("TOTAL").fen()).isZero();
    }
}
