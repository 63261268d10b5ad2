package org.fiscalloop.agencyincome;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to arrivals. */
public final class AgencyIncomeEvents {
    /** Something has arrived, has been claimed, or a part of it has been settled. */
    public record AgencyIncomeChanged(Move move, AgencyIncomeTerms terms) implements Event.OfOne {}

    private AgencyIncomeEvents() {}
}
