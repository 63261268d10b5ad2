package org.fiscalloop.bankcollection;

/** Where a demand of a bank stands (收款申请状态). */
public enum DemandState {
    /** 待付款: the bank has raised it; a payment request may name it. */
    RAISED,
    /** 已付款: the bank has paid the request that names it. */
    PAID,
    /** 已拒付: the agency does not pay it. */
    REFUSED,
    /** 已退款: all that was paid has come back. */
    REFUNDED
}
