package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.LAST_DAY;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementFailed;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.junit.jupiter.api.Test;

/** A plan keeps its project open until the year closes; on the last day of the year a project may then end before its plan. */
class PlanYearEndTest {
    private static final long FEN = 100_000;

    private final World world = TwoYears.open(TwoYears.rules(TwoYears.lapsing()));
    private final Purchases purchases = new Purchases(world, ORGAN);
    private final Id<Project> project = world.project(1, ORGAN, FEN);
    private final Elements elements = Purchases.elements(ORGAN, project);
    private final Id<BudgetLine> line = world.line("L", elements, FEN);

    @Test
    void nothing_more_is_procured_for_a_project_that_has_ended() {
        world.allotment("A", line, elements, FEN);
        Id<ProcurementPlan> filed = purchases.filed("P", line, elements, 60_000);
        Id<ProcurementPlan> failed = purchases.procuring("Q", line, elements, 40_000);
        done(world.tell("failed", new ProcurementFailed(failed, "F", "有效投标不足三家", world.day())));
        assertThat(codes(world.act(purchases.clerk, project, ProjectAction.FINISH)))
                .containsExactly("project.still-open");
        TwoYears.carry(world, ORGAN);
        YearEnd end = new YearEnd(world);
        done(end.closeAgency(ORGAN));
        done(end.closeDivision());
        assertThat(purchases.of(ProcurementMeasure.PLAN_REST, filed)).isZero();
        world.turn(YEAR, LAST_DAY);
        done(world.act(purchases.clerk, project, ProjectAction.FINISH));

        Outcome procured = world.act(purchases.clerk, filed, ProcurementPlan.Action.PROCURE);
        Outcome again = world.act(purchases.clerk, failed, ProcurementPlan.Action.RESTART);

        assertThat(codes(procured)).containsExactly("procurement.project-ended");
        assertThat(procured.refusals().get(0).text()).contains(project.value());
        assertThat(codes(again)).containsExactly("procurement.project-ended");
    }
}
