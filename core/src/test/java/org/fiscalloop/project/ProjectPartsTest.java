package org.fiscalloop.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ProjectCommands.AdjustProject;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectCommands.DivideProject;
import org.fiscalloop.project.ProjectCommands.ReviseProject;
import org.junit.jupiter.api.Test;

/** The parts of a divided project, and a plan by year that changes while its years are budgeted. */
class ProjectPartsTest {
    private static final String CLERK = "clerk" + ORGAN;
    private static final Id<Project> FIRST = Project.id(World.code(1));

    private final World world = World.open();

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private long open(Id<Project> project) {
        var rules = world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
        return world.loop().balance(ProjectMeasure.OPEN, Dimensions.of(Dimensions.PROJECT, project.value()), rules);
    }

    private Outcome adjust(long total, ImmutableSortedMap<Integer, Long> years) {
        ImmutableSortedMap.Builder<Integer, org.joda.money.Money> slices = ImmutableSortedMap.naturalOrder();
        years.forEach((year, fen) -> slices.put(year, Fen.money(fen)));
        return world.ask("finance", new AdjustProject(FIRST, Fen.money(total), slices.build(), ImmutableList.of()));
    }

    private Outcome divide(ProjectTerms... parts) {
        return world.ask("finance", new DivideProject(FIRST, ImmutableList.copyOf(parts)));
    }

    private static ProjectTerms part(int number, long fen) {
        return World.projectTerms(number, ORGAN, "3", fen);
    }

    @Test
    void P6_the_parts_of_a_divided_project_add_up_to_it() {
        world.project(1, ORGAN, 100);
        for (long second : new long[] {59, 61}) {
            assertThat(codes(world.ask(
                            "finance", new DivideProject(FIRST, ImmutableList.of(part(2, 40), part(3, second))))))
                    .containsExactly("project.parts-do-not-add-up");
        }
        done(world.ask("finance", new DivideProject(FIRST, ImmutableList.of(part(2, 40), part(3, 60)))));
        assertThat(open(FIRST)).isZero();
        assertThat(open(Project.id(World.code(2)))).isEqualTo(40);
        assertThat(open(Project.id(World.code(3)))).isEqualTo(60);
        Project second = world.loop().find(Project.id(World.code(2))).orElseThrow();
        assertThat(second.state()).isEqualTo(ProjectState.RESERVED);
        assertThat(second.terms().parent()).contains(World.code(1));
        assertThat(world.loop().find(FIRST).orElseThrow().terms().isDivided()).isTrue();
    }

    @Test
    void P6_a_project_is_divided_once_and_before_any_of_it_is_budgeted() {
        world.project(1, ORGAN, 100);
        world.propose("L1", World.elements(ORGAN, FIRST), 1);
        Outcome budgeted = world.ask("finance", new DivideProject(FIRST, ImmutableList.of(part(2, 40), part(3, 60))));
        assertThat(budgeted.isDone()).isFalse();
        world.project(4, ORGAN, 100);
        Id<Project> fourth = Project.id(World.code(4));
        done(world.ask("finance", new DivideProject(fourth, ImmutableList.of(part(5, 100)))));
        assertThat(codes(world.ask("finance", new DivideProject(fourth, ImmutableList.of(part(6, 100))))))
                .containsExactly("project.parts-do-not-add-up");
    }

    @Test
    void P6_a_part_is_checked_like_any_project_and_is_new() {
        world.project(1, ORGAN, 100);
        world.project(2, ORGAN, 50);
        assertThat(codes(world.ask("finance", new DivideProject(FIRST, ImmutableList.of(part(2, 100))))))
                .containsExactly("loop.document-exists");
        assertThat(codes(world.ask(
                        "finance",
                        new DivideProject(
                                FIRST,
                                ImmutableList.of(World.projectTerms(3, ORGAN, "3", 100)
                                        .withSlices(ImmutableSortedMap.of(YEAR, Fen.money(1))))))))
                .containsExactly("project.years-do-not-add-up");
    }

    @Test
    void P6_a_project_is_not_divided_twice_into_one_part() {
        world.project(1, ORGAN, 100);
        assertThatThrownBy(() -> new DivideProject(FIRST, ImmutableList.of(part(2, 40), part(2, 60))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(World.code(2).value());
    }

    @Test
    void P6_only_a_division_makes_a_part_or_marks_a_project_as_divided() {
        ImmutableProjectTerms own = World.projectTerms(2, ORGAN, "3", 100);
        ImmutableList<ProjectTerms> forged = ImmutableList.of(own.withParent(World.code(1)), own.withIsDivided(true));
        for (ProjectTerms terms : forged) {
            assertThat(codes(world.ask(CLERK, new CreateProject(terms)))).containsExactly("project.division-by-hand");
        }
        done(world.ask(CLERK, new CreateProject(own)));
        for (ProjectTerms terms : forged) {
            assertThat(codes(world.ask(CLERK, new ReviseProject(terms)))).containsExactly("project.division-by-hand");
        }
        assertThat(world.ask(CLERK, new ReviseProject(forged.get(0)))
                        .refusals()
                        .get(0)
                        .text())
                .contains(World.code(1).value());
        done(world.ask(CLERK, new ReviseProject(own)));
    }

    @Test
    void P6_a_part_is_not_divided_before_it_is_divided_itself() {
        world.project(1, ORGAN, 100);

        done(divide(World.projectTerms(2, ORGAN, "3", 100).withIsDivided(true)));

        Project part = world.loop().find(Project.id(World.code(2))).orElseThrow();
        assertThat(part.terms().isDivided()).isFalse();
        world.propose("L1", World.elements(ORGAN, Project.id(World.code(2))), 1);
    }

    @Test
    void P6_a_part_keeps_its_total() {
        world.project(2, ORGAN, 100_000);
        done(world.ask("finance", new DivideProject(Project.id(World.code(2)), ImmutableList.of(part(1, 100_000)))));
        world.line("L1", World.elements(ORGAN, FIRST), 40_000);
        done(world.act(CLERK, FIRST, ProjectAction.REQUEST_ADJUSTMENT));
        assertThat(codes(adjust(90_000, ImmutableSortedMap.of(YEAR, 90_000L))))
                .containsExactly("project.part-keeps-its-total");
        done(adjust(100_000, ImmutableSortedMap.of(YEAR, 60_000L, YEAR + 1, 40_000L)));
    }

    @Test
    void P6_a_part_has_an_amount_a_goal_and_an_agency_below_that_of_the_whole() {
        world.project(1, ORGAN, 100);

        Outcome nothing = divide(part(2, 100), part(3, 0));
        assertThat(codes(nothing)).containsExactly("project.amount-not-positive");
        Outcome aimless = divide(World.projectTerms(2, ORGAN, "3", 100).withPerformanceIndicators());
        assertThat(codes(aimless)).containsExactly("project.goal-missing");
        Outcome given = divide(World.projectTerms(2, INSTITUTION, "3", 100));
        assertThat(codes(given)).containsExactly("project.agency-outside");
        assertThat(given.refusals().get(0).text()).contains(INSTITUTION, ORGAN);
        done(divide(part(2, 100)));
    }

    @Test
    void P1_a_year_for_which_something_is_budgeted_stays_in_the_plan() {
        Id<Project> project = world.reserve(World.projectTerms(1, ORGAN, "3", 100)
                .withSlices(ImmutableSortedMap.of(YEAR, Fen.money(60), YEAR + 1, Fen.money(40))));
        world.line("L1", World.elements(ORGAN, project), 60);
        done(world.act(CLERK, FIRST, ProjectAction.REQUEST_ADJUSTMENT));

        Outcome dropped = adjust(100, ImmutableSortedMap.of(YEAR + 1, 100L));

        assertThat(codes(dropped)).containsExactly("project.year-budgeted");
        assertThat(dropped.refusals().get(0).text()).contains(String.valueOf(YEAR), "0.60");
        done(adjust(100, ImmutableSortedMap.of(YEAR, 60L, YEAR + 2, 40L)));
    }
}
