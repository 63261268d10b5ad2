package org.fiscalloop.cashplan;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.joda.money.Money;

/** What happens to cash plans beside mere moves. */
public final class CashPlanEvents {
    /** A plan has been filled in, for the first time or again. */
    public record CashPlanFilledIn(Move move, CashPlanTerms terms) implements Event.OfOne {}

    /**
     * It has been said how much of a plan is approved: by assessment, or by the last approval.
     *
     * @param move the move of the plan
     * @param approved how much, in yuan
     */
    public record CashPlanGranted(Move move, Money approved) implements Event.OfOne {}

    private CashPlanEvents() {}
}
