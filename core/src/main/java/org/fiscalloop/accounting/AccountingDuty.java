package org.fiscalloop.accounting;

import org.fiscalloop.lifecycle.Duty;

/** The duties that the books ask for. */
public final class AccountingDuty {
    /** 单位会计: completes and posts the vouchers of an agency. */
    public static final Duty AGENCY_ACCOUNTANT = new Duty("accounting.agency");

    /** 结账: opens and closes months. */
    public static final Duty CLOSING = new Duty("accounting.closing");

    /** 系统: only the loop itself draws up vouchers. */
    public static final Duty LOOP = new Duty("accounting.loop");

    private AccountingDuty() {}
}
