package org.fiscalloop.project;

import static org.fiscalloop.project.ProjectAction.*;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers the library of projects with the engine. */
public final class ProjectFlow {
    /** Where the rules of projects stand in a rulebook. */
    public static final RuleSet.Key<ProjectRules> RULES = new RuleSet.Key<>("project", ProjectRules.class);

    /** Projects as documents. */
    public static final DocumentType<Project, ProjectTerms, ProjectState> PROJECT = new DocumentType<>(
            Project.KIND,
            ProjectState.class,
            ProjectShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            Project::new);

    /** The library of projects. */
    public static final Flow FLOW = new Flow(
            "project",
            ImmutableList.of(PROJECT),
            ImmutableList.of(
                    CommandType.filling(
                            ProjectShapes.CREATE, Project.KIND, CREATE, body -> body.terms(), ProjectDecider::create),
                    CommandType.filling(
                            ProjectShapes.REVISE, Project.KIND, REVISE, body -> body.terms(), ProjectDecider::revise),
                    CommandType.parting(
                            ProjectShapes.DIVIDE, Project.KIND, DIVIDE, body -> body.parts(), ProjectDecider::divide),
                    CommandType.changing(ProjectShapes.ADJUST, Project.KIND, ADJUST, ProjectDecider::adjust)),
            Stream.of(SUBMIT, APPROVE, CONFIRM, FINISH, TERMINATE)
                    .map(action -> new Flow.ActType(Project.KIND, action, ProjectDecider::act))
                    .collect(ImmutableList.toImmutableList()),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(ProjectShapes.FILLED_IN, ProjectDecider::evolve),
                    new EventType<>(ProjectShapes.DIVIDED, ProjectDecider::evolve)),
            ProjectPostings.ALL,
            ImmutableList.copyOf(ProjectMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    ProjectControls.NATIONAL.reasons(), Reasons.of(ProjectDecider.PARTS_DO_NOT_ADD_UP))));

    private ProjectFlow() {}
}
