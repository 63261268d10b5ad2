package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to payee lists beside mere moves. */
public final class PayeesEvents {
    /**
     * A list has been filled in, for the first time or again, as the command says: a record holds thousands of details once.
     *
     * @param move the move of the list
     */
    public record PayeeListFilledIn(Move move) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    private PayeesEvents() {}
}
