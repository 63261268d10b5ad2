package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;

/**
 * The kinds of posting that money between levels and its settlement make. The own coding block of an order is that of its
 * document; every other one's is that of what stands between two levels, whose document is the other division.
 */
public final class SettlementPostings {
    /** Whether what is booked belongs to the year of the books: the closing of a year has moved what belongs to another. */
    public enum OfYear {
        /** 本年. */
        THIS_YEAR,
        /** 以前年度. */
        EARLIER_YEAR
    }

    /** Money is ordered of the treasury. */
    public static final PostingKey ORDERED = PostingKey.of("cash-ordered");

    /** Money is no longer only ordered: it was paid, or is given up. */
    public static final PostingKey NO_LONGER_ORDERED = PostingKey.of("cash-no-longer-ordered");

    /** Money has left for another level. */
    public static final PostingKey SENT =
            PostingKey.of("cash-sent", CashTerms.Kind.class, OfYear.class, FundBook.class);

    /** Money has come from another level. */
    public static final PostingKey RECEIVED =
            PostingKey.of("cash-received", CashTerms.Kind.class, OfYear.class, FundBook.class);

    /** A year is settled at the level above. */
    public static final PostingKey ISSUED =
            PostingKey.of("settlement-issued", SettlementTerms.Kind.class, OfYear.class, FundBook.class);

    /** A year is settled at the level below. */
    public static final PostingKey CONFIRMED =
            PostingKey.of("settlement-confirmed", SettlementTerms.Kind.class, OfYear.class, FundBook.class);

    static final ImmutableList<PostingKey> ALL =
            ImmutableList.of(ORDERED, NO_LONGER_ORDERED, SENT, RECEIVED, ISSUED, CONFIRMED);

    private SettlementPostings() {}

    /** The coding block of an order in the books of a year. */
    static Segments block(Id<?> money, CashTerms terms, int year) {
        return block(terms.division(), terms.fund(), money.value(), year);
    }

    /** The coding block of what stands with another division. */
    static Segments between(String division, String counterpart, String fund, int year) {
        return block(division, fund, counterpart, year);
    }

    private static Segments block(String division, String fund, String document, int year) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, division,
                Dimensions.YEAR, Integer.toString(year),
                Dimensions.FUND, fund,
                Dimensions.DOCUMENT, document));
    }

    /** Money that has left, or has come, in the books of a year. */
    static Posting cash(PostingKey key, CashTerms terms, int year, Case c) {
        return Posting.of(
                key,
                ImmutableList.of(terms.kind(), ofYear(terms.fiscalYear(), year), book(terms.fund(), c)),
                terms.fen(),
                between(terms.division(), terms.counterpart(), terms.fund(), year));
    }

    /** A settlement in the books of a year. */
    static Posting settled(PostingKey key, SettlementTerms terms, int year, Case c) {
        return Posting.of(
                key,
                ImmutableList.of(terms.kind(), ofYear(terms.fiscalYear(), year), book(terms.fund(), c)),
                terms.fen(),
                between(terms.division(), terms.counterpart(), terms.fund(), year));
    }

    private static OfYear ofYear(int of, int books) {
        return of < books ? OfYear.EARLIER_YEAR : OfYear.THIS_YEAR;
    }

    private static FundBook book(String fund, Case c) {
        return c.rules(TreasuryCodes.KEY).book(fund);
    }
}
