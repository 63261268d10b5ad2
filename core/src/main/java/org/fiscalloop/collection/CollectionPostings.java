package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueCheck;
import org.fiscalloop.revenue.RevenueKind;
import org.fiscalloop.revenue.RevenuePostings;

/** The kinds of posting that bills and refunds make. */
public final class CollectionPostings {
    /** A bill is paid. */
    public static final PostingKey PAID_IN = PostingKey.of("bill-paid-in");

    /** What was paid of a bill has entered. */
    public static final PostingKey ENTERED = PostingKey.of("bill-entered");

    /** A refund holds its amount of its bill. */
    public static final PostingKey HELD = PostingKey.of("bill-refund-held");

    /** A refund no longer holds its amount. */
    public static final PostingKey RELEASED = PostingKey.of("bill-refund-released");

    /** What a refund held of its bill has gone back. */
    public static final PostingKey SETTLED = PostingKey.of("bill-refund-settled");

    /** Revenue has gone back. */
    public static final PostingKey REFUNDED =
            PostingKey.of("revenue-refunded", RevenueKind.class, FundBook.class).roles(RevenuePostings.BUDGET);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(PAID_IN, ENTERED, HELD, RELEASED, SETTLED, REFUNDED);

    private CollectionPostings() {}

    static Posting of(PostingKey key, NonTaxBill bill, long fen) {
        return Posting.of(key, fen, bill.segments());
    }

    static Posting refunded(RefundTerms terms, Case c) {
        IncomeTerms.Line told = terms.line();
        return RevenueCheck.posting(
                REFUNDED,
                new IncomeTerms.Line(
                        told.income(),
                        told.fund(),
                        told.function(),
                        told.amount(),
                        told.level(),
                        told.shares(),
                        terms.booking()),
                c);
    }
}
