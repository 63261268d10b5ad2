package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;

/** The kinds of posting that assets make, under the coding block of their purchase and the number of their card. */
public final class AssetPostings {
    /** The role of the coding block of what has booked an asset: the agency, and the payment or accounting voucher. */
    public static final String ORIGIN = "origin";

    /** An accountant has booked an asset. */
    public static final PostingKey BOUGHT = PostingKey.of("asset-bought", AssetClass.class);

    /** An accountant has booked that money of an asset came back. */
    public static final PostingKey MONEY_BACK = PostingKey.of("asset-money-back", AssetClass.class);

    /** What was bought has got a card. */
    public static final PostingKey CARDED =
            PostingKey.of("asset-carded", AssetClass.class).roles(ORIGIN);

    /** A card is written down by money that came back. */
    public static final PostingKey WRITTEN_DOWN =
            PostingKey.of("asset-written-down", AssetClass.class).roles(ORIGIN);

    /** Somebody has made a present of an asset. */
    public static final PostingKey GIFT = PostingKey.of("asset-gift", AssetClass.class);

    /** An asset was taken over without consideration. */
    public static final PostingKey TAKEN = PostingKey.of("asset-taken", AssetClass.class);

    /** Depreciation of a month. */
    public static final PostingKey DEPRECIATED =
            PostingKey.of("asset-depreciated", AssetClass.class, AssetTerms.Use.class);

    /** Depreciation that is taken back: of the month in which an asset leaves, or beyond what it has cost after all. */
    public static final PostingKey DEPRECIATED_TOO_FAR =
            PostingKey.of("asset-depreciated-too-far", AssetClass.class, AssetTerms.Use.class);

    /** What was depreciated of an asset goes with it. */
    public static final PostingKey DEPRECIATION_GONE = PostingKey.of("asset-depreciation-gone", AssetClass.class);

    /** What an asset was worth is given away with it. */
    public static final PostingKey GIVEN = PostingKey.of("asset-given", AssetClass.class);

    /** What an asset was worth waits for its disposal. */
    public static final PostingKey IN_DISPOSAL = PostingKey.of("asset-in-disposal", AssetClass.class);

    /** What an asset was worth is an expense. */
    public static final PostingKey DISPOSED = PostingKey.of("asset-disposed");

    /** What a sale brings has arrived. */
    public static final PostingKey SALE_RECEIVED = PostingKey.of("asset-sale-received");

    /** What a sale has brought has gone to the treasury. */
    public static final PostingKey SALE_REMITTED = PostingKey.of("asset-sale-remitted");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(
            BOUGHT,
            MONEY_BACK,
            CARDED,
            WRITTEN_DOWN,
            GIFT,
            TAKEN,
            DEPRECIATED,
            DEPRECIATED_TOO_FAR,
            DEPRECIATION_GONE,
            GIVEN,
            IN_DISPOSAL,
            DISPOSED,
            SALE_RECEIVED,
            SALE_REMITTED);

    private AssetPostings() {}

    /** The coding block of a card's amounts in a year. */
    static Segments block(AssetTerms terms, Id<?> card, int year, Case c) {
        Segments agency = Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.AGENCY, terms.agency()));
        return terms.elements()
                .map(elements -> c.rules(MasterdataRules.KEY).elements().block(Dimensions.segments(elements), elements))
                .orElse(agency)
                .with(Dimensions.YEAR, Integer.toString(year))
                .with(Dimensions.DOCUMENT, card.value());
    }

    /** The coding block by which the balances of one card are kept. */
    static Segments of(Id<?> card) {
        return Dimensions.of(Dimensions.DOCUMENT, card.value());
    }

    /** The coding block of what a payment or accounting voucher has booked as an asset of an agency. */
    public static Segments origin(String division, String agency, String number) {
        return Dimensions.ALL.segments(
                ImmutableMap.of(Dimensions.DIVISION, division, Dimensions.AGENCY, agency, Dimensions.PAYMENT, number));
    }

    /** Adds a posting of an asset's class, if it is of something. */
    static void add(List<Posting> postings, PostingKey key, AssetTerms terms, long fen, Segments... blocks) {
        if (fen > 0) {
            postings.add(Posting.of(key, ImmutableList.of(terms.assetClass()), fen, blocks));
        }
    }
}
