package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that plans and their use make, each of one month; the own coding block is that of allotment and month. */
public final class CashPlanPostings {
    /** The role of the coding block of the payment: that of allotment and month, and the number of the request. */
    public static final String PAYMENT = "payment";

    /** A plan is approved. */
    public static final PostingKey PLANNED = PostingKey.of("cash-plan-approved");

    /** A reduction is approved. */
    public static final PostingKey REDUCED = PostingKey.of("cash-plan-reduced");

    /** A payment request takes an amount of a month's plans. */
    public static final PostingKey TAKEN = PostingKey.of("cash-plan-taken").roles(PAYMENT);

    /** What a payment request took comes back: it was released or refunded. */
    public static final PostingKey GIVEN_BACK =
            PostingKey.of("cash-plan-given-back").roles(PAYMENT);

    /** What is left of a month's plans lapses with its year. */
    public static final PostingKey LAPSED = PostingKey.of("cash-plan-lapsed");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(PLANNED, REDUCED, TAKEN, GIVEN_BACK, LAPSED);

    private CashPlanPostings() {}
}
