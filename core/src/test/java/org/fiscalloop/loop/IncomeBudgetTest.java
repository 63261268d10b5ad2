package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.finalaccounts.RevenueExecution;
import org.fiscalloop.finalaccounts.RevenueExecution.Row;
import org.fiscalloop.incomebudget.ImmutableIncomeBudgetTerms;
import org.fiscalloop.incomebudget.IncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetAction;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.AdjustIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.CreateIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.ReviseIncomeBudget;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.junit.jupiter.api.Test;

/** The revenue budget: filled in, approved, adjusted, and what came in of it. */
class IncomeBudgetTest {
    private final World world = World.open();

    private static Id<IncomeBudget> id(String fund, String income) {
        return IncomeBudget.id(DIVISION, YEAR, fund, income);
    }

    private static ImmutableIncomeBudgetTerms terms(String fund, String income, long fen) {
        return ImmutableIncomeBudgetTerms.builder()
                .division(DIVISION)
                .agency("")
                .fiscalYear(YEAR)
                .fund(fund)
                .income(income)
                .amount(Fen.money(fen))
                .build();
    }

    private Outcome create(String fund, String income, long fen) {
        return world.ask("finance", new CreateIncomeBudget(id(fund, income), terms(fund, income, fen)));
    }

    private Id<IncomeBudget> inForce(String fund, String income, long fen) {
        Id<IncomeBudget> id = id(fund, income);
        done(create(fund, income, fen));
        done(world.act("finance", id, IncomeBudgetAction.SUBMIT));
        done(world.act("chief", id, IncomeBudgetAction.APPROVE));
        done(world.act("chief", id, IncomeBudgetAction.ENACT));
        return id;
    }

    private Outcome adjust(Id<IncomeBudget> id, long change, String approval) {
        return world.ask("chief", new AdjustIncomeBudget(id, Fen.money(change), approval));
    }

    private void report(IncomeTerms.Line... lines) {
        done(world.tell("r1", new TreasuryDayReport(IncomeReceipt.number("D1"), DAY, ImmutableList.copyOf(lines))));
    }

    private RevenueExecution execution() {
        return world.loop()
                .read(
                        world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow(),
                        reads -> RevenueExecution.of(DIVISION, YEAR, reads));
    }

    private long budgeted(Id<IncomeBudget> id) {
        return Sums.of(world.loop().balances())
                .on(Ledgers.MEMORANDUM, "M71", "M72")
                .where(Dimensions.DOCUMENT, id.value())
                .debit();
    }

    @Test
    void a_line_counts_from_the_day_on_which_congress_has_approved_it() {
        Id<IncomeBudget> id = id("111", "101");
        done(create("111", "101", 10_000));
        done(world.ask("finance", new ReviseIncomeBudget(id, terms("111", "101", 12_000))));
        done(world.act("finance", id, IncomeBudgetAction.SUBMIT));
        assertThat(codes(world.act("deputy", id, IncomeBudgetAction.ENACT))).containsExactly("lifecycle.not-allowed");
        done(world.act("deputy", id, IncomeBudgetAction.APPROVE));
        assertThat(budgeted(id)).isZero();

        done(world.act("chief", id, IncomeBudgetAction.ENACT));

        assertThat(budgeted(id)).isEqualTo(12_000);
    }

    @Test
    void who_fills_a_line_in_does_not_approve_it() {
        Id<IncomeBudget> id = id("111", "101");
        done(world.ask("deputy", new CreateIncomeBudget(id, terms("111", "101", 10_000))));
        done(world.act("finance", id, IncomeBudgetAction.SUBMIT));

        assertThat(codes(world.act("deputy", id, IncomeBudgetAction.APPROVE))).containsExactly("lifecycle.four-eyes");
    }

    @Test
    void a_line_is_of_one_code_of_the_year_and_one_fund_of_the_government_as_its_id_says() {
        assertThat(codes(create("111", "101", 0))).containsExactly("income-budget.amount-not-positive");
        assertThat(codes(create("111", "10199999", 1))).containsExactly("income-budget.unknown-income-code");
        assertThat(codes(create("31", "10304", 1))).containsExactly("income-budget.fund-not-of-government");
        assertThat(codes(world.ask("finance", new CreateIncomeBudget(id("111", "101"), terms("111", "103", 1)))))
                .containsExactly("income-budget.other-id");
        done(create("2", "10304", 1));
        assertThat(codes(create("2", "10304", 1))).isNotEmpty();
    }

    @Test
    void only_an_approved_adjustment_changes_a_line_and_never_below_nothing() {
        Id<IncomeBudget> id = inForce("111", "101", 1_000);

        assertThat(codes(adjust(id, 500, " "))).containsExactly("income-budget.no-approval");
        done(adjust(id, 500, "人常〔2024〕3号"));
        assertThat(budgeted(id)).isEqualTo(1_500);
        Outcome over = adjust(id, -1_501, "人常〔2024〕4号");
        assertThat(codes(over)).containsExactly("income-budget.below-zero");
        assertThat(over.refusals().get(0).text()).contains("approved 10.00").contains("adjusted 5.00");
        done(adjust(id, -1_500, "人常〔2024〕4号"));
        assertThat(budgeted(id)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new AdjustIncomeBudget(id, Fen.money(0), "x"));
    }

    @Test
    void the_execution_is_read_by_the_longest_code_that_is_budgeted() {
        inForce("111", "101", 10_000);
        Id<IncomeBudget> vat = inForce("111", "10101", 3_000);
        done(adjust(vat, -1_000, "人常〔2024〕3号"));
        report(
                new IncomeTerms.Line("10101", "111", "", Fen.money(2_500)),
                new IncomeTerms.Line("10102", "111", "", Fen.money(600)),
                new IncomeTerms.Line("10104", "111", "", Fen.money(67)),
                new IncomeTerms.Line("10304", "2", "", Fen.money(44)));

        assertThat(execution().rows())
                .containsExactly(
                        new Row("111", "101", 10_000, 0, 667, 0),
                        new Row("111", "10101", 3_000, -1_000, 2_500, 0),
                        new Row("2", "10304", 0, 0, 44, 0));
        Row taxes = execution().rows().get(0);
        assertThat(taxes.difference()).isEqualTo(-9_333);
        assertThat(taxes.percent(2)).hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo("6.67"));
        Row special = execution().rows().get(2);
        assertThat(special.percent(2)).as("nothing is budgeted").isEmpty();
        assertThat(execution().total("111")).isEqualTo(new Row("111", "", 13_000, -1_000, 3_167, 0));
        assertThat(execution().total("111").percent(1))
                .hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo("26.4"));
    }

    @Test
    void a_loop_that_reopens_knows_the_revenue_budget_as_it_was() {
        inForce("111", "101", 1_000);
        assertThat(world.loop().verify()).isEmpty();
    }
}
