package org.fiscalloop.monitoring;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to alerts beside mere moves. */
public final class MonitoringEvents {
    /** Monitoring has found something that somebody has to look at. */
    public record AlertRaised(Move move, AlertTerms terms) implements Event.OfOne {}

    /**
     * An alert has been released, sent back or confirmed.
     *
     * @param move the move of the alert
     * @param explanation what whoever did so wrote beside it
     */
    public record AlertClosed(Move move, String explanation) implements Event.OfOne {}

    private MonitoringEvents() {}
}
