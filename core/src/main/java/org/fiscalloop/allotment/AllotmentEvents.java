package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Elements;
import org.joda.money.Money;

/** What happens to allotments beside mere moves. */
public final class AllotmentEvents {
    /** An allotment has been filled in, for the first time or again. */
    public record AllotmentFilledIn(Move move, AllotmentTerms terms) implements Event.OfOne {}

    /**
     * An allotment has been split.
     *
     * @param moves the move of the allotment, then the creation of each part
     * @param parts what stands on each part, in the order of their moves
     */
    public record AllotmentSplit(ImmutableList<Move> moves, ImmutableList<AllotmentTerms> parts) implements Event {
        public AllotmentSplit {
            if (moves.size() != parts.size() + 1) {
                throw new IllegalArgumentException("moves must be one more than parts: " + moves);
            }
        }
    }

    /**
     * An amount has been frozen.
     *
     * @param amount how much, in yuan
     * @param share of what it was the share, where a ratio was asked for
     */
    public record AllotmentFrozen(Move move, Money amount, Optional<Share> share) implements Event.OfOne {}

    /**
     * A share of what was available, rounded down to the fen.
     *
     * @param ratio in ten-thousandths
     * @param of what was available, in yuan
     */
    public record Share(int ratio, Money of) {}

    /**
     * An amount that was frozen is available again.
     *
     * @param amount how much, in yuan
     */
    public record AllotmentUnfrozen(Move move, Money amount) implements Event.OfOne {}

    /**
     * An amount has gone back where it came from.
     *
     * @param amount how much, in yuan
     * @param reason why, in words
     */
    public record AllotmentReduced(Move move, Money amount, String reason) implements Event.OfOne {}

    /** An allotment has come into being with what is carried over, or came back, from the year before. */
    public record AllotmentCarriedIn(Move move, AllotmentTerms terms) implements Event.OfOne {}

    /**
     * An allotment of what was carried over has taken in more of it.
     *
     * @param amount by how much its amount has grown, in yuan
     */
    public record AllotmentRestored(Move move, Money amount) implements Event.OfOne {}

    /**
     * All that was left has gone back where it came from.
     *
     * @param mode whether something of it may have been used
     * @param amount how much, in yuan
     * @param reason why, in words
     */
    public record AllotmentRecalled(Move move, RecallMode mode, Money amount, String reason) implements Event.OfOne {}

    /**
     * An allotment has been given more from where it came from.
     *
     * @param amount by how much its amount has grown, in yuan
     * @param reason why, in words
     */
    public record AllotmentSupplemented(Move move, Money amount, String reason) implements Event.OfOne {}

    /**
     * The codes of an allotment have been corrected, and what is left of it stands under them.
     *
     * @param elements its coding block from now on
     * @param amount what stood under the old block and stands under the new one, in yuan
     * @param reason why, in words
     */
    public record AllotmentCorrected(Move move, Elements elements, Money amount, String reason)
            implements Event.OfOne {}

    /**
     * What was issued before the budget has been offset.
     *
     * @param moves the move of the temporary allotment, then that of the formal one
     * @param amount how much, in yuan
     */
    public record AllotmentOffset(ImmutableList<Move> moves, Money amount) implements Event {}

    private AllotmentEvents() {}
}
