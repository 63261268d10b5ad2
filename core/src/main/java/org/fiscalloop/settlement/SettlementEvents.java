package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.settlement.SettlementNotices.CashSent;
import org.fiscalloop.settlement.SettlementNotices.SettlementIssued;
import org.fiscalloop.settlement.SettlementNotices.SettlementMessageReceived;

/** What happens to money between levels and to settlements beside mere moves. */
public final class SettlementEvents {
    /**
     * What is told to the division from which a message came: that it has arrived. It is told again when the message comes
     * again.
     *
     * @param document what the message was about, as that division calls it
     * @param message the number of the message
     */
    public record Reply(Id<?> document, InputId message) {
        private ImmutableList<Event.Message> to(String division, int fiscalYear) {
            return ImmutableList.of(
                    new Event.Message(division, fiscalYear, new SettlementMessageReceived(document, message), false));
        }
    }

    /** Money that is to be sent has been filled in, for the first time or again. */
    public record CashFilledIn(Move move, CashTerms terms) implements Event.OfOne {}

    /**
     * Money has been sent, or is told again.
     *
     * @param terms what stands on it now
     * @param told what the other division is told
     * @param before the number under which it was told before, which is told no more
     */
    public record CashLeft(Move move, CashTerms terms, CashSent told, Optional<InputId> before) implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return ImmutableList.of(new Message(terms.counterpart(), terms.fiscalYear(), told, true));
        }

        @Override
        public ImmutableList<InputId> acknowledged() {
            return before.stream().collect(ImmutableList.toImmutableList());
        }
    }

    /**
     * Money has come from another level, for the first time or again.
     *
     * @param terms what it is
     * @param reply what is told to the other division
     */
    public record CashArrived(Move move, CashTerms terms, Reply reply) implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return reply.to(terms.counterpart(), terms.fiscalYear());
        }
    }

    /** A settlement has been filled in, for the first time or again. */
    public record SettlementFilledIn(Move move, SettlementTerms terms) implements Event.OfOne {}

    /**
     * A settlement has been issued, or is told again.
     *
     * @param told what the level below is told
     * @param before the number under which it was told before, which is told no more
     */
    public record SettlementLeft(Move move, SettlementIssued told, Optional<InputId> before) implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return ImmutableList.of(
                    new Message(told.terms().division(), told.terms().fiscalYear(), told, true));
        }

        @Override
        public ImmutableList<InputId> acknowledged() {
            return before.stream().collect(ImmutableList.toImmutableList());
        }
    }

    /**
     * A settlement has come from the level above, for the first time or again.
     *
     * @param terms what it is
     * @param reply what is told to the level above
     */
    public record SettlementArrived(Move move, SettlementTerms terms, Reply reply) implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return reply.to(terms.counterpart(), terms.fiscalYear());
        }
    }

    /**
     * What a division sent has arrived, as the other says.
     *
     * @param message its number
     */
    public record SettlementMessageAcknowledged(Move move, InputId message) implements Event.OfOne {
        @Override
        public ImmutableList<InputId> acknowledged() {
            return ImmutableList.of(message);
        }
    }

    private SettlementEvents() {}
}
