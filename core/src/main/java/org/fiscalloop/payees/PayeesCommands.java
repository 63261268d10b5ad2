package org.fiscalloop.payees;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of payee lists beside the acts without content. */
public final class PayeesCommands {
    /** A command that fills a list in. */
    public sealed interface Filling extends Body permits CreatePayeeList, RevisePayeeList {
        /** What is filled in. */
        PayeeListTerms terms();
    }

    /**
     * 明细清单录入: the agency says who is to be paid how much.
     *
     * @param document the id that the list shall have
     * @param terms what is filled in
     */
    public record CreatePayeeList(Id<PayeeList> document, PayeeListTerms terms) implements Filling {}

    /**
     * 明细清单修改: a list that has not been handed in is filled in again.
     *
     * @param document the list
     * @param terms what is filled in now
     */
    public record RevisePayeeList(Id<PayeeList> document, PayeeListTerms terms) implements Filling {}

    private PayeesCommands() {}
}
