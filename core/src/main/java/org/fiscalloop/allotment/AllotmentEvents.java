package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.joda.money.Money;

/** What happens to allotments beside mere moves. */
public final class AllotmentEvents {
    /** An allotment has been filled in, for the first time or again. */
    public record AllotmentFilledIn(Move move, AllotmentTerms terms) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

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
     */
    public record AllotmentFrozen(Move move, Money amount) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /**
     * An amount that was frozen is available again.
     *
     * @param amount how much, in yuan
     */
    public record AllotmentUnfrozen(Move move, Money amount) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /**
     * An amount has gone back where it came from.
     *
     * @param amount how much, in yuan
     * @param reason why, in words
     */
    public record AllotmentReduced(Move move, Money amount, String reason) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /** An allotment has come into being with what is carried over, or came back, from the year before. */
    public record AllotmentCarriedIn(Move move, AllotmentTerms terms) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /**
     * An allotment of what was carried over has taken in more of it.
     *
     * @param amount by how much its amount has grown, in yuan
     */
    public record AllotmentRestored(Move move, Money amount) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    private AllotmentEvents() {}
}
