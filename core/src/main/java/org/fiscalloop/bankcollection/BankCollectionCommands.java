package org.fiscalloop.bankcollection;

import java.time.LocalDate;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of agreements and demands beside the acts without content. */
public final class BankCollectionCommands {
    /** A command that fills an agreement in. */
    public sealed interface Filling extends Body permits CreateAgreement, ReviseAgreement {
        /** What is filled in. */
        AgreementTerms terms();
    }

    /**
     * 三方协议录入: what agency, supplier and bank have agreed.
     *
     * @param document the id that the agreement shall have
     * @param terms what is filled in
     */
    public record CreateAgreement(Id<CollectionAgreement> document, AgreementTerms terms) implements Filling {}

    /**
     * 三方协议修改: an agreement that has not been handed in is filled in again.
     *
     * @param document the agreement
     * @param terms what is filled in now
     */
    public record ReviseAgreement(Id<CollectionAgreement> document, AgreementTerms terms) implements Filling {}

    /**
     * 三方协议终止: nothing is raised under it any more after a day.
     *
     * @param document the agreement
     * @param lastDay its last day, within the days for which it was made
     */
    public record EndAgreement(Id<CollectionAgreement> document, LocalDate lastDay) implements Body {}

    /**
     * 拒付: the agency does not pay a demand.
     *
     * @param document the demand
     * @param reason why (拒付理由)
     */
    public record RefuseDemand(Id<CollectionDemand> document, String reason) implements Body {}

    private BankCollectionCommands() {}
}
