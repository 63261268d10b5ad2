package org.fiscalloop.collection;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to bills and refunds beside mere moves. */
public final class CollectionEvents {
    /** A bill has been made, paid, or entered. */
    public record BillChanged(Move move, BillTerms terms) implements Event.OfOne {}

    /** A refund has been filled in, or carried out. */
    public record RefundChanged(Move move, RefundTerms terms) implements Event.OfOne {}

    private CollectionEvents() {}
}
