package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that demands and their payments make, all in the memorandum ledger, under the coding block of the demand. */
public final class BankCollectionPostings {
    /** A bank has raised a demand. */
    public static final PostingKey RAISED = PostingKey.of("collection-demand-raised");

    /** An agency has refused a demand. */
    public static final PostingKey REFUSED = PostingKey.of("collection-demand-refused");

    /** A request that names a demand holds its amount. */
    public static final PostingKey NAMED = PostingKey.of("collection-demand-named");

    /** A request that names a demand no longer holds its amount. */
    public static final PostingKey RELEASED = PostingKey.of("collection-demand-released");

    /** The bank has paid the request that names a demand. */
    public static final PostingKey PAID = PostingKey.of("collection-demand-paid");

    /** Money that was paid on a demand has come back. */
    public static final PostingKey REFUNDED = PostingKey.of("collection-demand-refunded");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(RAISED, REFUSED, NAMED, RELEASED, PAID, REFUNDED);

    private BankCollectionPostings() {}
}
