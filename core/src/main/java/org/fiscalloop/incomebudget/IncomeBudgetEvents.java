package org.fiscalloop.incomebudget;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.joda.money.Money;

/** What happens to lines of the revenue budget beside mere moves. */
public final class IncomeBudgetEvents {
    /** A line has been filled in, for the first time or again. */
    public record IncomeBudgetFilledIn(Move move, IncomeBudgetTerms terms) implements Event.OfOne {}

    /**
     * A line has been raised or lowered.
     *
     * @param change what was added, or taken away if negative, in yuan
     * @param approval number of the document by which it was approved
     */
    public record IncomeBudgetAdjusted(Move move, Money change, String approval) implements Event.OfOne {}

    private IncomeBudgetEvents() {}
}
