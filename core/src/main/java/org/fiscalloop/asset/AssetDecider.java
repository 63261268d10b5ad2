package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.asset.AssetCommands.DepreciateMonth;
import org.fiscalloop.asset.AssetCommands.DisposeOf;
import org.fiscalloop.asset.AssetCommands.GiveAsset;
import org.fiscalloop.asset.AssetCommands.RegisterCard;
import org.fiscalloop.asset.AssetCommands.WriteDown;
import org.fiscalloop.asset.AssetControls.OfCard;
import org.fiscalloop.asset.AssetEvents.AssetGiven;
import org.fiscalloop.asset.AssetEvents.AssetsDepreciated;
import org.fiscalloop.asset.AssetEvents.CardChanged;
import org.fiscalloop.asset.AssetTerms.Acquisition;
import org.fiscalloop.asset.AssetTerms.Leaving;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;

/** What happens when something is asked of an asset, or why it does not. */
final class AssetDecider {
    private AssetDecider() {}

    static Decision<ImmutableList<Happening>> register(RegisterCard body, Case c) {
        AssetTerms terms = body.terms();
        return examine(OfCard.of(body.document(), terms, c), AssetAction.REGISTER)
                .decide(() -> ImmutableList.of(
                        new Happening(new CardChanged(c.move(), terms), registered(body.document(), terms, c))));
    }

    private static ImmutableList<Posting> registered(Id<AssetCard> card, AssetTerms terms, Case c) {
        Segments own = AssetPostings.block(terms, card, c.on().getYear(), c);
        List<Posting> postings = new ArrayList<>();
        long cost = Fen.of(terms.cost());
        switch (terms.acquisition()) {
            case PURCHASE -> AssetPostings.add(postings, AssetPostings.CARDED, terms, cost, own, origin(terms));
            case GIFT -> AssetPostings.add(postings, AssetPostings.GIFT, terms, cost, own);
            case TRANSFER -> AssetPostings.add(postings, AssetPostings.TAKEN, terms, cost, own);
        }
        return ImmutableList.copyOf(postings);
    }

    private static Segments origin(AssetTerms terms) {
        return AssetPostings.origin(
                terms.division(), terms.agency(), terms.origin().orElse(""));
    }

    static Decision<ImmutableList<Happening>> writeDown(WriteDown body, Case c) {
        AssetCard card = c.document(AssetCard.class);
        AssetTerms terms = card.terms();
        long less = Fen.of(body.amount());
        OfCard examined = new OfCard(card.id(), terms, less, Optional.empty(), terms.use(), "", c);
        return examine(examined, AssetAction.WRITE_DOWN)
                .decide(() -> ImmutableList.of(new Happening(
                        new CardChanged(
                                c.move(),
                                ImmutableAssetTerms.builder()
                                        .from(terms)
                                        .cost(terms.cost().minus(body.amount()))
                                        .build()),
                        writtenDown(examined, less))));
    }

    /** What was depreciated beyond what it has cost after all is taken back. */
    private static ImmutableList<Posting> writtenDown(OfCard card, long less) {
        AssetTerms terms = card.terms();
        Segments own = AssetPostings.block(terms, card.card(), card.facts().on().getYear(), card.facts());
        List<Posting> postings = new ArrayList<>();
        AssetPostings.add(postings, AssetPostings.WRITTEN_DOWN, terms, less, own, origin(terms));
        tooFar(postings, card, Fen.subtract(Fen.of(terms.cost()), less), own);
        return ImmutableList.copyOf(postings);
    }

    /** Takes back what was depreciated beyond an amount. */
    private static void tooFar(List<Posting> postings, OfCard card, long most, Segments own) {
        long tooFar = Fen.subtract(card.depreciated(), most);
        if (tooFar > 0) {
            postings.add(Posting.of(
                    AssetPostings.DEPRECIATED_TOO_FAR,
                    ImmutableList.of(card.terms().assetClass(), card.terms().use()),
                    tooFar,
                    own));
        }
    }

    // ---- an asset leaves --------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> give(GiveAsset body, Case c) {
        AssetCard card = c.document(AssetCard.class);
        OfCard examined = new OfCard(card.id(), card.terms(), 0, body.agency(), body.use(), body.documentNo(), c);
        return examine(examined, AssetAction.GIVE).decide(() -> examined).flatMap(fit -> given(body, fit));
    }

    private static Decision<ImmutableList<Happening>> given(GiveAsset body, OfCard fit) {
        Case c = fit.facts();
        Removal removal = Removal.of(fit, Leaving.Way.GIVEN, AssetPostings.GIVEN);
        if (body.card().isEmpty()) {
            return Decision.accepted(ImmutableList.of(new Happening(
                    new AssetGiven(ImmutableList.of(c.move()), removal.terms, Optional.empty()),
                    ImmutableList.copyOf(removal.postings))));
        }
        Id<AssetCard> other = body.card().orElseThrow();
        AssetTerms taken = taken(body, removal, c);
        AssetPostings.add(
                removal.postings,
                AssetPostings.TAKEN,
                taken,
                removal.net,
                AssetPostings.block(taken, other, c.on().getYear(), c));
        return c.create(other, AssetAction.TAKE_OVER)
                .map(move -> ImmutableList.of(new Happening(
                        new AssetGiven(ImmutableList.of(c.move(), move), removal.terms, Optional.of(taken)),
                        ImmutableList.copyOf(removal.postings))));
    }

    /** Who takes an asset over has it for what it was worth, and for the months that are left. */
    private static AssetTerms taken(GiveAsset body, Removal removal, Case c) {
        AssetTerms given = removal.terms;
        return ImmutableAssetTerms.builder()
                .division(given.division())
                .agency(body.agency().orElseThrow())
                .fiscalYear(c.on().getYear())
                .name(given.name())
                .category(given.category())
                .assetClass(given.assetClass())
                .acquisition(Acquisition.TRANSFER)
                .use(body.use())
                .acquiredOn(c.on())
                .cost(Fen.money(removal.net))
                .isNominal(given.isNominal())
                .months(StraightLine.left(given, YearMonth.from(c.on()).minusMonths(1)))
                .attributes(given.attributes())
                .build();
    }

    static Decision<ImmutableList<Happening>> dispose(DisposeOf body, Case c) {
        AssetCard card = c.document(AssetCard.class);
        OfCard examined = new OfCard(
                card.id(), card.terms(), 0, Optional.empty(), card.terms().use(), body.documentNo(), c);
        return examine(examined, AssetAction.DISPOSE).decide(() -> {
            Removal removal = Removal.of(examined, body.way(), AssetPostings.IN_DISPOSAL);
            return ImmutableList.of(
                    new Happening(new CardChanged(c.move(), removal.terms), ImmutableList.copyOf(removal.postings)));
        });
    }

    static Decision<ImmutableList<Happening>> complete(Act act, Case c) {
        AssetCard card = c.document(AssetCard.class);
        AssetTerms terms = card.terms();
        long net = Fen.of(terms.leaving().orElseThrow().net());
        return examine(OfCard.of(card.id(), terms, c), AssetAction.COMPLETE)
                .decide(() -> ImmutableList.of(new Happening(
                        new Moved(c.move()),
                        net == 0
                                ? ImmutableList.of()
                                : ImmutableList.of(Posting.of(
                                        AssetPostings.DISPOSED,
                                        net,
                                        AssetPostings.block(terms, card.id(), c.on().getYear(), c))))));
    }

    /**
     * What takes an asset off the books of its agency. It is not depreciated for the month in which it leaves: where it was
     * already, that is taken back.
     */
    private static final class Removal {
        private final AssetTerms terms;
        private final long net;
        private final List<Posting> postings = new ArrayList<>();

        private Removal(AssetTerms terms, long net) {
            this.terms = terms;
            this.net = net;
        }

        static Removal of(OfCard card, Leaving.Way way, PostingKey key) {
            Case c = card.facts();
            AssetTerms before = card.terms();
            long depreciated = card.depreciatedWhenLeaving();
            long net = Fen.subtract(Fen.of(before.cost()), depreciated);
            Removal removal = new Removal(
                    ImmutableAssetTerms.builder()
                            .from(before)
                            .leaving(new Leaving(way, c.on(), Fen.money(net), card.documentNo()))
                            .build(),
                    net);
            Segments own = AssetPostings.block(before, card.card(), c.on().getYear(), c);
            tooFar(removal.postings, card, depreciated, own);
            AssetPostings.add(removal.postings, AssetPostings.DEPRECIATION_GONE, before, depreciated, own);
            AssetPostings.add(removal.postings, key, before, net, own);
            return removal;
        }
    }

    // ---- depreciation -----------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> depreciate(DepreciateMonth body, Case c) {
        Depreciation.OfMonth terms =
                new Depreciation.OfMonth(body.division(), body.agency(), body.month(), CardCheck.due(body.terms(), c));
        return c.rules(AssetFlow.RULES)
                .depreciationControls()
                .examine(Depreciation.Action.DEPRECIATE, new AssetControls.OfMonth(terms, c))
                .decide(() -> {
                    ImmutableList.Builder<Posting> postings = ImmutableList.builder();
                    for (Depreciation.Line line : terms.lines()) {
                        AssetTerms card = CardCheck.found(line.card(), c).terms();
                        postings.add(Posting.of(
                                AssetPostings.DEPRECIATED,
                                ImmutableList.of(card.assetClass(), card.use()),
                                Fen.of(line.amount()),
                                AssetPostings.block(
                                        card, line.card(), body.month().getYear(), c)));
                    }
                    return ImmutableList.of(new Happening(new AssetsDepreciated(c.move(), terms), postings.build()));
                });
    }

    private static Findings examine(OfCard card, AssetAction action) {
        return card.facts().rules(AssetFlow.RULES).cardControls().examine(action, card);
    }

    // ---- what events say --------------------------------------------------------------------------------------------

    static Terms evolve(CardChanged event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(AssetGiven event, Move move, Optional<Terms> before) {
        return before.isPresent()
                ? event.given()
                : event.taken().orElseThrow(() -> new IllegalStateException("nobody has taken it over: " + move));
    }

    static Terms evolve(AssetsDepreciated event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
