package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.CorrectAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SupplementAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCorrected;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFrozen;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentOffset;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRecalled;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentReduced;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSupplemented;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentUnfrozen;
import org.fiscalloop.allotment.AllotmentEvents.Share;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** What happens to an allotment that is issued when its amount or its codes shall change, or why it does not. */
final class AllotmentChanges {
    private AllotmentChanges() {}

    static Decision<ImmutableList<Happening>> freeze(FreezeAllotment body, Case c) {
        Allotment allotment = c.document(Allotment.class);
        Optional<Share> share = body.ratio()
                .map(ratio -> new Share(ratio, Fen.money(c.balance(AllotmentMeasure.AVAILABLE, allotment.segments()))));
        long amount = share.map(of -> Fen.share(Math.max(Fen.of(of.of()), 0), of.ratio()))
                .orElseGet(() -> Fen.of(body.amount().orElseThrow()));
        return AllotmentDecider.examine(new AllotmentCase(allotment.terms(), amount, c), AllotmentAction.FREEZE)
                .decide(() -> ImmutableList.of(Happening.of(
                        new AllotmentFrozen(c.move(), Fen.money(amount), share),
                        Posting.of(AllotmentPostings.FROZEN, amount, block(allotment, c)))));
    }

    static Decision<ImmutableList<Happening>> unfreeze(UnfreezeAllotment body, Case c) {
        Allotment allotment = c.document(Allotment.class);
        long amount =
                body.amount().map(Fen::of).orElseGet(() -> c.balance(AllotmentMeasure.FROZEN, allotment.segments()));
        return AllotmentDecider.examine(new AllotmentCase(allotment.terms(), amount, c), AllotmentAction.UNFREEZE)
                .decide(() -> ImmutableList.of(Happening.of(
                        new AllotmentUnfrozen(c.move(), Fen.money(amount)),
                        Posting.of(AllotmentPostings.UNFROZEN, amount, block(allotment, c)))));
    }

    static Decision<ImmutableList<Happening>> reduce(ReduceAllotment body, Case c) {
        Allotment allotment = c.document(Allotment.class);
        long amount = Fen.of(body.amount());
        return AllotmentDecider.examine(new AllotmentCase(allotment.terms(), amount, c), AllotmentAction.REDUCE)
                .decide(() -> ImmutableList.of(new Happening(
                        new AllotmentReduced(c.move(), body.amount(), body.reason()),
                        AllotmentPostings.givenBack(allotment, amount, c))));
    }

    static Decision<ImmutableList<Happening>> recall(RecallAllotment body, Case c) {
        Allotment allotment = c.document(Allotment.class);
        long left = left(allotment, c);
        return AllotmentDecider.examine(new AllotmentCase(allotment.terms(), left, c), AllotmentAction.RECALL)
                .decide(() -> ImmutableList.of(new Happening(
                        new AllotmentRecalled(c.move(), body.mode(), Fen.money(left), body.reason()),
                        AllotmentPostings.givenBack(allotment, left, c))));
    }

    static Decision<ImmutableList<Happening>> supplement(SupplementAllotment body, Case c) {
        Allotment allotment = c.document(Allotment.class);
        long amount = Fen.of(body.amount());
        return AllotmentDecider.examine(new AllotmentCase(allotment.terms(), amount, c), AllotmentAction.SUPPLEMENT)
                .decide(() -> ImmutableList.of(Happening.of(
                        new AllotmentSupplemented(c.move(), body.amount(), body.reason()),
                        AllotmentPostings.taken(allotment.id(), allotment.terms(), amount, c))));
    }

    /** All that is left goes back under the old block and comes again under the new one. */
    static Decision<ImmutableList<Happening>> correct(CorrectAllotment body, Case c) {
        Allotment allotment = c.document(Allotment.class);
        AllotmentTerms corrected = with(allotment.terms(), body);
        long left = left(allotment, c);
        return AllotmentDecider.complete(new AllotmentCase(corrected, left, c), AllotmentAction.CORRECT)
                .decide(() -> ImmutableList.of(new Happening(
                        new AllotmentCorrected(c.move(), body.elements(), Fen.money(left), body.reason()),
                        ImmutableList.<Posting>builder()
                                .addAll(AllotmentPostings.givenBack(allotment, left, c))
                                .add(AllotmentPostings.taken(allotment.id(), corrected, left, c))
                                .build())));
    }

    private static AllotmentTerms with(AllotmentTerms terms, CorrectAllotment body) {
        return ImmutableAllotmentTerms.builder()
                .from(terms)
                .elements(body.elements())
                .build();
    }

    /** What was paid stays where it was paid; the formal allotment has so much less. */
    static Decision<ImmutableList<Happening>> offset(OffsetAllotment body, Case c) {
        Allotment temporary = c.document(Allotment.class);
        long amount = Fen.of(body.amount());
        return AllotmentDecider.examine(new AllotmentCase(temporary.terms(), amount, c), AllotmentAction.OFFSET)
                .decide(() -> c.find(body.formal())
                        .orElseThrow(() -> new IllegalStateException("examined and gone: " + body.formal())))
                .flatMap(formal -> c.move(formal, AllotmentAction.ABSORB)
                        .map(absorbed -> ImmutableList.of(Happening.of(
                                new AllotmentOffset(ImmutableList.of(c.move(), absorbed), body.amount()),
                                Posting.of(AllotmentPostings.OFFSET, amount, block(temporary, c), block(formal, c))))));
    }

    /** What is available of it and kept for no contract, or still to be distributed. */
    private static long left(Allotment allotment, Case c) {
        return Fen.subtract(
                c.balance(allotment.terms().flag().measure(), allotment.segments()),
                c.balance(AllotmentMeasure.RESERVED, allotment.segments()));
    }

    private static Segments block(Allotment allotment, Case c) {
        return AllotmentPostings.block(allotment.id(), allotment.terms(), c);
    }

    static Terms evolve(AllotmentSupplemented event, Move move, Optional<Terms> before) {
        return raised(before, event.amount());
    }

    static Terms evolve(AllotmentCorrected event, Move move, Optional<Terms> before) {
        return ImmutableAllotmentTerms.builder()
                .from((AllotmentTerms) before.orElseThrow())
                .elements(event.elements())
                .build();
    }

    /** The terms with an amount that has grown. */
    static Terms raised(Optional<Terms> before, Money amount) {
        AllotmentTerms terms = (AllotmentTerms) before.orElseThrow();
        return ImmutableAllotmentTerms.builder()
                .from(terms)
                .amount(terms.amount().plus(amount))
                .build();
    }
}
