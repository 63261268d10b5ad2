package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetCommands.ReviseBudgetLine;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAdjusted;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAppropriated;
import org.fiscalloop.budget.BudgetEvents.BudgetLineCarriedIn;
import org.fiscalloop.budget.BudgetEvents.BudgetLineFilledIn;
import org.fiscalloop.budget.BudgetEvents.BudgetLineProposed;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectPostings;
import org.fiscalloop.register.ElementCheck;

/** What happens to a budget line when something is asked of it, or why it does not. */
final class BudgetDecider {
    static final Reason NOT_BY_ITSELF = new Reason(
            "budget.not-by-itself",
            "This does not happen to the line by itself",
            "不可单独操作",
            "{action} of {document} happens only when a transfer is given back to the level above",
            "{document} 的 {action} 只能随退回上级转移支付发生",
            Source.own("what was received goes back by the way it came"));

    private BudgetDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateBudgetLine body, Case c) {
        return filledIn(body.terms(), BudgetAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseBudgetLine body, Case c) {
        return filledIn(body.terms(), BudgetAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(BudgetTerms terms, BudgetAction action, Case c) {
        return complete(terms, action, c)
                .decide(() -> ImmutableList.of(Happening.of(new BudgetLineFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        BudgetLine line = c.document(BudgetLine.class);
        return complete(line.terms(), BudgetAction.SUBMIT, c)
                .decide(() -> project(line, c))
                .flatMap(project -> c.move(project, ProjectAction.SELECT))
                .map(moved -> happening(
                        new BudgetLineProposed(ImmutableList.of(c.move(), moved)),
                        whole(BudgetPostings.PROPOSED, line, c)));
    }

    static Decision<ImmutableList<Happening>> appropriate(Act act, Case c) {
        BudgetLine line = c.document(BudgetLine.class);
        return examine(BudgetCase.of(line.terms(), c), BudgetAction.APPROPRIATE)
                .decide(() -> project(line, c))
                .flatMap(project -> c.move(project, ProjectAction.START))
                .map(moved -> happening(
                        new BudgetLineAppropriated(ImmutableList.of(c.move(), moved)),
                        whole(BudgetPostings.APPROPRIATED, line, c, BudgetSource.ORIGINAL, book(line, c))));
    }

    /** An act that may take the line out of the review: then it gives back what it occupied of its project. */
    static Decision<ImmutableList<Happening>> giveBack(Act act, Case c) {
        BudgetLine line = c.document(BudgetLine.class);
        boolean stays = BudgetState.valueOf(c.move().to()).isProposed();
        Moved moved = new Moved(c.move());
        return Decision.accepted(
                line.state().isProposed() && !stays
                        ? happening(moved, whole(BudgetPostings.WITHDRAWN, line, c))
                        : ImmutableList.of(Happening.of(moved)));
    }

    /** What a line gives back to a project that has ended leaves the reserve at once: nobody could release it later. */
    static Decision<ImmutableList<Happening>> adjust(AdjustBudgetLine body, Case c) {
        BudgetLine line = c.document(BudgetLine.class);
        long change = Fen.of(body.change());
        PostingKey key = change > 0 ? BudgetPostings.INCREASED : BudgetPostings.DECREASED;
        long size = change > 0 ? change : Fen.negate(change);
        return examine(new BudgetCase(line.terms(), change, body.approval(), c), BudgetAction.ADJUST)
                .decide(() -> project(line, c))
                .map(project -> {
                    ImmutableList.Builder<Posting> postings = ImmutableList.builder();
                    postings.add(Posting.of(
                            key, ImmutableList.of(BudgetSource.ADJUSTMENT, book(line, c)), size, block(line, c)));
                    if (project.hasEnded()) {
                        postings.add(Posting.of(ProjectPostings.RELEASED, size, project.segments()));
                    }
                    return ImmutableList.of(new Happening(
                            new BudgetLineAdjusted(c.move(), body.change(), body.approval()), postings.build()));
                });
    }

    /** Everything that is wrong with a line as it is filled in: its own controls, then its coding block. */
    private static Findings complete(BudgetTerms terms, BudgetAction action, Case c) {
        return examine(BudgetCase.of(terms, c), action).and(ElementCheck.examine(terms.elements(), BudgetLine.KIND, c));
    }

    private static Findings examine(BudgetCase examined, BudgetAction action) {
        return examined.facts().rules(BudgetFlow.RULES).controls().examine(action, examined);
    }

    /** The project of a line that has been examined. */
    private static Project project(BudgetLine line, Case c) {
        return BudgetCase.of(line.terms(), c)
                .project()
                .orElseThrow(() -> new IllegalStateException("the project of " + line + " is gone"));
    }

    private static Posting whole(PostingKey key, BudgetLine line, Case c, Enum<?>... facets) {
        return Posting.of(key, ImmutableList.copyOf(facets), Fen.of(line.terms().amount()), block(line, c));
    }

    /** Whose money the line is of. */
    private static FundBook book(BudgetLine line, Case c) {
        return c.rules(TreasuryCodes.KEY).book(line.terms().elements().fund());
    }

    /** The coding block of a line, with the extra elements by which balances are kept. */
    private static Segments block(BudgetLine line, Case c) {
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(line.segments(), line.terms().elements());
    }

    private static ImmutableList<Happening> happening(Event event, Posting posting) {
        return ImmutableList.of(Happening.of(event, posting));
    }

    static Terms evolve(BudgetLineCarriedIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(BudgetLineFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
