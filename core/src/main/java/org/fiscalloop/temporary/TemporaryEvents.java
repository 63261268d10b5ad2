package org.fiscalloop.temporary;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to temporary payments and to their ceiling beside mere moves. */
public final class TemporaryEvents {
    /** A ceiling has been set or changed. */
    public record TemporaryCeilingSet(Move move, CeilingTerms terms) implements Event.OfOne {}

    /** A temporary payment has been filled in. */
    public record TemporaryFilledIn(Move move, TemporaryTerms terms) implements Event.OfOne {}

    /** The treasury has paid it out. */
    public record TemporaryDisbursed(Move move, TemporaryTerms.PaidOut paidOut) implements Event.OfOne {}

    /** Something of it has been cleared: charged to an allotment, or repaid. */
    public record TemporarySettled(Move move, TemporaryTerms.Settlement settlement) implements Event.OfOne {}

    private TemporaryEvents() {}
}
