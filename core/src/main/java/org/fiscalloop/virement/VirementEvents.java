package org.fiscalloop.virement;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to virements beside mere moves. */
public final class VirementEvents {
    /** A virement has been filled in, for the first time or again. */
    public record VirementFilledIn(Move move, VirementTerms terms) implements Event.OfOne {}

    /**
     * A virement has been executed, and its amounts have moved.
     *
     * @param moves the move of the virement, then that of each allotment, once, in the order of the lines
     * @param lines what has moved, as it stands on the virement
     */
    public record VirementExecuted(ImmutableList<Move> moves, ImmutableList<VirementTerms.Line> lines)
            implements Event {}

    private VirementEvents() {}
}
