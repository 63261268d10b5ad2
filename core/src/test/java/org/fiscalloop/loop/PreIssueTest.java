package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SupplementAllotment;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.AllotmentProgress;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.RulesInForce;
import org.fiscalloop.tracing.Trace;
import org.junit.jupiter.api.Test;

/** What cannot wait for the budget is issued and paid before it, and offset when it has come. */
class PreIssueTest {
    private static final Id<Allotment> TEMPORARY = Allotment.id("T-1");
    private static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);

    private final World world = World.open();
    private final Elements elements = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
    private final Id<BudgetLine> line = world.propose("L-1", elements, 100_000);

    private AllotmentTerms temporary(long fen) {
        return ImmutableAllotmentTerms.builder()
                .from(World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, fen))
                .family(AllotmentFamily.TEMPORARY)
                .ground(AllotmentTerms.Ground.SAME_PERIOD)
                .build();
    }

    private void appropriate() {
        done(world.act("finance", line, BudgetAction.APPROVE));
        done(world.act("finance", line, BudgetAction.APPROPRIATE));
    }

    private long balance(AllotmentMeasure measure, Id<Allotment> of) {
        return TwoYears.balance(world, measure, Dimensions.ALLOTMENT, of.value());
    }

    private Outcome offset(Id<Allotment> formal, long fen) {
        return world.ask("chief", new OffsetAllotment(TEMPORARY, formal, Fen.money(fen)));
    }

    private AllotmentProgress progress() {
        RulesInForce rules = world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
        return world.loop()
                .read(rules, reads -> AllotmentProgress.of(reads.find(line).orElseThrow(), reads));
    }

    @Test
    void what_was_paid_before_the_budget_stays_where_it_was_paid_and_is_covered_by_the_budget() {
        world.issue(TEMPORARY.value(), temporary(60_000));
        world.pay("1", TEMPORARY, elements, 40_000);
        assertThat(balance(AllotmentMeasure.PRE_ISSUED, TEMPORARY)).isEqualTo(60_000);

        appropriate();
        Id<Allotment> formal = world.allotment("A-1", line, elements, 100_000);
        done(world.ask("chief", new ReduceAllotment(TEMPORARY, Fen.money(20_000), "未使用")));
        done(offset(formal, 40_000));

        assertThat(balance(AllotmentMeasure.PRE_ISSUED, TEMPORARY)).isZero();
        assertThat(balance(AllotmentMeasure.PAID, TEMPORARY)).isEqualTo(40_000);
        assertThat(balance(AllotmentMeasure.AVAILABLE, TEMPORARY)).isZero();
        assertThat(balance(AllotmentMeasure.AVAILABLE, formal)).isEqualTo(60_000);
        assertThat(progress())
                .isEqualTo(new AllotmentProgress(Fen.money(100_000), Fen.money(100_000), Fen.money(40_000)));
        assertThat(Trace.down(world.loop(), Project.id(elements.project()))
                        .orElseThrow()
                        .lines()
                        .get(0)
                        .allotments())
                .extracting(allotted -> allotted.amount())
                .containsExactly(Fen.money(40_000), Fen.money(60_000));
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void no_more_is_issued_before_its_appropriation_than_a_line_proposes() {
        world.issue(TEMPORARY.value(), temporary(60_000));
        done(world.ask("finance", new CreateAllotment(Allotment.id("T-2"), temporary(40_001))));
        done(world.act("finance", Allotment.id("T-2"), AllotmentAction.SUBMIT));

        Outcome refused = world.act("chief", Allotment.id("T-2"), AllotmentAction.APPROVE);

        assertThat(codes(refused)).containsExactly("allotment.over-proposed");
        assertThat(refused.refusals().get(0).text()).contains("L-1", "400.00", "400.01", "0.01");
        assertThat(codes(world.ask("deputy", new SupplementAllotment(TEMPORARY, Fen.money(40_001), "追加"))))
                .containsExactly("allotment.over-proposed");
        done(world.ask("deputy", new SupplementAllotment(TEMPORARY, Fen.money(40_000), "追加")));
    }

    @Test
    void a_line_from_which_something_was_issued_does_not_leave_the_review() {
        world.issue(TEMPORARY.value(), temporary(60_000));

        for (BudgetAction action :
                ImmutableList.of(BudgetAction.RETURN, BudgetAction.RETURN_TO_ENTRY, BudgetAction.VOID)) {
            assertThat(codes(world.act("finance", line, action)))
                    .as(action.name())
                    .contains("allotment.over-proposed");
        }
        done(world.ask("chief", new RecallAllotment(TEMPORARY, RecallMode.WHOLE, "收回")));
        done(world.act("finance", line, BudgetAction.VOID));
    }

    @Test
    void what_was_spent_before_the_budget_is_not_spent_again() {
        world.issue(TEMPORARY.value(), temporary(60_000));
        world.pay("1", TEMPORARY, elements, 60_000);
        appropriate();
        Id<Allotment> formal = world.allotment("A-1", line, elements, 100_000);
        String clerk = "clerk" + ORGAN;
        done(world.ask(clerk, new CreatePayment(World.request("R-2"), World.paymentTerms(formal, elements, 40_001))));

        Outcome refused = world.act(clerk, World.request("R-2"), PaymentAction.SUBMIT);

        assertThat(codes(refused)).containsExactly("allotment.over-unspent");
        assertThat(refused.refusals().get(0).text()).contains("400.00", "400.01");
        world.pay("3", formal, elements, 40_000);
        done(offset(formal, 60_000));
        assertThat(progress().paid()).isEqualTo(progress().received());
    }

    @Test
    void no_more_is_offset_than_was_issued_before_and_than_the_formal_one_has() {
        world.issue(TEMPORARY.value(), temporary(60_000));
        appropriate();
        Id<Allotment> formal = world.allotment("A-1", line, elements, 50_000);

        assertThat(codes(offset(formal, 60_001))).contains("allotment.over-pre-issued", "payment.over-allotment");
        assertThat(codes(offset(formal, 50_001))).containsExactly("payment.over-allotment");
        done(offset(formal, 50_000));
    }

    @Test
    void what_comes_back_after_the_offset_goes_back_to_the_line() {
        world.issue(TEMPORARY.value(), temporary(60_000));
        var voucher = world.pay("1", TEMPORARY, elements, 60_000);
        appropriate();
        Id<Allotment> formal = world.allotment("A-1", line, elements, 100_000);
        done(offset(formal, 60_000));
        done(world.refund("1", voucher, 10_000));

        done(world.ask("chief", new ReduceAllotment(TEMPORARY, Fen.money(10_000), "退回")));

        assertThat(progress().undistributed()).isEqualTo(Fen.money(10_000));
        assertThat(balance(AllotmentMeasure.PRE_ISSUED, TEMPORARY)).isZero();
    }

    @Test
    void a_temporary_allotment_is_issued_in_its_year_only() {
        World early = World.open().turn(YEAR, LocalDate.of(YEAR - 1, 12, 31));

        assertThat(codes(early.ask("finance", new CreateAllotment(TEMPORARY, temporary(1)))))
                .contains("allotment.outside-year");
    }

    @Test
    void a_year_is_neither_carried_over_nor_closed_while_something_is_to_be_offset() {
        TwoYears.adopt(world, YEAR + 1);
        world.issue(TEMPORARY.value(), temporary(60_000));
        world.pay("1", TEMPORARY, elements, 60_000);
        appropriate();
        Id<Allotment> formal = world.allotment("A-1", line, elements, 100_000);

        world.turn(YEAR, LAST_DAY);
        Outcome closing = world.ask("head" + ORGAN, new CloseAgencyYear(DIVISION, ORGAN, YEAR));
        assertThat(codes(closing)).contains("closing.pre-issued");
        assertThat(closing.refusals().stream()
                        .filter(refusal -> refusal.code().equals("closing.pre-issued"))
                        .findFirst()
                        .orElseThrow()
                        .allowed())
                .containsExactly("OFFSET", "REDUCE");
        done(TwoYears.calculate(world, ORGAN));
        assertThat(codes(TwoYears.confirm(world, ORGAN))).containsExactly("carry-over.pre-issued");

        world.turn(YEAR, LAST_DAY);
        done(offset(formal, 60_000));
        world.turn(YEAR + 1, LAST_DAY);
        done(world.act("finance", TwoYears.id(ORGAN), CarryOverAction.RECALCULATE));
        done(TwoYears.confirm(world, ORGAN));
        world.turn(YEAR, LAST_DAY);
        done(world.ask("head" + ORGAN, new CloseAgencyYear(DIVISION, ORGAN, YEAR)));
    }
}
