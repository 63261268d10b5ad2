package org.fiscalloop.virement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAmounts;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.TwoYears;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectMeasure;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RulesInForce;
import org.fiscalloop.tracing.Trace;
import org.fiscalloop.virement.VirementCommands.CreateVirement;
import org.fiscalloop.virement.VirementCommands.ReviseVirement;
import org.junit.jupiter.api.Test;

/** Amounts that move between allotments by a virement, and those that do not. */
class VirementTest {
    private static final Id<Virement> VIREMENT = Virement.id("D-1");
    private static final String CLERK = "clerk" + ORGAN;
    private static final String HEAD = "head" + ORGAN;

    private final World world = World.open();
    private final Id<Project> project = world.project(1, ORGAN, 1_000_000);
    private final Elements services = World.elements(ORGAN, project);
    private final Elements printing = with(services, "50201", "30202").build();
    private final Id<Allotment> office = issue("A-1", services, 100_000);
    private final Id<Allotment> prints = issue("A-2", printing, 50_000);

    private static ImmutableElements.Builder with(Elements elements, String government, String department) {
        return ImmutableElements.builder()
                .from(elements)
                .governmentEconomic(government)
                .departmentEconomic(department);
    }

    /** An allotment of the whole of a line of its own. */
    private Id<Allotment> issue(String id, Elements elements, long fen) {
        return world.allotment(id, world.line("L" + id, elements, fen), elements, fen);
    }

    private static ImmutableVirementTerms.Builder terms(String agency) {
        return ImmutableVirementTerms.builder()
                .division(DIVISION)
                .agency(agency)
                .fiscalYear(YEAR)
                .batchNo("调剂2024-1")
                .reason("印刷任务增加");
    }

    private static VirementTerms moving(Id<Allotment> from, Id<Allotment> to, long fen) {
        return terms(ORGAN)
                .addLines(new VirementTerms.Line(from, to, Fen.money(fen)))
                .build();
    }

    private Outcome create(VirementTerms terms) {
        return world.ask(CLERK, new CreateVirement(VIREMENT, terms));
    }

    private Outcome act(String actor, VirementAction action) {
        return world.act(actor, VIREMENT, action);
    }

    /** A virement that the department has before it. */
    private void submitted(VirementTerms terms) {
        done(create(terms));
        done(act(CLERK, VirementAction.SUBMIT));
    }

    /** A virement that finance has before it, after the department. */
    private void atFinance(VirementTerms terms) {
        done(create(terms));
        done(act(CLERK, VirementAction.SUBMIT_TO_FINANCE));
        done(act(HEAD, VirementAction.APPROVE));
    }

    private static Refusal refusal(Outcome outcome, String code) {
        return outcome.refusals().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(codes(outcome)));
    }

    private long balance(Measure measure, Dimension dimension, String code) {
        return TwoYears.balance(world, measure, dimension, code);
    }

    private long available(Id<Allotment> allotment) {
        return balance(AllotmentMeasure.AVAILABLE, Dimensions.ALLOTMENT, allotment.value());
    }

    private BudgetAmounts amounts(String line) {
        RulesInForce rules = world.loop().rules().at(DIVISION, YEAR, World.DAY).orElseThrow();
        return world.loop()
                .read(
                        rules,
                        reads ->
                                BudgetAmounts.of(reads.find(BudgetLine.id(line)).orElseThrow(), reads));
    }

    @Test
    void A5_within_one_project_and_class_the_department_decides_and_lines_change_with_the_allotments() {
        submitted(moving(office, prints, 30_000));
        assertThat(available(office)).isEqualTo(100_000);

        done(act(HEAD, VirementAction.APPROVE));

        assertThat(world.loop().find(VIREMENT).orElseThrow().state()).isEqualTo(VirementState.EXECUTED);
        assertThat(available(office)).isEqualTo(70_000);
        assertThat(available(prints)).isEqualTo(80_000);
        assertThat(amounts("LA-1"))
                .isEqualTo(new BudgetAmounts(
                        Fen.money(100_000), Fen.money(0), Fen.money(-30_000), Fen.money(0), Fen.money(0)));
        assertThat(amounts("LA-2").current()).isEqualTo(Fen.money(80_000));
        assertThat(world.loop().find(office).orElseThrow().trail().last().action())
                .isEqualTo("VIRE");
        assertThat(Trace.down(world.loop(), project).orElseThrow().lines())
                .extracting(
                        line -> line.appropriated(),
                        line -> line.allotments().get(0).amount())
                .containsExactly(
                        tuple(Fen.money(70_000), Fen.money(70_000)), tuple(Fen.money(80_000), Fen.money(80_000)));
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void A5_between_projects_finance_decides_after_the_department_and_the_reserve_of_the_receiving_one_is_taken() {
        Id<Project> second = world.project(2, ORGAN, 300_000);
        Id<Allotment> other = issue("A-3", World.elements(ORGAN, second), 100_000);
        done(create(moving(office, other, 30_000)));

        Refusal refusal = refusal(act(CLERK, VirementAction.SUBMIT), "virement.over-authority");
        assertThat(refusal.text()).contains("FINANCE", "DEPARTMENT", "《预算法》 art. 72");
        assertThat(refusal.allowed()).containsExactly("SUBMIT_TO_FINANCE");

        done(act(CLERK, VirementAction.SUBMIT_TO_FINANCE));
        assertThat(codes(act("finance", VirementAction.APPROVE))).containsExactly("access.duty-missing");
        done(act(HEAD, VirementAction.APPROVE));
        assertThat(available(other)).isEqualTo(100_000);
        done(act("finance", VirementAction.APPROVE));

        assertThat(available(other)).isEqualTo(130_000);
        assertThat(balance(ProjectMeasure.OPEN, Dimensions.PROJECT, second.value()))
                .isEqualTo(170_000);
        assertThat(balance(ProjectMeasure.OPEN, Dimensions.PROJECT, project.value()))
                .isEqualTo(880_000);
    }

    @Test
    void a_project_receives_no_more_than_it_has_in_reserve() {
        Id<Project> second = world.project(2, ORGAN, 100_000);
        Id<Allotment> other = issue("A-3", World.elements(ORGAN, second), 100_000);
        atFinance(moving(office, other, 1));

        assertThat(codes(act("finance", VirementAction.APPROVE))).containsExactly("project.over-reserve");
    }

    @Test
    void A3_what_is_given_must_be_available_when_it_is_executed() {
        submitted(moving(office, prints, 100_000));
        done(world.ask("chief", new FreezeAllotment(office, Fen.money(1))));

        assertThat(codes(act(HEAD, VirementAction.APPROVE))).containsExactly("payment.over-allotment");
        assertThat(available(prints)).isEqualTo(50_000);
    }

    @Test
    void what_was_vired_to_an_allotment_does_not_hide_that_as_much_of_it_is_used_when_its_approval_is_cancelled() {
        submitted(moving(office, prints, 1));
        done(act(HEAD, VirementAction.APPROVE));
        done(world.ask("chief", new FreezeAllotment(prints, Fen.money(1))));
        assertThat(available(prints)).isEqualTo(50_000);

        Outcome cancelled = world.act("chief", prints, AllotmentAction.CANCEL_APPROVAL);

        assertThat(codes(cancelled)).containsExactly("allotment.in-use");
        assertThat(cancelled.refusals().get(0).text())
                .contains("issued for 500.00, 500.00 is unused", "0.01 frozen", "changed 1 times by virement");
    }

    @Test
    void the_approval_of_an_allotment_that_virements_gave_to_and_took_from_alike_is_not_cancelled() {
        submitted(terms(ORGAN)
                .addLines(
                        new VirementTerms.Line(office, prints, Fen.money(1)),
                        new VirementTerms.Line(prints, office, Fen.money(1)))
                .build());
        done(act(HEAD, VirementAction.APPROVE));

        Outcome cancelled = world.act("chief", prints, AllotmentAction.CANCEL_APPROVAL);

        assertThat(codes(cancelled)).containsExactly("allotment.in-use");
        assertThat(cancelled.refusals().get(0).text())
                .contains("issued for 500.00, 500.00 is unused", "changed 1 times by virement");
    }

    @Test
    void several_lines_that_give_of_one_allotment_are_summed_before_the_check() {
        Id<Allotment> meetings = issue("A-3", services, 10_000);
        submitted(terms(ORGAN)
                .addLines(
                        new VirementTerms.Line(office, prints, Fen.money(60_000)),
                        new VirementTerms.Line(office, meetings, Fen.money(40_001)))
                .build());

        assertThat(codes(act(HEAD, VirementAction.APPROVE))).containsExactly("payment.over-allotment");
    }

    @Test
    void what_one_line_gives_another_may_take_on() {
        Id<Allotment> third = issue("A-3", services, 10_000);
        submitted(terms(ORGAN)
                .addLines(
                        new VirementTerms.Line(office, prints, Fen.money(100_000)),
                        new VirementTerms.Line(prints, third, Fen.money(120_000)))
                .build());

        done(act(HEAD, VirementAction.APPROVE));

        assertThat(available(office)).isZero();
        assertThat(available(prints)).isEqualTo(30_000);
        assertThat(available(third)).isEqualTo(130_000);
    }

    @Test
    void A6_the_fund_never_changes() {
        Id<Allotment> bonds = issue(
                "A-3", ImmutableElements.builder().from(services).fund("114").build(), 10_000);

        assertThat(codes(create(moving(office, bonds, 1)))).containsExactly("virement.fund-differs");
    }

    @Test
    void nobody_lets_hospitality_meetings_or_training_grow() {
        Id<Allotment> hospitality =
                issue("A-3", with(services, "50206", "30217").build(), 10_000);
        Id<Allotment> labelled = issue(
                "A-4",
                ImmutableElements.builder()
                        .from(services)
                        .putExtra(Labels.THREE_PUBLIC, Labels.YES)
                        .build(),
                10_000);

        assertThat(refusal(create(moving(office, hospitality, 1)), "virement.not-allowed")
                        .text())
                .contains("三公经费");
        assertThat(codes(create(moving(office, labelled, 1)))).containsExactly("virement.not-allowed");
        submitted(moving(hospitality, office, 1));
        done(act(HEAD, VirementAction.APPROVE));
    }

    @Test
    void personnel_and_operating_expenditure_are_not_mixed() {
        Id<Project> people = world.reserve(World.projectTerms(5, ORGAN, "1", 100_000));
        Id<Project> running = world.reserve(World.projectTerms(6, ORGAN, "21", 100_000));
        Id<Allotment> wages = issue("A-5", World.elements(ORGAN, people), 10_000);
        Id<Allotment> daily = issue("A-6", World.elements(ORGAN, running), 10_000);

        assertThat(codes(create(moving(wages, daily, 1)))).containsExactly("virement.not-allowed");
        assertThat(codes(create(moving(daily, wages, 1)))).containsExactly("virement.not-allowed");
        done(create(moving(daily, office, 1)));
        assertThat(codes(act(CLERK, VirementAction.SUBMIT))).containsExactly("virement.over-authority");
    }

    @Test
    void a_place_says_itself_what_may_not_grow() {
        World city = World.open(
                CityRules.with(CityRules.overlay(
                        DIVISION,
                        CityRules.change(
                                "virement/restrictedCodes", Tree.items(ImmutableList.of(Tree.text("30202")))))),
                new InMemoryJournal());
        Id<Project> own = city.project(1, ORGAN, 1_000_000);
        Elements elements = World.elements(ORGAN, own);
        Elements prints = with(elements, "50201", "30202").build();
        Id<Allotment> from = city.allotment("A-1", city.line("L-1", elements, 1_000), elements, 1_000);
        Id<Allotment> to = city.allotment("A-2", city.line("L-2", prints, 1_000), prints, 1_000);

        assertThat(codes(city.ask(CLERK, new CreateVirement(VIREMENT, moving(from, to, 1)))))
                .containsExactly("virement.not-allowed");
    }

    @Test
    void what_was_carried_over_keeps_its_purpose() {
        World two = TwoYears.open();
        Id<Project> own = two.reserve(World.projectTerms(1, ORGAN, "3", 1_000_000)
                .withSlices(ImmutableSortedMap.of(YEAR, Fen.money(500_000), YEAR + 1, Fen.money(500_000))));
        Elements elements = World.elements(ORGAN, own);
        two.allotment("A-1", two.line("L-1", elements, 1_000), elements, 1_000);
        TwoYears.carry(two, ORGAN);
        Elements next = TwoYears.nextElements(ORGAN, own);
        Id<BudgetLine> line = two.line("L-2", next, 1_000);
        Id<Allotment> fresh = two.issue(
                "A-2",
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, next, AllotmentFlag.EXECUTABLE, 1_000))
                        .effectiveOn(TwoYears.NEW_YEAR)
                        .build());

        assertThat(codes(two.ask(
                        CLERK,
                        new CreateVirement(
                                VIREMENT,
                                ImmutableVirementTerms.builder()
                                        .from(moving(Allotment.id("A-1@2025"), fresh, 1))
                                        .fiscalYear(YEAR + 1)
                                        .build()))))
                .containsExactly("virement.carried-over");
    }

    @Test
    void what_was_issued_before_the_budget_is_not_moved() {
        Id<BudgetLine> line = world.propose("L-9", services, 10_000);
        Id<Allotment> temporary = world.issue(
                "A-9",
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, services, AllotmentFlag.EXECUTABLE, 10_000))
                        .family(AllotmentFamily.TEMPORARY)
                        .ground(AllotmentTerms.Ground.OBLIGATION)
                        .build());

        assertThat(codes(create(moving(temporary, office, 1)))).containsExactly("virement.pre-issued");
        assertThat(codes(create(moving(office, temporary, 1)))).containsExactly("virement.pre-issued");
    }

    @Test
    void D1_direct_funds_stay_direct() {
        Id<Allotment> direct = issue(
                "A-3",
                ImmutableElements.builder()
                        .from(services)
                        .putExtra(Labels.DIRECT, "01")
                        .build(),
                10_000);

        assertThat(codes(create(moving(direct, office, 1)))).containsExactly("virement.label-differs");
        assertThat(codes(create(moving(office, direct, 1)))).containsExactly("virement.label-differs");
    }

    @Test
    void what_is_to_be_distributed_moves_to_what_is_to_be_distributed() {
        Id<BudgetLine> line = world.line("L-8", services, 20_000);
        Id<Allotment> first = world.issue("A-8", World.allotmentTerms(line, services, AllotmentFlag.PENDING, 10_000));
        Id<Allotment> second = world.issue("A-7", World.allotmentTerms(line, services, AllotmentFlag.PENDING, 10_000));

        assertThat(refusal(create(moving(first, office, 1)), "virement.allotments-differ")
                        .text())
                .contains("flag", "EXECUTABLE", "PENDING");
        submitted(moving(first, second, 10_000));
        done(act(HEAD, VirementAction.APPROVE));

        assertThat(balance(AllotmentMeasure.PENDING, Dimensions.ALLOTMENT, "A-7"))
                .isEqualTo(20_000);
        assertThat(amounts("L-8").vired()).isEqualTo(Fen.money(0));
    }

    @Test
    void an_agency_moves_nothing_of_another_and_their_department_does() {
        Id<Project> theirs = world.project(7, INSTITUTION, 100_000);
        Id<Allotment> other = issue("A-7", World.elements(INSTITUTION, theirs), 10_000);

        assertThat(refusal(create(moving(office, other, 1)), "virement.agency-outside")
                        .text())
                .contains("A-7", INSTITUTION, ORGAN);
        done(world.ask(
                "finance",
                new CreateVirement(
                        VIREMENT,
                        terms("105")
                                .addLines(new VirementTerms.Line(office, other, Fen.money(1)))
                                .build())));
    }

    @Test
    void an_amount_moves_between_issued_allotments_and_is_above_zero() {
        assertThat(refusal(create(moving(office, Allotment.id("A-0"), 1)), "virement.no-allotment")
                        .text())
                .contains("A-0", "UNKNOWN");
        for (long fen : new long[] {0, -1}) {
            assertThat(codes(create(moving(office, prints, fen)))).containsExactly("virement.amount-not-positive");
        }
    }

    @Test
    void a_virement_that_is_returned_revised_or_given_up_moves_nothing() {
        submitted(moving(office, prints, 30_000));
        done(act(HEAD, VirementAction.RETURN));
        done(world.ask(CLERK, new ReviseVirement(VIREMENT, moving(office, prints, 20_000))));
        done(act(CLERK, VirementAction.VOID));

        assertThat(available(office)).isEqualTo(100_000);
        assertThat(codes(act(CLERK, VirementAction.SUBMIT))).containsExactly("lifecycle.not-allowed");
        assertThat(codes(world.act("chief", office, AllotmentAction.VIRE))).containsExactly("access.duty-missing");
    }
}
