package org.fiscalloop.transfer;

import org.fiscalloop.lifecycle.Duty;

/**
 * The duties (职责) that transfers ask for. All are of the finance department: 《预算法实施条例》 (2020) art. 59, only finance
 * departments issue transfers to the level below.
 */
public final class TransferDuty {
    /** 转移支付指标录入: the business office of finance fills in. */
    public static final Duty ENTRY = new Duty("transfer.entry");

    /** 转移支付指标审核与下达: the budget office of finance reviews, issues and recalls. */
    public static final Duty ISSUE = new Duty("transfer.issue");

    /** 上级转移支付接收: the budget office of finance receives and gives back. */
    public static final Duty RECEIVE = new Duty("transfer.receive");

    /** 系统: what other divisions tell, and no person is appointed to. */
    public static final Duty LOOP = new Duty("transfer.loop");

    private TransferDuty() {}
}
