package org.fiscalloop.cashplan;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A cash plan (用款计划): how much of one allotment may be paid in one month, or how much less than was planned. */
public final class CashPlan extends FlowDocument<CashPlanTerms, CashPlanState> {
    /** The kind of document; the value of an id is its number (PLAN_VOUCHER_NO 用款计划单号). */
    public static final DocumentKind<CashPlan> KIND = new DocumentKind<>("cash-plan", CashPlan.class);

    /**
     * A plan whose approved amount is there where it is approved.
     *
     * @throws IllegalArgumentException if it is approved without an amount
     */
    CashPlan(Id<CashPlan> id, CashPlanTerms terms, Standing<CashPlanState> standing, Trail trail) {
        super(id, terms, standing, trail);
        if (standing.state() == CashPlanState.APPROVED && terms.approved().isEmpty()) {
            throw new IllegalArgumentException(id + " is approved without an amount");
        }
    }

    /** The id of the plan with this number. */
    public static Id<CashPlan> id(String number) {
        return new Id<>(KIND, number);
    }
}
