package org.fiscalloop.register;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens in the registers beside mere moves. */
public final class RegisterEvents {
    /** An agency has been entered, or what is entered of it has changed. */
    public record AgencyEntered(Move move, AgencyTerms terms) implements Event.OfOne {}

    /** A bank account has been entered. */
    public record AccountEntered(Move move, BankAccountTerms terms) implements Event.OfOne {}

    private RegisterEvents() {}
}
