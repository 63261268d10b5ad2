package org.fiscalloop.carryover;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to carry-overs beside mere moves. */
public final class CarryOverEvents {
    /** What is left has been listed and classified, for the first time or again. */
    public record CarryOverCalculated(Move move, CarryOverTerms terms) implements Event.OfOne {}

    private CarryOverEvents() {}
}
