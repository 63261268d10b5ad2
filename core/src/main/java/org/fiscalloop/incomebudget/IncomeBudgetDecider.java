package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.AdjustIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.CreateIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.ReviseIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetEvents.IncomeBudgetAdjusted;
import org.fiscalloop.incomebudget.IncomeBudgetEvents.IncomeBudgetFilledIn;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;

/** What happens to a line of the revenue budget when something is asked of it, or why it does not. */
final class IncomeBudgetDecider {
    private IncomeBudgetDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateIncomeBudget body, Case c) {
        return filledIn(body.budget(), body.terms(), IncomeBudgetAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseIncomeBudget body, Case c) {
        return filledIn(body.budget(), body.terms(), IncomeBudgetAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(
            Id<IncomeBudget> id, IncomeBudgetTerms terms, IncomeBudgetAction action, Case c) {
        return examine(id, terms, "", action, c)
                .decide(() -> ImmutableList.of(Happening.of(new IncomeBudgetFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        IncomeBudget budget = c.document(IncomeBudget.class);
        return examine(budget.id(), budget.terms(), "", IncomeBudgetAction.SUBMIT, c)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    static Decision<ImmutableList<Happening>> enact(Act act, Case c) {
        IncomeBudgetTerms terms = c.document(IncomeBudget.class).terms();
        return Decision.accepted(ImmutableList.of(Happening.of(
                new Moved(c.move()),
                IncomeBudgetPostings.of(IncomeBudgetPostings.ENACTED, terms, Fen.of(terms.amount())))));
    }

    static Decision<ImmutableList<Happening>> adjust(AdjustIncomeBudget body, Case c) {
        IncomeBudgetTerms terms = c.document(IncomeBudget.class).terms();
        long change = Fen.of(body.change());
        PostingKey key = change > 0 ? IncomeBudgetPostings.RAISED : IncomeBudgetPostings.LOWERED;
        return examine(body.budget(), terms, body.approval(), IncomeBudgetAction.ADJUST, c)
                .decide(() -> ImmutableList.of(Happening.of(
                        new IncomeBudgetAdjusted(c.move(), body.change(), body.approval()),
                        IncomeBudgetPostings.of(key, terms, change > 0 ? change : Fen.negate(change)))));
    }

    private static Findings examine(
            Id<?> id, IncomeBudgetTerms terms, String approval, IncomeBudgetAction action, Case c) {
        return c.rules(IncomeBudgetFlow.RULES)
                .controls()
                .examine(action, new IncomeBudgetControls.Budgeting(id, terms, approval, c));
    }

    static Terms evolve(IncomeBudgetFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
