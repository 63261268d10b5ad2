package org.fiscalloop.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ProjectCommands.AdjustProject;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectCommands.DivideProject;
import org.fiscalloop.project.ProjectCommands.ReviseProject;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.RegisterAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a project (项目), each control refused once and satisfied once. */
class ProjectTest {
    private static final String CLERK = "clerk" + ORGAN;
    private static final String HEAD = "head" + ORGAN;
    private static final Id<Project> FIRST = Project.id(World.code(1));

    private final World world = World.open();

    private static ImmutableProjectTerms terms(long fen) {
        return World.projectTerms(1, ORGAN, "3", fen);
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private Outcome create(ProjectTerms terms) {
        return world.ask(CLERK, new CreateProject(terms));
    }

    private Outcome act(String actor, ProjectAction action) {
        return world.act(actor, FIRST, action);
    }

    private ProjectState state() {
        return world.loop().find(FIRST).orElseThrow().state();
    }

    private long open(Id<Project> project) {
        var rules = world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
        return world.loop().balance(ProjectMeasure.OPEN, Dimensions.of(Dimensions.PROJECT, project.value()), rules);
    }

    /** A project of 1,000 yuan of which 400 are budgeted. */
    private void executing() {
        world.project(1, ORGAN, 100_000);
        world.line("L1", World.elements(ORGAN, FIRST), 40_000);
        assertThat(state()).isEqualTo(ProjectState.EXECUTING);
    }

    private void adjusting() {
        executing();
        done(act(CLERK, ProjectAction.REQUEST_ADJUSTMENT));
    }

    private Outcome adjust(long total, ImmutableSortedMap<Integer, Long> years) {
        ImmutableSortedMap.Builder<Integer, org.joda.money.Money> slices = ImmutableSortedMap.naturalOrder();
        years.forEach((year, fen) -> slices.put(year, Fen.money(fen)));
        return world.ask("finance", new AdjustProject(FIRST, Fen.money(total), slices.build(), ImmutableList.of()));
    }

    @Test
    void P3_a_measured_project_is_adjusted_to_what_is_measured_again() {
        Id<Project> wages = world.reserve(World.projectTerms(1, ORGAN, "1", 100_000));
        world.line("L1", World.elements(ORGAN, wages), 40_000);
        done(act(CLERK, ProjectAction.REQUEST_ADJUSTMENT));

        assertThat(codes(adjust(90_000, ImmutableSortedMap.of(YEAR, 90_000L)))).containsExactly("project.not-measured");
        ImmutableSortedMap<Integer, org.joda.money.Money> slices = ImmutableSortedMap.of(YEAR, Fen.money(90_000));
        Estimate again = new Estimate("人数", "标准", new BigDecimal("900"), BigDecimal.ONE);
        done(world.ask("finance", new AdjustProject(wages, Fen.money(90_000), slices, ImmutableList.of(again))));

        assertThat(world.loop().find(wages).orElseThrow().terms().estimates()).containsExactly(again);
        assertThat(open(wages)).isEqualTo(50_000);
    }

    @Test
    void a_project_of_nothing_is_not_handed_in() {
        done(create(terms(0)));
        assertThat(codes(act(CLERK, ProjectAction.SUBMIT))).containsExactly("project.amount-not-positive");
    }

    // ---- the walk ---------------------------------------------------------------------------------------------------

    @Test
    void a_project_walks_from_planning_to_its_end() {
        done(create(terms(100_000)));
        assertThat(state()).isEqualTo(ProjectState.PLANNING);
        done(world.ask(CLERK, new ReviseProject(terms(90_000))));
        done(act(CLERK, ProjectAction.SUBMIT));
        assertThat(state()).isEqualTo(ProjectState.DEPARTMENT_REVIEW);
        done(act(HEAD, ProjectAction.RETURN));
        done(act(CLERK, ProjectAction.SUBMIT));
        done(act(HEAD, ProjectAction.APPROVE));
        assertThat(state()).isEqualTo(ProjectState.DEPARTMENT_RESERVED);
        done(act(HEAD, ProjectAction.REPORT));
        assertThat(state()).isEqualTo(ProjectState.FINANCE_REVIEW);
        assertThat(open(FIRST)).isZero();
        done(act("finance", ProjectAction.APPROVE));
        assertThat(state()).isEqualTo(ProjectState.RESERVED);
        assertThat(open(FIRST)).isEqualTo(90_000);
        world.line("L1", World.elements(ORGAN, FIRST), 40_000);
        assertThat(state()).isEqualTo(ProjectState.EXECUTING);
        assertThat(open(FIRST)).isEqualTo(50_000);
    }

    @Test
    void finance_may_reject_a_project_for_good() {
        done(create(terms(100)));
        done(act(CLERK, ProjectAction.SUBMIT));
        done(act(HEAD, ProjectAction.APPROVE));
        done(act(HEAD, ProjectAction.REPORT));
        done(act("finance", ProjectAction.REJECT));
        assertThat(state()).isEqualTo(ProjectState.REJECTED);
        assertThat(open(FIRST)).isZero();
    }

    @Test
    void P8_no_event_of_a_project_after_its_end() {
        world.project(1, ORGAN, 100);
        done(act("finance", ProjectAction.TERMINATE));
        assertThat(open(FIRST)).isZero();
        for (ProjectAction action : ProjectAction.values()) {
            for (String actor : ImmutableList.of(CLERK, HEAD, "finance")) {
                assertThat(act(actor, action).isDone()).isFalse();
            }
        }
        assertThat(world.ask(
                                "finance",
                                new DivideProject(FIRST, ImmutableList.of(World.projectTerms(2, ORGAN, "3", 100))))
                        .isDone())
                .isFalse();
        assertThat(adjust(50, ImmutableSortedMap.of(YEAR, 50L)).isDone()).isFalse();
        assertThat(world.ask(CLERK, new ReviseProject(terms(50))).isDone()).isFalse();
        assertThat(world.loop()
                        .allowed(
                                FIRST,
                                "finance",
                                world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow()))
                .isEmpty();
        assertThat(state()).isEqualTo(ProjectState.TERMINATED);
    }

    @Test
    void who_wrote_a_project_does_not_review_it() {
        done(world.ask(
                "admin",
                new org.fiscalloop.access.AccessCommands.ChangeGrants(
                        org.fiscalloop.access.ImmutableActorTerms.builder()
                                .from(world.loop()
                                        .find(org.fiscalloop.access.Actor.id(CLERK))
                                        .orElseThrow()
                                        .terms())
                                .addGrants(new org.fiscalloop.access.Grant(ProjectDuty.DEPARTMENT, DIVISION, ORGAN))
                                .build())));
        done(create(terms(100)));
        done(act(CLERK, ProjectAction.SUBMIT));
        assertThat(codes(act(CLERK, ProjectAction.APPROVE))).containsExactly("lifecycle.four-eyes");
    }

    // ---- entering ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"2", "9", "211"})
    void a_project_has_a_last_category_of_the_year(String category) {
        Outcome outcome = create(terms(100).withCategory(category));
        assertThat(codes(outcome)).containsExactly("project.category-not-valid");
        assertThat(outcome.refusals().get(0).allowed()).isNotEmpty().noneMatch(leaf -> leaf.startsWith("2 "));
        done(create(terms(100)));
    }

    @Test
    void a_project_belongs_to_an_enabled_agency() {
        done(world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE));
        assertThat(codes(create(terms(100)))).containsExactly("project.agency-not-enabled");
    }

    @Test
    void an_undeclared_element_is_refused() {
        Outcome outcome = create(terms(100).withExtra(ImmutableSortedMap.of("colour", "red")));
        assertThat(codes(outcome)).containsExactly("project.elements");
        assertThat(outcome.refusals().get(0).text()).contains("colour");
    }

    @Test
    void opaque_attributes_are_kept() {
        done(create(terms(100).withAttributes(ImmutableSortedMap.of("colour", "red"))));
        assertThat(world.loop().find(FIRST).orElseThrow().terms().attributes()).containsEntry("colour", "red");
    }

    @Test
    void P1_the_years_add_up_to_the_total() {
        done(create(terms(100).withSlices(ImmutableSortedMap.of(YEAR, Fen.money(60), YEAR + 1, Fen.money(39)))));
        Outcome outcome = act(CLERK, ProjectAction.SUBMIT);
        assertThat(codes(outcome)).containsExactly("project.years-do-not-add-up");
        assertThat(outcome.refusals().get(0).text()).contains("0.99").contains("1.00");
        done(world.ask(
                CLERK,
                new ReviseProject(
                        terms(100).withSlices(ImmutableSortedMap.of(YEAR, Fen.money(60), YEAR + 1, Fen.money(40))))));
        done(act(CLERK, ProjectAction.SUBMIT));
    }

    @Test
    void a_project_needs_a_goal_with_an_indicator() {
        done(create(terms(100).withPerformanceIndicators()));
        assertThat(codes(act(CLERK, ProjectAction.SUBMIT))).containsExactly("project.goal-missing");
        done(world.ask(CLERK, new ReviseProject(terms(100).withPerformanceGoal(java.util.Optional.empty()))));
        assertThat(codes(act(CLERK, ProjectAction.SUBMIT))).containsExactly("project.goal-missing");
        done(world.ask(CLERK, new ReviseProject(terms(100))));
        done(act(CLERK, ProjectAction.SUBMIT));
    }

    @Test
    void a_new_major_policy_needs_an_evaluation_beforehand() {
        done(create(terms(100).withIsNewMajorPolicy(true)));
        assertThat(codes(act(CLERK, ProjectAction.SUBMIT))).containsExactly("project.evaluation-missing");
        done(world.ask(
                CLERK, new ReviseProject(terms(100).withIsNewMajorPolicy(true).withPreEvaluation("通过"))));
        done(act(CLERK, ProjectAction.SUBMIT));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        done(create(terms(100)
                .withSlices(ImmutableSortedMap.of(YEAR, Fen.money(1)))
                .withPerformanceIndicators()
                .withIsNewMajorPolicy(true)));
        assertThat(codes(act(CLERK, ProjectAction.SUBMIT)))
                .containsExactly("project.years-do-not-add-up", "project.goal-missing", "project.evaluation-missing");
    }

    // ---- measured categories ----------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"1", "21"})
    void a_measured_project_has_its_measured_total_and_enters_by_confirmation(String category) {
        ImmutableProjectTerms measured = World.projectTerms(1, ORGAN, category, 100);
        done(create(measured.withEstimates(new Estimate("人数", "标准", BigDecimal.ONE, new BigDecimal("0.99")))));
        Outcome outcome = act(CLERK, ProjectAction.SUBMIT);
        assertThat(codes(outcome)).containsExactly("project.not-measured");
        assertThat(outcome.refusals().get(0).text()).contains("0.99").contains("1.00");
        done(world.ask(CLERK, new ReviseProject(measured)));
        done(act(CLERK, ProjectAction.SUBMIT));
        done(act(HEAD, ProjectAction.APPROVE));
        done(act(HEAD, ProjectAction.CONFIRM));
        assertThat(state()).isEqualTo(ProjectState.RESERVED);
        assertThat(open(FIRST)).isEqualTo(100);
    }

    @Test
    void a_project_that_is_not_measured_is_not_confirmed() {
        done(create(terms(100)));
        done(act(CLERK, ProjectAction.SUBMIT));
        done(act(HEAD, ProjectAction.APPROVE));
        assertThat(codes(act(HEAD, ProjectAction.CONFIRM))).containsExactly("project.review-required");
        assertThat(state()).isEqualTo(ProjectState.DEPARTMENT_RESERVED);
        done(act(HEAD, ProjectAction.REPORT));
    }

    // ---- adjusting --------------------------------------------------------------------------------------------------

    @Test
    void P4_an_adjusted_total_is_not_below_what_is_budgeted() {
        adjusting();
        Outcome outcome = adjust(39_999, ImmutableSortedMap.of(YEAR, 39_999L));
        assertThat(codes(outcome)).containsExactly("project.total-below-budgeted");
        assertThat(outcome.refusals().get(0).text()).contains("400.00").contains("0.01");
        done(adjust(40_000, ImmutableSortedMap.of(YEAR, 40_000L)));
        assertThat(open(FIRST)).isZero();
        assertThat(state()).isEqualTo(ProjectState.EXECUTING);
    }

    @Test
    void an_adjustment_upwards_widens_the_reserve() {
        adjusting();
        done(adjust(150_000, ImmutableSortedMap.of(YEAR, 150_000L)));
        assertThat(open(FIRST)).isEqualTo(110_000);
    }

    @Test
    void an_adjusted_plan_adds_up_and_reaches_the_year_that_has_begun() {
        adjusting();
        assertThat(codes(adjust(100_000, ImmutableSortedMap.of(YEAR, 99_999L))))
                .containsExactly("project.years-do-not-add-up");
        assertThat(codes(adjust(100_000, ImmutableSortedMap.of(YEAR - 1, 100_000L))))
                .containsExactly("project.year-already-begun", "project.year-budgeted");
        done(adjust(100_000, ImmutableSortedMap.of(YEAR - 1, 1L, YEAR, 99_999L)));
    }

    @Test
    void a_change_that_is_refused_leaves_the_project_as_it_was() {
        adjusting();
        done(act("finance", ProjectAction.RETURN));
        assertThat(state()).isEqualTo(ProjectState.EXECUTING);
        assertThat(open(FIRST)).isEqualTo(60_000);
    }

    // ---- ending -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(
            value = ProjectAction.class,
            names = {"FINISH", "TERMINATE"})
    void a_project_with_something_open_does_not_end(ProjectAction action) {
        String actor = action == ProjectAction.FINISH ? CLERK : "finance";
        executing();
        Outcome unreleased = act(actor, action);
        assertThat(codes(unreleased)).containsExactly("project.still-open");
        assertThat(unreleased.refusals().get(0).text()).contains("project.unreleased 400.00");
        var elements = World.elements(ORGAN, FIRST);
        var allotment = world.allotment("A1", BudgetLine.id("L1"), elements, 40_000);
        assertThat(act(actor, action).refusals().get(0).text()).contains("project.allotted 400.00");
        var voucher = world.sent("V1", ORGAN, ImmutableList.of(world.approved("P1", allotment, elements, 40_000)));
        assertThat(act(actor, action).refusals().get(0).text()).contains("project.in-flight 400.00");
        done(world.receipt(voucher, 40_000));
        assertThat(act(actor, action).refusals().get(0).text()).contains("project.not-cleared 400.00");
        done(world.clearing("B1", voucher, 40_000));
        done(act(actor, action));
        assertThat(open(FIRST)).isZero();
    }

    @Test
    void P8_what_comes_back_to_an_ended_project_leaves_its_reserve_too() {
        executing();
        var elements = World.elements(ORGAN, FIRST);
        Id<BudgetLine> line = BudgetLine.id("L1");
        var allotment = world.allotment("A1", line, elements, 40_000);
        var voucher = world.pay("1", allotment, elements, 40_000);
        done(act(CLERK, ProjectAction.FINISH));
        done(world.refund("1", voucher, 40_000));
        done(world.ask("chief", new ReduceAllotment(allotment, Fen.money(40_000), "收回")));

        done(world.ask("finance", new AdjustBudgetLine(line, Fen.money(-40_000), "人大〔2024〕1号")));

        assertThat(open(FIRST)).isZero();
    }

    @Test
    void a_proposed_line_keeps_its_project_open() {
        world.project(1, ORGAN, 100);
        world.propose("L1", World.elements(ORGAN, FIRST), 10);
        Outcome outcome = act("finance", ProjectAction.TERMINATE);
        assertThat(codes(outcome)).containsExactly("project.still-open");
        assertThat(outcome.refusals().get(0).text()).contains("project.proposed 0.10");
    }

    // ---- acts of other packages -------------------------------------------------------------------------------------

    @Test
    void a_project_is_selected_and_started_by_its_budget_and_not_by_hand() {
        world.project(1, ORGAN, 100);
        Outcome select = act(CLERK, ProjectAction.SELECT);
        assertThat(select.isDone() && open(FIRST) == 100 && state() == ProjectState.EXECUTING)
                .isFalse();
        Outcome split = world.ask("finance", Act.of(FIRST, ProjectAction.SPLIT_OFF));
        assertThat(split.isDone()).isFalse();
        Outcome again = world.ask(CLERK, Act.of(FIRST, ProjectAction.CREATE));
        assertThat(codes(again)).containsExactly("loop.content-missing");
    }

    @Test
    void broken_terms_are_arguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms(100).withName(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(-1));
    }
}
