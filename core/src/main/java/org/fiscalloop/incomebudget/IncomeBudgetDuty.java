package org.fiscalloop.incomebudget;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the revenue budget asks for; all are of the finance department. */
public final class IncomeBudgetDuty {
    /** 收入预算编制: fills lines in. */
    public static final Duty ENTRY = new Duty("income-budget.entry");

    /** 收入预算审核: reviews them. */
    public static final Duty REVIEW = new Duty("income-budget.review");

    private IncomeBudgetDuty() {}
}
