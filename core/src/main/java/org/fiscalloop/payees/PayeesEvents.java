package org.fiscalloop.payees;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to payee lists beside mere moves. */
public final class PayeesEvents {
    /**
     * A list has been filled in, for the first time or again, as the command says: a record holds thousands of details once.
     *
     * @param move the move of the list
     */
    public record PayeeListFilledIn(Move move) implements Event.OfOne {}

    private PayeesEvents() {}
}
