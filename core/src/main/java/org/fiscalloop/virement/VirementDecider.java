package org.fiscalloop.virement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.virement.VirementCase.Pair;
import org.fiscalloop.virement.VirementCommands.CreateVirement;
import org.fiscalloop.virement.VirementCommands.ReviseVirement;
import org.fiscalloop.virement.VirementEvents.VirementExecuted;
import org.fiscalloop.virement.VirementEvents.VirementFilledIn;

/** What happens to a virement when something is asked of it, or why it does not. */
final class VirementDecider {
    private VirementDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateVirement body, Case c) {
        return filledIn(body.terms(), VirementAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseVirement body, Case c) {
        return filledIn(body.terms(), VirementAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(VirementTerms terms, VirementAction action, Case c) {
        return examine(new VirementCase(terms, Optional.empty(), c), action)
                .decide(() -> ImmutableList.of(Happening.of(new VirementFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        VirementAction action = VirementAction.valueOf(act.action());
        VirementAuthority asked =
                action == VirementAction.SUBMIT ? VirementAuthority.DEPARTMENT : VirementAuthority.FINANCE;
        VirementTerms terms = c.document(Virement.class).terms();
        return examine(new VirementCase(terms, Optional.of(asked), c), action)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** The approval of the last post moves the amounts. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        Virement virement = c.document(Virement.class);
        VirementAuthority asked = virement.state() == VirementState.DEPARTMENT_REVIEW
                ? VirementAuthority.DEPARTMENT
                : VirementAuthority.FINANCE;
        VirementCase examined = new VirementCase(virement.terms(), Optional.of(asked), c);
        boolean isLast = c.move().to().equals(VirementState.EXECUTED.name());
        return examine(examined, VirementAction.APPROVE)
                .decide(() -> examined)
                .flatMap(approved -> isLast
                        ? executed(approved)
                        : Decision.accepted(ImmutableList.of(Happening.of(new Moved(c.move())))));
    }

    private static Decision<ImmutableList<Happening>> executed(VirementCase approved) {
        Case c = approved.facts();
        ImmutableList<Pair> pairs = approved.pairs();
        Decision<ImmutableList<Move>> moves = Decision.accepted(ImmutableList.of(c.move()));
        for (Allotment allotment : allotments(pairs)) {
            moves = moves.flatMap(made -> c.move(allotment, AllotmentAction.VIRE)
                    .map(move ->
                            ImmutableList.<Move>builder().addAll(made).add(move).build()));
        }
        return moves.map(made -> ImmutableList.of(new Happening(
                new VirementExecuted(made, approved.terms().lines()),
                pairs.stream().map(pair -> vired(pair, c)).collect(ImmutableList.toImmutableList()))));
    }

    /** Each allotment once, in the order of the lines. */
    private static ImmutableSet<Allotment> allotments(ImmutableList<Pair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.from(), pair.to())).collect(ImmutableSet.toImmutableSet());
    }

    private static Posting vired(Pair pair, Case c) {
        return Posting.of(
                VirementPostings.VIRED,
                ImmutableList.of(pair.to().terms().flag(), pair.lineChange()),
                pair.fen(),
                block(pair.to().segments(), pair.receiving(), c),
                block(pair.from().segments(), pair.giving(), c),
                line(pair.to(), c),
                line(pair.from(), c));
    }

    private static Segments line(Allotment allotment, Case c) {
        BudgetLine line = c.find(allotment.terms().line())
                .orElseThrow(() -> new IllegalStateException("the line of " + allotment + " is gone"));
        return block(line.segments(), line.terms().elements(), c);
    }

    private static Segments block(Segments own, Elements elements, Case c) {
        return c.rules(MasterdataRules.KEY).elements().block(own, elements);
    }

    private static Findings examine(VirementCase examined, VirementAction action) {
        return examined.rules().controls().examine(action, examined);
    }

    static Terms evolve(VirementFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
