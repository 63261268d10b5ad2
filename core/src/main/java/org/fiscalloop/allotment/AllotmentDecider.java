package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCarriedIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFilledIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFrozen;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentReduced;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRestored;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSplit;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentUnfrozen;
import org.fiscalloop.budget.BudgetLine;
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
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.ElementCheck;

/** What happens to an allotment when something is asked of it, or why it does not. */
final class AllotmentDecider {
    static final Reason NOT_BY_ITSELF = new Reason(
            "allotment.not-by-itself",
            "This does not happen to the allotment by itself",
            "不可单独操作",
            "{action} of {document} happens only with the carry-over, or when money of an earlier year comes back",
            "{document} 的 {action} 只能随结转确认或跨年退回发生",
            Source.own("an allotment takes in what was carried over, and nothing that somebody asks"));

    private AllotmentDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateAllotment body, Case c) {
        return filledIn(body.terms(), AllotmentAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseAllotment body, Case c) {
        return filledIn(body.terms(), AllotmentAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(AllotmentTerms terms, AllotmentAction action, Case c) {
        return complete(terms, action, c)
                .decide(() -> ImmutableList.of(Happening.of(new AllotmentFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        AllotmentTerms terms = c.document(Allotment.class).terms();
        return complete(terms, AllotmentAction.SUBMIT, c)
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
        if (was == is) {
            return ImmutableList.of();
        }
        return ImmutableList.of(
                is
                        ? issued(allotment, c)
                        : reduced(allotment, Fen.of(allotment.terms().amount()), c));
    }

    /** A part that was taken back is issued from its parent again, as it was at first. */
    private static Posting issued(Allotment allotment, Case c) {
        AllotmentTerms terms = allotment.terms();
        long amount = Fen.of(terms.amount());
        Segments own = block(allotment.id(), terms, c);
        return terms.parent()
                .map(parent -> Posting.of(
                        AllotmentPostings.SPLIT, ImmutableList.of(terms.flag()), amount, own, parent(parent, c)))
                .orElseGet(() -> Posting.of(issuing(terms.flag()), amount, own, line(allotment, c)));
    }

    private static PostingKey issuing(AllotmentFlag flag) {
        return switch (flag) {
            case EXECUTABLE -> AllotmentPostings.ISSUED;
            case PENDING -> AllotmentPostings.DISTRIBUTED;
        };
    }

    /** What is not used goes back to the allotment it was split from, or to its line. */
    private static Posting reduced(Allotment allotment, long amount, Case c) {
        Segments own = block(allotment.id(), allotment.terms(), c);
        return allotment
                .terms()
                .parent()
                .map(parent -> Posting.of(
                        AllotmentPostings.RETURNED,
                        ImmutableList.of(allotment.terms().flag()),
                        amount,
                        own,
                        parent(parent, c)))
                .orElseGet(() -> Posting.of(
                        AllotmentPostings.REDUCED,
                        ImmutableList.of(allotment.terms().flag()),
                        amount,
                        own,
                        line(allotment, c)));
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
                    .build();
            findings = findings.and(complete(terms, AllotmentAction.SPLIT_OFF, c));
            moves = moves.flatMap(made -> c.create(part.document(), AllotmentAction.SPLIT_OFF)
                    .map(move ->
                            ImmutableList.<Move>builder().addAll(made).add(move).build()));
            parts.add(terms);
            postings.add(Posting.of(
                    AllotmentPostings.SPLIT,
                    ImmutableList.of(terms.flag()),
                    Fen.of(terms.amount()),
                    block(part.document(), terms, c),
                    parent(body.document(), c)));
        }
        Decision<ImmutableList<Move>> all = moves;
        return findings.decide(() -> parent)
                .flatMap(ok -> all)
                .map(made ->
                        ImmutableList.of(new Happening(new AllotmentSplit(made, parts.build()), postings.build())));
    }

    static Decision<ImmutableList<Happening>> freeze(FreezeAllotment body, Case c) {
        long amount = Fen.of(body.amount());
        Allotment allotment = c.document(Allotment.class);
        return examine(new AllotmentCase(allotment.terms(), amount, c), AllotmentAction.FREEZE)
                .decide(() -> happening(
                        new AllotmentFrozen(c.move(), body.amount()),
                        Posting.of(AllotmentPostings.FROZEN, amount, block(allotment.id(), allotment.terms(), c))));
    }

    static Decision<ImmutableList<Happening>> unfreeze(UnfreezeAllotment body, Case c) {
        long amount = Fen.of(body.amount());
        Allotment allotment = c.document(Allotment.class);
        return examine(new AllotmentCase(allotment.terms(), amount, c), AllotmentAction.UNFREEZE)
                .decide(() -> happening(
                        new AllotmentUnfrozen(c.move(), body.amount()),
                        Posting.of(AllotmentPostings.UNFROZEN, amount, block(allotment.id(), allotment.terms(), c))));
    }

    static Decision<ImmutableList<Happening>> reduce(ReduceAllotment body, Case c) {
        long amount = Fen.of(body.amount());
        Allotment allotment = c.document(Allotment.class);
        return examine(new AllotmentCase(allotment.terms(), amount, c), AllotmentAction.REDUCE)
                .decide(() -> happening(
                        new AllotmentReduced(c.move(), body.amount(), body.reason()), reduced(allotment, amount, c)));
    }

    private static ImmutableList<Happening> happening(Event event, Posting posting) {
        return ImmutableList.of(Happening.of(event, posting));
    }

    /** Everything that is wrong with an allotment as it is filled in: its own controls, then its coding block. */
    private static Findings complete(AllotmentTerms terms, AllotmentAction action, Case c) {
        return examine(AllotmentCase.of(terms, c), action)
                .and(ElementCheck.examine(terms.elements(), Allotment.KIND, c));
    }

    private static Findings examine(AllotmentCase examined, AllotmentAction action) {
        return examined.facts().rules(AllotmentFlow.RULES).controls().examine(action, examined);
    }

    private static Segments block(Id<?> id, AllotmentTerms terms, Case c) {
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(Allotment.segments(Allotment.id(id.value()), terms), terms.elements());
    }

    private static Segments parent(Id<Allotment> id, Case c) {
        Allotment parent = c.find(id).orElseThrow(() -> new IllegalStateException("the parent is gone: " + id));
        return block(id, parent.terms(), c);
    }

    private static Segments line(Allotment allotment, Case c) {
        BudgetLine line = c.find(allotment.terms().line())
                .orElseThrow(() -> new IllegalStateException("the line of " + allotment + " is gone"));
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(line.segments(), line.terms().elements());
    }

    static Terms evolve(AllotmentCarriedIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(AllotmentRestored event, Move move, Optional<Terms> before) {
        AllotmentTerms terms = (AllotmentTerms) before.orElseThrow();
        return ImmutableAllotmentTerms.builder()
                .from(terms)
                .amount(terms.amount().plus(event.amount()))
                .build();
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
