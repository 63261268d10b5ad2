package org.fiscalloop.project;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ProjectCommands.AdjustProject;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectCommands.DivideProject;
import org.fiscalloop.project.ProjectCommands.ReviseProject;
import org.fiscalloop.project.ProjectEvents.ProjectDivided;
import org.fiscalloop.project.ProjectEvents.ProjectFilledIn;

/** What happens to a project when something is asked of it, or why it does not. */
final class ProjectDecider {
    static final Reason PARTS_DO_NOT_ADD_UP = new Reason(
            "project.parts-do-not-add-up",
            "The parts do not add up to the project",
            "子项目合计不等于项目总额",
            "the parts of {project} add up to {parts}, its open reserve and its total are {open} and {total}",
            "项目 {project} 的子项目合计 {parts}, 剩余额度 {open}, 项目总额 {total}",
            Source.own("a project is divided whole, before any of it is budgeted"));

    private ProjectDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateProject body, Case c) {
        return filledIn(body.terms(), ProjectAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseProject body, Case c) {
        return filledIn(body.terms(), ProjectAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(ProjectTerms terms, ProjectAction action, Case c) {
        return examine(terms, action, c)
                .map(ok -> ImmutableList.of(Happening.of(new ProjectFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> adjust(AdjustProject body, Case c) {
        ProjectTerms before = c.document(Project.class).terms();
        ProjectTerms after = ImmutableProjectTerms.builder()
                .from(before)
                .total(body.total())
                .slices(body.slices())
                .estimates(body.estimates())
                .build();
        long change = Fen.subtract(Fen.of(after.total()), Fen.of(before.total()));
        return examine(after, ProjectAction.ADJUST, c)
                .map(ok ->
                        ImmutableList.of(new Happening(new ProjectFilledIn(c.move(), after), reserve(before, change))));
    }

    /** An act that is controlled and moves the project; entering the reserve or leaving the library is posted. */
    static Decision<ImmutableList<Happening>> act(Act act, Case c) {
        Project project = c.document(Project.class);
        Move move = c.move();
        return examine(project.terms(), ProjectAction.valueOf(act.action()), c)
                .map(ok -> ImmutableList.of(
                        new Happening(new Moved(move), reserve(project.terms(), reserveChange(project, c)))));
    }

    private static long reserveChange(Project project, Case c) {
        Move move = c.move();
        if (move.from().equals(move.to())) {
            return 0;
        }
        return switch (ProjectState.valueOf(move.to())) {
            case RESERVED ->
                project.state() == ProjectState.BUDGETING
                        ? 0
                        : Fen.of(project.terms().total());
            case FINISHED, TERMINATED -> Fen.negate(c.balance(ProjectMeasure.OPEN, project.segments()));
            default -> 0;
        };
    }

    static Decision<ImmutableList<Happening>> divide(DivideProject body, Case c) {
        Project project = c.document(Project.class);
        long total = Fen.of(project.terms().total());
        long open = c.balance(ProjectMeasure.OPEN, project.segments());
        long parts = Fen.sum(body.parts().stream().map(ProjectTerms::total).collect(toImmutableList()));
        if (parts != total || open != total || project.terms().isDivided()) {
            return Decision.refused(Refusal.of(
                    PARTS_DO_NOT_ADD_UP,
                    Facts.of("project", Fact.text(project.terms().code().value()))
                            .and("parts", Fact.amount(parts))
                            .and("open", Fact.amount(open))
                            .and("total", Fact.amount(total))));
        }
        Decision<ImmutableList<Happening>> divided = Decision.accepted(ImmutableList.of());
        ImmutableList.Builder<Move> moves = ImmutableList.<Move>builder().add(c.move());
        ImmutableList.Builder<ProjectTerms> terms = ImmutableList.<ProjectTerms>builder()
                .add(ImmutableProjectTerms.builder()
                        .from(project.terms())
                        .isDivided(true)
                        .build());
        ImmutableList.Builder<Posting> postings =
                ImmutableList.<Posting>builder().addAll(reserve(project.terms(), Fen.negate(total)));
        for (ProjectTerms part : body.parts()) {
            ProjectTerms own = ImmutableProjectTerms.builder()
                    .from(part)
                    .parent(project.terms().code())
                    .isDivided(false)
                    .build();
            divided = divided.flatMap(ok -> c.create(Project.id(own.code()), ProjectAction.SPLIT_OFF))
                    .flatMap(move -> {
                        moves.add(move);
                        return examine(own, ProjectAction.SPLIT_OFF, c).map(ok -> ImmutableList.of());
                    });
            terms.add(own);
            postings.addAll(reserve(own, Fen.of(own.total())));
        }
        return divided.map(ok ->
                ImmutableList.of(new Happening(new ProjectDivided(moves.build(), terms.build()), postings.build())));
    }

    private static Decision<ProjectTerms> examine(ProjectTerms terms, ProjectAction action, Case c) {
        ProjectRules rules = c.rules(ProjectFlow.RULES);
        return rules.controls()
                .examine(action, new ProjectCase(terms, rules, c))
                .decide(() -> terms);
    }

    private static ImmutableList<Posting> reserve(ProjectTerms terms, long change) {
        if (change == 0) {
            return ImmutableList.of();
        }
        PostingKey key = change > 0 ? ProjectPostings.RESERVED : ProjectPostings.RELEASED;
        return ImmutableList.of(Posting.of(key, Math.abs(change), Project.segments(terms)));
    }

    static Terms evolve(ProjectFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(ProjectDivided event, Move move, Optional<Terms> before) {
        return event.terms().stream()
                .filter(terms -> Project.id(terms.code()).equals(move.document()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no terms of a divided project: " + move));
    }
}
