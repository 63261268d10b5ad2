package org.fiscalloop.revenue;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens in this package. */
public final class RevenueEvents {
    /** Income has been received, or what was told of a day has been corrected. */
    public record RevenueReceived(Move move, IncomeTerms terms) implements Event.OfOne {}

    /** Wages have been recorded as owed. */
    public record WagesAccrued(Move move, AccrualTerms terms) implements Event.OfOne {}

    /** Money of the treasury has been placed with a bank, or has come back. */
    public record CashMoved(Move move, PlacementTerms terms) implements Event.OfOne {}

    private RevenueEvents() {}
}
