package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCarriedIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFilledIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRestored;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSplit;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.ElementCheck;

/** What happens to an allotment when something is asked of it, or why it does not. */
final class AllotmentDecider {
    static final Reason NOT_BY_ITSELF = new Reason(
            "allotment.not-by-itself",
            "This does not happen to the allotment by itself",
            "不可单独操作",
            "{action} of {document} happens only with another document: the carry-over, a refund of an earlier year, an"
                    + " offset, a virement, or a transfer that is given back",
            "{document} 的 {action} 只能随结转确认, 跨年退回, 核销, 调剂或退回上级转移支付发生",
            Source.own("what happens to two documents at once is asked of one of them"));

    private AllotmentDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateAllotment body, Case c) {
        return filledIn(body.terms(), AllotmentAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseAllotment body, Case c) {
        return filledIn(body.terms(), AllotmentAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(AllotmentTerms terms, AllotmentAction action, Case c) {
        return complete(AllotmentCase.of(terms, c), action)
                .decide(() -> ImmutableList.of(Happening.of(new AllotmentFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        AllotmentTerms terms = c.document(Allotment.class).terms();
        return complete(AllotmentCase.of(terms, c), AllotmentAction.SUBMIT)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** The approval of the last post issues it; one that was issued and is taken back leaves as it came. */
    static Decision<ImmutableList<Happening>> act(Act act, Case c) {
        Allotment allotment = c.document(Allotment.class);
        return examine(AllotmentCase.of(allotment.terms(), c), AllotmentAction.valueOf(act.action()))
                .decide(() -> ImmutableList.of(new Happening(new Moved(c.move()), issueChange(allotment, c))));
    }

    private static ImmutableList<Posting> issueChange(Allotment allotment, Case c) {
        boolean was = allotment.state() == AllotmentState.ISSUED;
        boolean is = c.move().to().equals(AllotmentState.ISSUED.name());
        long amount = Fen.of(allotment.terms().amount());
        if (was == is) {
            return ImmutableList.of();
        }
        return is
                ? ImmutableList.of(AllotmentPostings.taken(allotment.id(), allotment.terms(), amount, c))
                : AllotmentPostings.givenBack(allotment, amount, c);
    }

    static Decision<ImmutableList<Happening>> split(SplitAllotment body, Case c) {
        Allotment parent = c.document(Allotment.class);
        Findings findings = examine(AllotmentCase.of(parent.terms(), c), AllotmentAction.SPLIT);
        Decision<ImmutableList<Move>> moves = Decision.accepted(ImmutableList.of(c.move()));
        ImmutableList.Builder<AllotmentTerms> parts = ImmutableList.builder();
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (Part part : body.parts()) {
            AllotmentTerms terms = ImmutableAllotmentTerms.builder()
                    .from(part.terms())
                    .parent(body.document())
                    .basis(parent.terms().basis())
                    .carriedFrom(Optional.empty())
                    .upperDocumentNo(parent.terms().upperDocumentNo())
                    .build();
            findings = findings.and(complete(AllotmentCase.of(terms, c), AllotmentAction.SPLIT_OFF));
            moves = moves.flatMap(made -> c.create(part.document(), AllotmentAction.SPLIT_OFF)
                    .map(move ->
                            ImmutableList.<Move>builder().addAll(made).add(move).build()));
            parts.add(terms);
            postings.add(AllotmentPostings.taken(part.document(), terms, Fen.of(terms.amount()), c));
        }
        Decision<ImmutableList<Move>> all = moves;
        return findings.decide(() -> parent)
                .flatMap(ok -> all)
                .map(made ->
                        ImmutableList.of(new Happening(new AllotmentSplit(made, parts.build()), postings.build())));
    }

    /** Everything that is wrong with an allotment as it is filled in: its own controls, then its coding block. */
    static Findings complete(AllotmentCase examined, AllotmentAction action) {
        return examine(examined, action)
                .and(ElementCheck.examine(examined.terms().elements(), Allotment.KIND, examined.facts()));
    }

    static Findings examine(AllotmentCase examined, AllotmentAction action) {
        return examined.facts().rules(AllotmentFlow.RULES).controls().examine(action, examined);
    }

    static Terms evolve(AllotmentCarriedIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(AllotmentRestored event, Move move, Optional<Terms> before) {
        return AllotmentChanges.raised(before, event.amount());
    }

    static Terms evolve(AllotmentFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    /** The parts stand in the order of their moves, after the move of the allotment itself. */
    static Terms evolve(AllotmentSplit event, Move move, Optional<Terms> before) {
        int index = event.moves().indexOf(move);
        return index == 0 ? before.orElseThrow() : event.parts().get(index - 1);
    }
}
