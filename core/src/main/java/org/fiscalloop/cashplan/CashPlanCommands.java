package org.fiscalloop.cashplan;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What may be asked of cash plans beside the acts without content. */
public final class CashPlanCommands {
    /**
     * 用款计划录入: the agency plans a month of an allotment.
     *
     * @param document the id that it shall have
     * @param terms what is filled in
     */
    public record CreateCashPlan(Id<CashPlan> document, CashPlanTerms terms) implements Body {}

    /**
     * 用款计划代编录入: finance plans a month of an agency's allotment.
     *
     * @param document the id that it shall have
     * @param terms what is filled in
     */
    public record CreateProxyPlan(Id<CashPlan> document, CashPlanTerms terms) implements Body {}

    /**
     * 用款计划调减录入: finance takes back what is not used of a month's plans.
     *
     * @param document the id that it shall have
     * @param terms what is filled in; the amount asked is how much less
     */
    public record CreatePlanReduction(Id<CashPlan> document, CashPlanTerms terms) implements Body {}

    /**
     * 用款计划修改: a plan that has not been handed in is filled in again.
     *
     * @param document the plan
     * @param terms what is filled in now
     */
    public record ReviseCashPlan(Id<CashPlan> document, CashPlanTerms terms) implements Body {}

    /**
     * 用款计划核定: finance says how much of what is asked is to be approved.
     *
     * @param document the plan
     * @param amount how much, in yuan, more than nothing and no more than is asked
     */
    public record AssessCashPlan(Id<CashPlan> document, Money amount) implements Body {}

    private CashPlanCommands() {}
}
