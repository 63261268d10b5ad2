package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to alerts beside mere moves. */
public final class MonitoringEvents {
    /** Monitoring has found something that somebody has to look at. */
    public record AlertRaised(Move move, AlertTerms terms) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    /**
     * An alert has been released, sent back or confirmed.
     *
     * @param move the move of the alert
     * @param explanation what whoever did so wrote beside it
     */
    public record AlertClosed(Move move, String explanation) implements Event {
        @Override
        public ImmutableList<Move> moves() {
            return ImmutableList.of(move);
        }
    }

    private MonitoringEvents() {}
}
