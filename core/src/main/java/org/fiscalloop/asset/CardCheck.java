package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * The cards of an agency against its books (资产账实核对): class by class, what cards cost and what was bought and has no card
 * is what stands on the account, and so it is with depreciation.
 */
public final class CardCheck {
    private static final LedgerId MEMORANDUM = new LedgerId("memorandum");
    private static final LedgerId AGENCY = new LedgerId("agency");
    private static final Meaning COST = new Meaning(MEMORANDUM, "CARD_COST");
    private static final Meaning DEPRECIATION = new Meaning(MEMORANDUM, "CARD_DEPRECIATION");

    private CardCheck() {}

    /**
     * One class of assets of an agency. Amounts are yuan.
     *
     * @param assetClass the class
     * @param cards how many assets of it have a card and are there
     * @param cost what they cost
     * @param toCard what was bought and has no card, less than nothing where more came back than was taken off cards
     * @param account what stands on the account
     * @param depreciated what of the cards is depreciated
     * @param depreciationAccount what stands on the account of depreciation
     */
    public record Row(
            AssetClass assetClass,
            int cards,
            Money cost,
            Money toCard,
            Money account,
            Money depreciated,
            Money depreciationAccount) {
        /** What stands on the account and is explained by no card and no purchase, in yuan. */
        public Money difference() {
            return account.minus(cost).minus(toCard);
        }

        /** What stands on the account of depreciation and is explained by no card, in yuan. */
        public Money depreciationDifference() {
            return depreciationAccount.minus(depreciated);
        }
    }

    /** The amounts of a class while they are added up, in fen. */
    private static final class Sums {
        private int cards;
        private long cost;
        private long depreciated;
    }

    /** Cost and depreciation of one card, in fen. */
    private record Kept(long cost, long depreciated) {
        Kept plus(Kept other) {
            return new Kept(Fen.add(cost, other.cost), Fen.add(depreciated, other.depreciated));
        }
    }

    /** The check of an agency in the books of a fiscal year, a row for each class. */
    public static ImmutableList<Row> of(String division, String agency, int fiscalYear, Reads reads) {
        ImmutableList<Balances.Kept> memorandum = reads.balances(MEMORANDUM, block(division, agency));
        ImmutableList<Balances.Kept> books =
                reads.balances(AGENCY, block(division, agency).with(Dimensions.YEAR, Integer.toString(fiscalYear)));
        Map<AssetClass, Sums> sums = new EnumMap<>(AssetClass.class);
        kept(memorandum).forEach((number, kept) -> {
            AssetCard card = reads.find(AssetCard.id(number)).orElseThrow(() -> lost(number));
            Sums of = sums.computeIfAbsent(card.terms().assetClass(), any -> new Sums());
            of.cards += kept.cost() > 0 ? 1 : 0;
            of.cost = Fen.add(of.cost, kept.cost());
            of.depreciated = Fen.add(of.depreciated, kept.depreciated());
        });
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        for (AssetClass assetClass : AssetClass.values()) {
            Sums of = sums.getOrDefault(assetClass, new Sums());
            rows.add(new Row(
                    assetClass,
                    of.cards,
                    Fen.money(of.cost),
                    Fen.money(net(memorandum, new Meaning(MEMORANDUM, assetClass.account() + "_TO_CARD"), Side.DEBIT)),
                    Fen.money(net(books, new Meaning(AGENCY, assetClass.account()), Side.DEBIT)),
                    Fen.money(of.depreciated),
                    Fen.money(net(books, new Meaning(AGENCY, assetClass.depreciation()), Side.CREDIT))));
        }
        return rows.build();
    }

    /** What falls on each card of an agency for a month, by their numbers: what is not depreciated up to its end. */
    static ImmutableList<Depreciation.Line> due(Depreciation.OfMonth month, Case c) {
        ImmutableList.Builder<Depreciation.Line> lines = ImmutableList.builder();
        kept(c.reads().balances(MEMORANDUM, block(month.division(), month.agency())))
                .forEach((number, kept) -> {
                    Id<AssetCard> id = AssetCard.id(number);
                    long due = kept.cost() == 0
                            ? 0
                            : Fen.subtract(StraightLine.until(found(id, c).terms(), month.month()), kept.depreciated());
                    if (due > 0) {
                        lines.add(new Depreciation.Line(id, Fen.money(due)));
                    }
                });
        return lines.build();
    }

    /** A card that the books name. */
    static AssetCard found(Id<AssetCard> id, Case c) {
        return c.find(id).orElseThrow(() -> lost(id.value()));
    }

    private static IllegalStateException lost(String number) {
        return new IllegalStateException("the books name a card that does not exist: " + number);
    }

    /** Cost and depreciation of each card, by their numbers. */
    private static NavigableMap<String, Kept> kept(ImmutableList<Balances.Kept> memorandum) {
        NavigableMap<String, Kept> byCard = new TreeMap<>();
        for (Balances.Kept balance : memorandum) {
            boolean isCost = balance.account().equals(COST);
            if (isCost || balance.account().equals(DEPRECIATION)) {
                long fen = balance.balance().net(Side.DEBIT);
                byCard.merge(
                        balance.key().segments().value(Dimensions.DOCUMENT),
                        isCost ? new Kept(fen, 0) : new Kept(0, fen),
                        Kept::plus);
            }
        }
        return byCard;
    }

    private static long net(ImmutableList<Balances.Kept> balances, Meaning account, Side side) {
        long net = 0;
        for (Balances.Kept balance : balances) {
            if (balance.account().equals(account)) {
                net = Fen.add(net, balance.balance().net(side));
            }
        }
        return net;
    }

    private static Segments block(String division, String agency) {
        return Dimensions.ALL.segments(ImmutableMap.of(Dimensions.DIVISION, division, Dimensions.AGENCY, agency));
    }
}
