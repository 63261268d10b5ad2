package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that lists and their payments make, all in the memorandum ledger; the own coding block is that of a list. */
public final class PayeesPostings {
    /** The role of the coding block of one detail: that of its list, whose document is list and number. */
    public static final String DETAIL = "detail";

    /** A list is confirmed. */
    public static final PostingKey CONFIRMED = PostingKey.of("payee-list-confirmed");

    /** A list that was confirmed is given up. */
    public static final PostingKey GIVEN_UP = PostingKey.of("payee-list-given-up");

    /** A request that names a list holds its amount. */
    public static final PostingKey NAMED = PostingKey.of("payee-list-named");

    /** A request that names a list no longer holds its amount. */
    public static final PostingKey RELEASED = PostingKey.of("payee-list-released");

    /** The bank has paid the request that names a list. */
    public static final PostingKey PAID = PostingKey.of("payee-list-paid");

    /** Money of one detail has come back. */
    public static final PostingKey RETURNED =
            PostingKey.of("payee-detail-returned").roles(DETAIL);

    /** A list that pays a detail again is confirmed; the own coding block is that of the detail which came back. */
    public static final PostingKey PAID_AGAIN = PostingKey.of("payee-detail-paid-again");

    /** A list that was to pay a detail again is given up; the own coding block is that of the detail which came back. */
    public static final PostingKey NOT_PAID_AGAIN = PostingKey.of("payee-detail-not-paid-again");

    /** A list that repays a consumption by card is confirmed; the own coding block is that of the consumption. */
    public static final PostingKey REIMBURSED = PostingKey.of("card-consumption-reimbursed");

    /** Such a list is given up, or what was repaid came back; the own coding block is that of the consumption. */
    public static final PostingKey NOT_REIMBURSED = PostingKey.of("card-consumption-not-reimbursed");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(
            CONFIRMED,
            GIVEN_UP,
            NAMED,
            RELEASED,
            PAID,
            RETURNED,
            PAID_AGAIN,
            NOT_PAID_AGAIN,
            REIMBURSED,
            NOT_REIMBURSED);

    private PayeesPostings() {}
}
