package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.transfer.TransferNotices.MessageReceived;
import org.fiscalloop.transfer.TransferNotices.TransferRecalled;
import org.fiscalloop.transfer.TransferNotices.TransferReturned;
import org.fiscalloop.transfer.TransferNotices.TransferSent;
import org.joda.money.Money;

/** What happens to transfers beside mere moves. */
public final class TransferEvents {
    /**
     * What is told to the division from which a message came: that it has arrived. It is told again when the message comes
     * again.
     *
     * @param to the division, 9 digits
     * @param fiscalYear the fiscal year of the transfer
     * @param document the transfer, as that division calls it
     * @param message the number of the message
     */
    public record Reply(String to, int fiscalYear, Id<?> document, InputId message) {
        private ImmutableList<Event.Message> messages() {
            return ImmutableList.of(new Event.Message(to, fiscalYear, new MessageReceived(document, message), false));
        }
    }

    /** A transfer has been filled in, for the first time or again. */
    public record TransferFilledIn(Move move, TransferTerms terms) implements Event.OfOne {}

    /**
     * A transfer has been issued, or sent again.
     *
     * @param told what the level below is told
     * @param before the number under which it was sent before, which is sent no more
     */
    public record TransferIssued(Move move, TransferSent told, Optional<InputId> before) implements Event.OfOne {
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
     * An amount of a transfer has been asked back of the level below.
     *
     * @param to the division that is asked, 9 digits
     * @param fiscalYear the fiscal year of the transfer
     * @param told what it is told
     */
    public record TransferAskedBack(Move move, String to, int fiscalYear, TransferRecalled told)
            implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return ImmutableList.of(new Message(to, fiscalYear, told, true));
        }
    }

    /**
     * What a division sent has arrived, as the other says.
     *
     * @param message its number
     */
    public record MessageAcknowledged(Move move, InputId message) implements Event.OfOne {
        @Override
        public ImmutableList<InputId> acknowledged() {
            return ImmutableList.of(message);
        }
    }

    /**
     * An amount of a transfer has come back from the level below.
     *
     * @param amount how much, in yuan
     * @param reason why, in words
     * @param reply what is told to the level below
     */
    public record TransferTakenBack(Move move, Money amount, String reason, Reply reply) implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return reply.messages();
        }
    }

    /**
     * A transfer has arrived from the level above, for the first time or again.
     *
     * @param terms what it is
     * @param reply what is told to the level above
     */
    public record TransferArrived(Move move, ReceivedTerms terms, Reply reply) implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return reply.messages();
        }
    }

    /**
     * The level above has asked an amount of a transfer back.
     *
     * @param amount how much, in yuan
     * @param reason why, in words
     * @param reply what is told to the level above
     */
    public record RecallArrived(Move move, Money amount, String reason, Reply reply) implements Event.OfOne {
        @Override
        public ImmutableList<Message> messages() {
            return reply.messages();
        }
    }

    /**
     * A transfer has been received, whole or in part.
     *
     * @param moves the move of the transfer, the creation of the line and of the allotment, and the move of their project,
     *     which may thereby be executed
     * @param line what stands on the line
     * @param allotment what stands on the allotment
     */
    public record TransferReceived(ImmutableList<Move> moves, BudgetTerms line, AllotmentTerms allotment)
            implements Event {
        public TransferReceived {
            if (moves.size() != 4) {
                throw new IllegalArgumentException(
                        "moves must be those of transfer, line, allotment, project: " + moves);
            }
        }

        /** The line and the allotment that were made. */
        ReceivedTerms.Part part() {
            return new ReceivedTerms.Part(
                    allotment.line(), Allotment.id(moves.get(2).document().value()));
        }
    }

    /**
     * An amount of a transfer has been given back to the level above.
     *
     * @param moves the move of the transfer, and where it had been received those of the allotment and the line
     * @param to the level above, 9 digits
     * @param fiscalYear the fiscal year of the transfer
     * @param told what it is told
     */
    public record TransferGivenBack(ImmutableList<Move> moves, String to, int fiscalYear, TransferReturned told)
            implements Event {
        @Override
        public ImmutableList<Message> messages() {
            return ImmutableList.of(new Message(to, fiscalYear, told, true));
        }
    }

    private TransferEvents() {}
}
