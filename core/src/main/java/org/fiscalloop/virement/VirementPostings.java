package org.fiscalloop.virement;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.virement.VirementFacets.LineChange;

/** The kind of posting that an executed virement makes, once for each of its lines. */
public final class VirementPostings {
    /** The role of the coding block of the allotment that gives; the one that receives is the document's own. */
    public static final String FROM = "from";

    /** The role of the coding block of the budget line that receives. */
    public static final String TO_LINE = "to-line";

    /** The role of the coding block of the budget line that gives. */
    public static final String FROM_LINE = "from-line";

    /** An amount moves between two allotments, both executable or both to be distributed, of one line or of two. */
    public static final PostingKey VIRED = PostingKey.of("virement-executed", AllotmentFlag.class, LineChange.class)
            .roles(FROM, TO_LINE, FROM_LINE);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(VIRED);

    private VirementPostings() {}
}
