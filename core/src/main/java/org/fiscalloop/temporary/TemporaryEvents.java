package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to temporary payments and to their ceiling beside mere moves. */
public final class TemporaryEvents {
    /** A ceiling has been set or changed. */
    public record TemporaryCeilingSet(Move move, CeilingTerms terms) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /** A temporary payment has been filled in. */
    public record TemporaryFilledIn(Move move, TemporaryTerms terms) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /** The treasury has paid it out. */
    public record TemporaryDisbursed(Move move, TemporaryTerms.PaidOut paidOut) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /** Something of it has been cleared: charged to an allotment, or repaid. */
    public record TemporarySettled(Move move, TemporaryTerms.Settlement settlement) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    private TemporaryEvents() {}
}
