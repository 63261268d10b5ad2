package org.fiscalloop.closing;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens at the end of a year. */
public final class ClosingEvents {
    /** The year of a set of books has been closed; the entries are those of the record. */
    public record YearClosed(Move move, ClosingTerms terms) implements Event.OfOne {}

    /** The stabilisation fund has been topped up or drawn. */
    public record StabilisationFundArranged(Move move, ArrangementTerms terms) implements Event.OfOne {}

    private ClosingEvents() {}
}
