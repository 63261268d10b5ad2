package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.procurement.ContractTerms.Acceptance;
import org.fiscalloop.procurement.ContractTerms.Publication;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;

/** What happens to plans and contracts beside mere moves. */
public final class ProcurementEvents {
    /** A plan has been filled in, for the first time or again. */
    public record PlanFilledIn(Move move, PlanTerms terms) implements Event.OfOne {}

    /** The platform has told an award. */
    public record PlanAwarded(Move move, PlanTerms.Award award) implements Event.OfOne {}

    /** The platform has told a failure. */
    public record PlanFailed(Move move, PlanTerms.Failure failure) implements Event.OfOne {}

    /**
     * A contract has been put down on an award.
     *
     * @param moves the creation of the contract, then the move of its plan
     * @param terms what was signed
     */
    public record ContractSigned(ImmutableList<Move> moves, ContractTerms terms) implements Event {}

    /** A contract has been put down again. */
    public record ContractRevised(Move move, ContractTerms terms) implements Event.OfOne {}

    /**
     * A contract has been given up before it was filed, and its award waits for another one.
     *
     * @param moves the move of the contract, then of its plan
     */
    public record ContractVoided(ImmutableList<Move> moves) implements Event {}

    /** A contract has been published. */
    public record ContractPublished(Move move, Publication publication) implements Event.OfOne {}

    /** Something has been added to a contract, and allotments are reserved for it. */
    public record ContractSupplemented(Move move, Supplement supplement, ImmutableList<Reservation> reservations)
            implements Event.OfOne {}

    /** Allotments have been reserved for a contract. */
    public record AllotmentsReserved(Move move, ImmutableList<Reservation> reservations) implements Event.OfOne {}

    /** A delivery of a contract, or the whole of it, has been accepted. */
    public record ContractAccepted(Move move, Acceptance acceptance) implements Event.OfOne {}

    private ProcurementEvents() {}
}
