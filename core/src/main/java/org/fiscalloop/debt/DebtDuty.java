package org.fiscalloop.debt;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that debt asks for. */
public final class DebtDuty {
    /** 债务管理: enters limits and bonds, and lends on. */
    public static final Duty ENTRY = new Duty("debt.entry");

    /** 债务审批: approves a bond. */
    public static final Duty APPROVAL = new Duty("debt.approval");

    /** 总会计: accrues interest. */
    public static final Duty ACCOUNTANT = new Duty("debt.accountant");

    /** 国库、登记结算机构: what is only told by notice, and no person is appointed to. */
    public static final Duty TREASURY = new Duty("debt.treasury");

    private DebtDuty() {}
}
