package org.fiscalloop.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.budget.BudgetFixtures.CLERK;
import static org.fiscalloop.budget.BudgetFixtures.FINANCE;
import static org.fiscalloop.budget.BudgetFixtures.LINE;
import static org.fiscalloop.budget.BudgetFixtures.PROJECT;
import static org.fiscalloop.budget.BudgetFixtures.YEAR;
import static org.fiscalloop.flow.FlowBench.codes;
import static org.fiscalloop.flow.FlowBench.refusal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetCommands.ReviseBudgetLine;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.AdjustProject;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectCommands.DivideProject;
import org.fiscalloop.project.ProjectMeasure;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.RegisterAction;
import org.junit.jupiter.api.Test;

class BudgetControlsTest {
    private static final ProjectCode OTHER = new ProjectCode("31010724T000000000002");

    private final FlowBench bench = BudgetFixtures.bench();

    private Decision<ImmutableList<Happening>> create(ImmutableBudgetTerms.Builder terms) {
        return bench.ask(new CreateBudgetLine(LINE, terms.build()));
    }

    private static ImmutableBudgetTerms.Builder of(ImmutableElements.Builder elements) {
        return BudgetFixtures.terms().elements(elements.build());
    }

    @Test
    void a_line_that_keeps_every_rule_is_filled_in_and_handed_in() {
        assertThat(codes(create(BudgetFixtures.terms()))).isEmpty();
        assertThat(codes(bench.act(LINE, BudgetAction.SUBMIT))).isEmpty();
    }

    @Test
    void a_line_without_a_project_is_refused() {
        Decision<?> decision = create(of(BudgetFixtures.elements().project(OTHER)));

        assertThat(codes(decision)).containsExactly("budget.project-missing");
        assertThat(refusal(decision, "budget.project-missing").text()).contains(OTHER.value());
    }

    @Test
    void a_project_that_is_not_in_the_reserve_is_not_budgeted() {
        bench.done(new CreateProject(BudgetFixtures.project().code(OTHER).build()));

        Decision<?> decision = create(of(BudgetFixtures.elements().project(OTHER)));

        assertThat(codes(decision)).containsExactly("budget.project-not-ready");
        Refusal refusal = refusal(decision, "budget.project-not-ready");
        assertThat(refusal.text()).contains("PLANNING");
        assertThat(refusal.allowed()).containsExactly("RESERVED", "BUDGETING", "EXECUTING");
    }

    @Test
    void P8_a_project_that_has_ended_is_not_budgeted() {
        bench.by(FINANCE).done(Project.id(PROJECT), ProjectAction.TERMINATE);

        assertThat(codes(create(BudgetFixtures.terms()))).containsExactly("budget.project-not-ready");
    }

    @Test
    void borrowed_money_is_budgeted_for_capital_expenditure_only() {
        Decision<?> decision = create(of(BudgetFixtures.elements().fund("112")));

        assertThat(codes(decision)).containsExactly("budget.borrowed-not-capital");
        assertThat(refusal(decision, "budget.borrowed-not-capital").allowed())
                .containsExactly("503", "504", "506", "508", "512");
        assertThat(codes(create(of(BudgetFixtures.elements()
                        .fund("112")
                        .governmentEconomic("50306")
                        .departmentEconomic("31002")))))
                .isEmpty();
    }

    @Test
    void a_project_is_budgeted_while_it_is_reserved_budgeting_or_executing() {
        BudgetFixtures.take(bench, BudgetState.SUBMITTED);
        assertThat(bench.get(Project.id(PROJECT)).state().name()).isEqualTo("BUDGETING");
        assertThat(codes(bench.ask(new CreateBudgetLine(
                        BudgetLine.id("B-2"), BudgetFixtures.terms().build()))))
                .isEmpty();

        bench.by(FINANCE).done(LINE, BudgetAction.APPROVE);
        bench.done(LINE, BudgetAction.APPROPRIATE);
        assertThat(bench.get(Project.id(PROJECT)).state().name()).isEqualTo("EXECUTING");
        assertThat(codes(bench.ask(new CreateBudgetLine(
                        BudgetLine.id("B-3"), BudgetFixtures.terms().build()))))
                .isEmpty();
    }

    @Test
    void P6_a_divided_project_is_not_budgeted_its_parts_are() {
        Project project = bench.get(Project.id(PROJECT));
        bench.with(ProjectMeasure.OPEN, project.segments(), 100_000);
        bench.by(FINANCE)
                .done(new DivideProject(
                        Project.id(PROJECT),
                        ImmutableList.of(BudgetFixtures.project().code(OTHER).build())));

        assertThat(codes(create(BudgetFixtures.terms()))).containsExactly("budget.project-divided");
        assertThat(codes(create(of(BudgetFixtures.elements().project(OTHER))))).isEmpty();
    }

    @Test
    void P5_the_parts_of_a_divided_project_have_codes_of_their_own() {
        ProjectTerms part = BudgetFixtures.project().code(OTHER).build();

        assertThatThrownBy(() -> new DivideProject(Project.id(PROJECT), ImmutableList.of(part, part)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(OTHER.value());
        assertThatThrownBy(() -> new DivideProject(Project.id(PROJECT), ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_project_is_budgeted_only_in_a_year_of_its_plan() {
        reserveOther(BudgetFixtures.project()
                .slices(ImmutableSortedMap.of(YEAR + 1, Fen.money(50_000), YEAR - 1, Fen.money(50_000))));

        Decision<?> decision = create(of(BudgetFixtures.elements().project(OTHER)));

        assertThat(codes(decision)).containsExactly("budget.year-not-planned");
        assertThat(refusal(decision, "budget.year-not-planned").allowed()).containsExactly("2023", "2025");
    }

    @Test
    void a_project_is_not_budgeted_after_its_last_year() {
        reserveOther(BudgetFixtures.project().slices(ImmutableSortedMap.of(YEAR - 1, Fen.money(100_000))));

        Decision<?> decision = create(of(BudgetFixtures.elements().project(OTHER)));

        assertThat(codes(decision)).containsExactly("budget.project-expired");
        assertThat(refusal(decision, "budget.project-expired").text()).contains("2023", "2024");
    }

    @Test
    void an_agency_does_not_budget_the_project_of_another() {
        Decision<?> decision = create(of(BudgetFixtures.elements().agency(new AgencyCode(BudgetFixtures.SISTER))));

        assertThat(codes(decision)).containsExactly("budget.agency-differs");
        assertThat(refusal(decision, "budget.agency-differs").allowed()).containsExactly("310107000/105001");
    }

    @Test
    void a_line_needs_an_amount() {
        Decision<?> decision = create(BudgetFixtures.terms().amount(Fen.money(0)));

        assertThat(codes(decision)).containsExactly("budget.amount-not-positive");
        assertThat(refusal(decision, "budget.amount-not-positive").textZh()).contains(PROJECT.value());
        assertThat(codes(create(BudgetFixtures.terms().amount(Fen.money(1))))).isEmpty();
    }

    @Test
    void B2_codes_that_are_not_valid_in_the_year_are_refused() {
        Decision<?> decision = create(of(BudgetFixtures.elements().departmentEconomic("39906")));

        assertThat(codes(decision)).contains("masterdata.code-not-valid");
    }

    @Test
    void B6_the_function_belongs_to_the_budget_of_the_fund() {
        assertThat(codes(create(of(BudgetFixtures.elements().fund("121"))))).containsExactly("masterdata.fund-kind");
    }

    @Test
    void an_element_that_is_not_declared_is_refused() {
        assertThat(codes(create(of(BudgetFixtures.elements().putExtra("street", "1")))))
                .containsExactly("masterdata.element-undeclared");
    }

    @Test
    void an_agency_that_is_not_in_use_is_refused() {
        bench.done(Agency.id(BudgetFixtures.DIVISION, BudgetFixtures.AGENCY), RegisterAction.DISABLE);

        Decision<?> decision = create(BudgetFixtures.terms());

        assertThat(codes(decision)).containsExactly("register.agency-not-enabled");
        assertThat(refusal(decision, "register.agency-not-enabled").text()).contains(BudgetFixtures.AGENCY);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_in_order() {
        Decision<?> decision =
                create(of(BudgetFixtures.elements().project(OTHER).departmentEconomic("39906"))
                        .amount(Fen.money(0)));

        assertThat(codes(decision))
                .containsExactly("budget.project-missing", "budget.amount-not-positive", "masterdata.code-not-valid");
    }

    @Test
    void what_is_filled_in_again_is_checked_again() {
        create(BudgetFixtures.terms());

        assertThat(codes(bench.ask(new ReviseBudgetLine(
                        LINE, BudgetFixtures.terms().amount(Fen.money(0)).build()))))
                .containsExactly("budget.amount-not-positive");
    }

    @Test
    void a_line_is_checked_again_when_it_is_handed_in() {
        create(BudgetFixtures.terms());
        bench.by(FINANCE).done(Project.id(PROJECT), ProjectAction.TERMINATE);

        assertThat(codes(bench.by(CLERK).act(LINE, BudgetAction.SUBMIT))).containsExactly("budget.project-not-ready");
        assertThat(bench.get(LINE).state()).isEqualTo(BudgetState.DRAFT);
    }

    @Test
    void A5_an_adjustment_that_names_no_approval_is_refused() {
        BudgetFixtures.take(bench, BudgetState.APPROPRIATED);

        Decision<?> decision = bench.ask(new AdjustBudgetLine(LINE, Fen.money(100), " "));

        assertThat(codes(decision)).containsExactly("budget.approval-missing");
        assertThat(refusal(decision, "budget.approval-missing").text()).contains(PROJECT.value());
    }

    @Test
    void only_an_increase_asks_for_a_project_that_can_be_budgeted() {
        BudgetFixtures.take(bench, BudgetState.APPROPRIATED);
        bench.by(FINANCE).done(Project.id(PROJECT), ProjectAction.CARRY_OVER);

        assertThat(codes(bench.ask(new AdjustBudgetLine(LINE, Fen.money(100), "1号"))))
                .containsExactly("budget.project-not-ready");
        assertThat(codes(bench.ask(new AdjustBudgetLine(LINE, Fen.money(-100), "1号"))))
                .isEmpty();
    }

    @Test
    void P1_only_an_increase_asks_for_a_year_of_the_plan() {
        BudgetFixtures.take(bench, BudgetState.APPROPRIATED);
        planFor(YEAR + 1);

        assertThat(codes(bench.ask(new AdjustBudgetLine(LINE, Fen.money(100), "1号"))))
                .containsExactly("budget.year-not-planned");
        assertThat(codes(bench.ask(new AdjustBudgetLine(LINE, Fen.money(-100), "1号"))))
                .isEmpty();
    }

    @Test
    void only_an_increase_asks_for_a_project_that_has_not_expired() {
        CreateBudgetLine next = new CreateBudgetLine(
                BudgetLine.id("B-2"),
                of(BudgetFixtures.elements().fiscalYear(YEAR + 1)).build());
        BudgetFixtures.appropriate(bench, next);
        planFor(YEAR);

        assertThat(codes(bench.ask(new AdjustBudgetLine(next.document(), Fen.money(100), "1号"))))
                .containsExactly("budget.project-expired");
        assertThat(codes(bench.ask(new AdjustBudgetLine(next.document(), Fen.money(-100), "1号"))))
                .isEmpty();
    }

    @Test
    void the_controls_are_statutory() {
        for (String code : BudgetControls.NATIONAL.reasons().byCode().keySet()) {
            assertThatThrownBy(() -> ImmutableBudgetRules.builder()
                            .severities(ImmutableMap.of(code, Severity.WARN))
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(code);
        }
    }

    private void planFor(int year) {
        bench.by(CLERK).done(Project.id(PROJECT), ProjectAction.REQUEST_ADJUSTMENT);
        bench.by(FINANCE)
                .done(new AdjustProject(
                        Project.id(PROJECT),
                        Fen.money(100_000),
                        ImmutableSortedMap.of(year, Fen.money(100_000)),
                        ImmutableList.of()));
    }

    private void reserveOther(ImmutableProjectTerms.Builder terms) {
        bench.done(new CreateProject(terms.code(OTHER).build()));
        BudgetFixtures.reserve(bench, Project.id(OTHER));
    }
}
