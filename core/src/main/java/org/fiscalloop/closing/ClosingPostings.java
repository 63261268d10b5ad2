package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that the stabilisation fund makes; closing itself makes entries of balances, by closing rules. */
public final class ClosingPostings {
    /** The stabilisation fund is topped up. */
    public static final PostingKey TOPPED_UP = PostingKey.of("stabilisation-fund-topped-up");

    /** The stabilisation fund is drawn. */
    public static final PostingKey DRAWN = PostingKey.of("stabilisation-fund-drawn");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(TOPPED_UP, DRAWN);

    private ClosingPostings() {}
}
