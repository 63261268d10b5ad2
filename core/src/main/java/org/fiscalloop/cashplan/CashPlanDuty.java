package org.fiscalloop.cashplan;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of a cash plan asks for. */
public final class CashPlanDuty {
    /** 用款计划录入: the agency fills in. */
    public static final Duty ENTRY = new Duty("cash-plan.entry");

    /** 单位审核: the agency reviews. */
    public static final Duty UNIT_REVIEW = new Duty("cash-plan.unit-review");

    /** 部门审核: the department reviews. */
    public static final Duty DEPARTMENT_REVIEW = new Duty("cash-plan.department-review");

    /** 代编录入, 调减录入: finance fills in for an agency. */
    public static final Duty FINANCE_ENTRY = new Duty("cash-plan.finance-entry");

    /** 代编审核: finance reviews what it filled in for an agency. */
    public static final Duty PROXY_REVIEW = new Duty("cash-plan.proxy-review");

    /** 复审与核定: the treasury office of finance reviews, says how much is approved, and approves. */
    public static final Duty FINANCE_REVIEW = new Duty("cash-plan.finance-review");

    private CashPlanDuty() {}
}
