package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.debt.DebtNotices.OnLentArrived;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;

/** What happens to debts and their limits beside mere moves. */
public final class DebtEvents {
    /** A limit has been set or changed. */
    public record DebtLimitSet(Move move, DebtLimitTerms terms) implements Event.OfOne {}

    /**
     * A debt stands as these terms say: it was filled in, received, accrued, paid or repaid.
     *
     * @param move the move of the debt
     * @param terms what stands on it now
     * @param lending the on-lending that has arrived by it, of which the division that lent is told; none where none has
     */
    public record DebtChanged(Move move, DebtTerms terms, Optional<Id<OnLending>> lending) implements Event.OfOne {
        DebtChanged(Move move, DebtTerms terms) {
            this(move, terms, Optional.empty());
        }

        @Override
        public ImmutableList<Message> messages() {
            return lending.map(arrived -> ImmutableList.of(new Message(
                            terms.lender().orElseThrow(), terms.fiscalYear(), new OnLentArrived(arrived), false)))
                    .orElse(ImmutableList.of());
        }
    }

    /**
     * Something has been lent on, or is sent again, or the borrower has told that it arrived.
     *
     * @param move the move of the on-lending
     * @param terms what stands on it
     * @param told what the borrower is told; none where it has told that it arrived
     * @param arrived the numbers of the messages by which it left, where it has told so: none of them is sent any more
     */
    public record LentOn(Move move, OnLendingTerms terms, Optional<OnLentReceived> told, ImmutableList<InputId> arrived)
            implements Event.OfOne {
        static LentOn sent(Move move, OnLendingTerms terms, OnLentReceived told) {
            return new LentOn(move, terms, Optional.of(told), ImmutableList.of());
        }

        @Override
        public ImmutableList<Message> messages() {
            return told.map(body -> ImmutableList.of(
                            new Message(terms.borrower(), body.receivedOn().getYear(), body, true)))
                    .orElse(ImmutableList.of());
        }

        @Override
        public ImmutableList<InputId> acknowledged() {
            return arrived;
        }
    }

    /**
     * Something of what was lent on has come back.
     *
     * @param moves the move of the on-lending, then that of its bond
     * @param returned number, principal and interest
     */
    public record ReturnedOnLent(ImmutableList<Move> moves, OnLendingTerms.Returned returned) implements Event {}

    private DebtEvents() {}
}
