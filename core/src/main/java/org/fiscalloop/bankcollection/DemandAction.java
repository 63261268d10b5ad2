package org.fiscalloop.bankcollection;

/** What becomes of a demand of a bank. */
public enum DemandAction {
    /** 收款申请: the bank raises it. */
    RAISE,
    /** 付款: the request that names it is paid. */
    PAY,
    /** 拒付: the agency refuses to pay and says why. */
    REFUSE,
    /** 退款: the last of what was paid has come back. */
    REFUND
}
