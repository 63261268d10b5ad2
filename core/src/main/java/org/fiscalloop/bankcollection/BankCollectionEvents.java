package org.fiscalloop.bankcollection;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to agreements and demands beside mere moves. */
public final class BankCollectionEvents {
    /**
     * An agreement has been filled in, for the first time or again, or has got its last day.
     *
     * @param move the move of the agreement
     * @param terms what stands on it now
     */
    public record AgreementChanged(Move move, AgreementTerms terms) implements Event.OfOne {}

    /**
     * A demand has been raised or refused.
     *
     * @param move the move of the demand
     * @param terms what stands on it now
     */
    public record DemandChanged(Move move, DemandTerms terms) implements Event.OfOne {}

    private BankCollectionEvents() {}
}
