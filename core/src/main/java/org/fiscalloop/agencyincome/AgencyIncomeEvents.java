package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to arrivals. */
public final class AgencyIncomeEvents {
    /** Something has arrived, has been claimed, or a part of it has been settled. */
    public record AgencyIncomeChanged(Move move, AgencyIncomeTerms terms) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    private AgencyIncomeEvents() {}
}
