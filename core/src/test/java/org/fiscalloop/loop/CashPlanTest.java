package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.Plans.balance;
import static org.fiscalloop.loop.Plans.reduction;
import static org.fiscalloop.loop.Plans.submitted;
import static org.fiscalloop.loop.Plans.terms;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import java.time.LocalDate;
import java.time.Month;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.cashplan.CashPlanAction;
import org.fiscalloop.cashplan.CashPlanCommands.AssessCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreateCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreatePlanReduction;
import org.fiscalloop.cashplan.CashPlanCommands.CreateProxyPlan;
import org.fiscalloop.cashplan.CashPlanCommands.ReviseCashPlan;
import org.fiscalloop.cashplan.CashPlanKind;
import org.fiscalloop.cashplan.CashPlanMeasure;
import org.fiscalloop.cashplan.CashPlanState;
import org.fiscalloop.cashplan.CashPlanTerms;
import org.fiscalloop.cashplan.ImmutableCashPlanTerms;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** The life of a cash plan, seen at the door: three ways to approval, and what each is held to. */
class CashPlanTest {
    private static final Id<CashPlan> P = CashPlan.id("P");

    private final World world = Plans.open();
    private final DoorFixtures.Room room = DoorFixtures.room(world);
    private final Id<Allotment> allotment = room.allotment();

    private CashPlan plan() {
        return world.loop().find(P).orElseThrow();
    }

    private CashPlanTerms april(long fen) {
        return terms(allotment, ORGAN, Month.APRIL, fen);
    }

    private long left(Month month) {
        return balance(world, CashPlanMeasure.LEFT, allotment, month);
    }

    private long planned(Month month) {
        return balance(world, CashPlanMeasure.PLANNED, allotment, month);
    }

    private void reviewedByAgency() {
        done(world.act(HEAD, P, CashPlanAction.APPROVE));
        done(world.act(HEAD, P, CashPlanAction.APPROVE));
    }

    @Test
    void under_the_nations_rules_there_are_no_cash_plans() {
        World nation = World.open();
        DoorFixtures.Room own = DoorFixtures.room(nation);

        Outcome refused = nation.ask(CLERK, new CreateCashPlan(P, terms(own.allotment(), ORGAN, Month.MARCH, 10_000)));

        assertThat(codes(refused)).containsExactly("cash-plan.not-used");
        assertThat(refused.refusals().get(0).text())
                .isEqualTo("division 310107000 controls the payments of 2024 by allotments alone");
    }

    @Test
    void a_plan_passes_agency_department_and_finance_and_is_booked_by_the_last() {
        submitted(world, "P", april(40_000));
        reviewedByAgency();
        assertThat(planned(Month.APRIL)).isZero();

        Outcome approved = done(world.act("chief", P, CashPlanAction.APPROVE));

        assertThat(approved.entries()).extracting(entry -> entry.rule()).containsExactly("M-61 plan");
        assertThat(plan().state()).isEqualTo(CashPlanState.APPROVED);
        assertThat(plan().terms().approved()).contains(Fen.money(40_000));
        assertThat(planned(Month.APRIL)).isEqualTo(40_000);
        assertThat(left(Month.APRIL)).isEqualTo(40_000);
        assertThat(left(Month.MARCH)).isZero();
    }

    @Test
    void finance_approves_less_than_is_asked_and_never_more() {
        submitted(world, "P", april(40_000));
        reviewedByAgency();

        Outcome more = world.ask("chief", new AssessCashPlan(P, Fen.money(40_001)));
        assertThat(codes(more)).containsExactly("cash-plan.over-asked");
        assertThat(more.refusals().get(0).facts())
                .containsEntry("given", Fact.amount(40_001))
                .containsEntry("allowed", Fact.amount(40_000));
        assertThat(codes(world.ask("chief", new AssessCashPlan(P, Fen.money(0)))))
                .containsExactly("cash-plan.amount-not-positive");

        done(world.ask("chief", new AssessCashPlan(P, Fen.money(25_000))));
        done(world.act("chief", P, CashPlanAction.APPROVE));

        assertThat(planned(Month.APRIL)).isEqualTo(25_000);
        assertThat(plan().terms().granted()).isEqualTo(Fen.money(25_000));
    }

    @Test
    void what_is_filled_in_says_neither_how_much_is_approved_nor_what_kind_it_is() {
        CashPlanTerms bold = ImmutableCashPlanTerms.builder()
                .from(april(40_000))
                .approved(Fen.money(90_000))
                .kind(CashPlanKind.REDUCTION)
                .build();

        done(world.ask(CLERK, new CreateCashPlan(P, bold)));

        assertThat(plan().terms()).isEqualTo(april(40_000));
    }

    @Test
    void what_was_returned_to_entry_is_filled_in_again_and_assessed_again() {
        submitted(world, "P", april(40_000));
        done(world.ask("chief", new AssessCashPlan(P, Fen.money(10_000))));
        done(world.act(HEAD, P, CashPlanAction.RETURN_TO_ENTRY));

        CashPlanTerms may = terms(allotment, ORGAN, Month.MAY, 30_000);
        done(world.ask(CLERK, new ReviseCashPlan(P, may)));

        assertThat(plan().state()).isEqualTo(CashPlanState.DRAFT);
        assertThat(plan().terms()).isEqualTo(may);
    }

    @Test
    void finance_plans_for_an_agency_and_another_person_of_finance_reviews_it() {
        done(world.ask("deputy", new CreateProxyPlan(P, april(40_000))));
        done(world.act("deputy", P, CashPlanAction.SUBMIT));
        assertThat(plan().state()).isEqualTo(CashPlanState.PROXY_SUBMITTED);
        assertThat(world.act("deputy", P, CashPlanAction.APPROVE).isDone()).isFalse();

        done(world.act("chief", P, CashPlanAction.APPROVE));
        done(world.act("chief", P, CashPlanAction.APPROVE));

        assertThat(planned(Month.APRIL)).isEqualTo(40_000);
        assertThat(plan().terms().kind()).isEqualTo(CashPlanKind.PROXY);
    }

    @Test
    void an_agency_does_not_plan_for_itself_by_proxy_nor_of_anothers_allotment() {
        assertThat(codes(world.ask(CLERK, new CreateProxyPlan(P, april(1))))).containsExactly("access.duty-missing");
        assertThat(codes(world.ask(
                        "clerk" + INSTITUTION, new CreateCashPlan(P, terms(allotment, INSTITUTION, Month.APRIL, 1)))))
                .containsExactly("cash-plan.allotment-of-another");
    }

    @Test
    void the_plans_of_all_months_are_never_more_than_the_allotment() {
        Plans.plan(world, "P1", april(60_000));
        submitted(world, "P", terms(allotment, ORGAN, Month.MAY, 40_001));
        reviewedByAgency();

        Outcome refused = world.act("chief", P, CashPlanAction.APPROVE);

        assertThat(codes(refused)).containsExactly("cash-plan.over-allotment");
        assertThat(refused.refusals().get(0).text())
                .isEqualTo(
                        "allotment A1 has 400.00 left to plan (executable 1000.00 + frozen 0.00 - plans left 600.00 = 400.00),"
                                + " asked 400.01, short by 0.01");
        done(world.ask("chief", new AssessCashPlan(P, Fen.money(40_000))));
        done(world.act("chief", P, CashPlanAction.APPROVE));
    }

    @Test
    void what_is_planned_of_an_allotment_is_not_reduced_or_taken_back_but_may_be_frozen() {
        Plans.plan(world, "P1", april(60_000));

        assertThat(codes(world.ask("chief", new ReduceAllotment(allotment, Fen.money(40_001), "调减"))))
                .containsExactly("cash-plan.over-allotment");
        assertThat(codes(world.act("chief", allotment, AllotmentAction.CANCEL_APPROVAL)))
                .containsExactly("cash-plan.over-allotment");
        done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(100_000))));
        assertThat(left(Month.APRIL)).isEqualTo(60_000);
    }

    @Test
    void a_reduction_takes_back_no_more_than_is_not_used() {
        Plans.plan(world, "P1", april(60_000));
        Id<CashPlan> more = reduction(world, "P2", april(60_001));
        Outcome refused = world.act("chief", more, CashPlanAction.APPROVE);
        assertThat(codes(refused)).containsExactly("cash-plan.over-plan");
        assertThat(refused.refusals().get(0).text())
                .isEqualTo(
                        "of the plans of allotment A1 for month 04 600.00 is left;" + " asked 600.01, short by 0.01");

        Id<CashPlan> less = reduction(world, "P3", april(20_000));
        Outcome reduced = done(world.act("chief", less, CashPlanAction.APPROVE));

        assertThat(reduced.entries()).extracting(entry -> entry.rule()).containsExactly("M-61 reduce");
        assertThat(planned(Month.APRIL)).isEqualTo(40_000);
        assertThat(left(Month.APRIL)).isEqualTo(40_000);
        Plans.plan(world, "P4", terms(allotment, ORGAN, Month.MAY, 60_000));
    }

    @Test
    void a_month_that_is_over_is_not_planned_unless_a_place_lets_it_be() {
        LocalDate on = LocalDate.of(World.YEAR, 4, 30);
        CreateCashPlan march = new CreateCashPlan(P, terms(allotment, ORGAN, Month.MARCH, 1));
        Outcome refused = world.turn(World.YEAR, on).ask(CLERK, march);
        assertThat(codes(refused)).containsExactly("cash-plan.month-over");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("allowed", Fact.day(LocalDate.of(World.YEAR, 4, 1)));
        done(world.ask(CLERK, new CreateCashPlan(CashPlan.id("P2"), april(1))));

        Tree warns = Tree.text("WARN");
        World place = World.open(
                TwoYears.rules(Plans.DUAL, CityRules.change("cashPlan/severities/cash-plan.month-over", warns)),
                new InMemoryJournal());
        DoorFixtures.room(place);
        assertThat(done(place.turn(World.YEAR, on).ask(CLERK, march)).isDone()).isTrue();
    }

    @Test
    void an_earlier_month_may_be_reduced() {
        CashPlanTerms march = terms(allotment, ORGAN, Month.MARCH, 60_000);
        Plans.plan(world, "P1", march);
        world.turn(World.YEAR, LocalDate.of(World.YEAR, 6, 1));

        done(world.act("chief", reduction(world, "P2", march), CashPlanAction.APPROVE));

        assertThat(planned(Month.MARCH)).isZero();
    }

    @Test
    void nothing_is_planned_of_what_may_not_be_paid_from() {
        Id<Allotment> pending = world.issue(
                "A2", World.allotmentTerms(BudgetLine.id("L1"), room.elements(), AllotmentFlag.PENDING, 50_000));

        Outcome refused = world.ask(CLERK, new CreateCashPlan(P, terms(pending, ORGAN, Month.APRIL, 1)));
        assertThat(codes(refused)).containsExactly("cash-plan.no-allotment");
        assertThat(refused.refusals().get(0).textZh()).isEqualTo("指标 A2 状态为 已下达, 待分; 用款计划须有已下达的可执行指标");
        assertThat(codes(world.ask(CLERK, new CreateCashPlan(P, terms(Allotment.id("X"), ORGAN, Month.APRIL, 1)))))
                .containsExactly("cash-plan.no-allotment");
        assertThat(codes(world.ask(CLERK, new CreateCashPlan(P, april(0)))))
                .containsExactly("cash-plan.amount-not-positive");
        assertThat(codes(world.ask("finance", new CreatePlanReduction(P, april(0)))))
                .containsExactly("cash-plan.amount-not-positive");
    }

    @Test
    void after_its_year_nothing_of_it_is_planned_or_approved() {
        CashPlanTerms december = terms(allotment, ORGAN, Month.DECEMBER, 40_000);
        submitted(world, "P", december);
        world.turn(World.YEAR, LocalDate.of(World.YEAR + 1, 1, 2));

        assertThat(codes(world.act(HEAD, P, CashPlanAction.APPROVE))).containsExactly("cash-plan.year-over");
        assertThat(codes(world.ask(CLERK, new CreateCashPlan(CashPlan.id("P2"), december))))
                .containsExactly("cash-plan.year-over", "cash-plan.month-over");
    }

    @Test
    void a_plan_that_is_given_up_before_it_is_handed_in_is_void_and_counts_nowhere() {
        done(world.ask(CLERK, new CreateCashPlan(P, april(40_000))));
        done(world.act(CLERK, P, CashPlanAction.VOID));

        assertThat(plan().state()).isEqualTo(CashPlanState.VOIDED);
        assertThat(planned(Month.APRIL)).isZero();
        assertThat(world.act(CLERK, P, CashPlanAction.SUBMIT).isDone()).isFalse();
    }
}
