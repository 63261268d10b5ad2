package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that an allotment makes. */
public final class AllotmentPostings {
    /** The role of the budget line's coding block. */
    public static final String LINE = "line";

    /** The role of the coding block of the allotment that was split. */
    public static final String PARENT = "parent";

    /** One to be distributed is issued from its line. */
    public static final PostingKey DISTRIBUTED =
            PostingKey.of("allotment-distributed").roles(LINE);

    /** An executable one is issued from its line. */
    public static final PostingKey ISSUED = PostingKey.of("allotment-issued").roles(LINE);

    /** A part, executable or to be distributed further, is split off its parent. */
    public static final PostingKey SPLIT =
            PostingKey.of("allotment-split", AllotmentFlag.class).roles(PARENT);

    /** An available amount is frozen. */
    public static final PostingKey FROZEN = PostingKey.of("allotment-frozen");

    /** A frozen amount is available again. */
    public static final PostingKey UNFROZEN = PostingKey.of("allotment-unfrozen");

    /** An amount of an allotment, executable or to be distributed, goes back to its line. */
    public static final PostingKey REDUCED =
            PostingKey.of("allotment-reduced", AllotmentFlag.class).roles(LINE);

    /** An amount of a part, executable or to be distributed, goes back to its parent. */
    public static final PostingKey RETURNED =
            PostingKey.of("allotment-returned", AllotmentFlag.class).roles(PARENT);

    static final ImmutableList<PostingKey> ALL =
            ImmutableList.of(DISTRIBUTED, ISSUED, SPLIT, FROZEN, UNFROZEN, REDUCED, RETURNED);

    private AllotmentPostings() {}
}
