package org.fiscalloop.budget;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of a budget line asks for. */
public final class BudgetDuty {
    /** 预算编制: the agency fills in. */
    public static final Duty ENTRY = new Duty("budget.entry");

    /** 预算审核与批复: finance reviews, appropriates and adjusts. */
    public static final Duty FINANCE = new Duty("budget.finance");

    /** 系统: only the loop itself makes the line that takes in what is carried over. */
    public static final Duty LOOP = new Duty("budget.loop");

    private BudgetDuty() {}
}
