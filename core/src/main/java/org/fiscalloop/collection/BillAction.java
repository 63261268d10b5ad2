package org.fiscalloop.collection;

/** What is done with a payment notice of non-tax revenue. */
public enum BillAction {
    /** 开票: make it. */
    BILL,
    /** 缴款: it is paid. */
    PAY_IN,
    /** 入账: it enters the treasury or the special account. */
    ENTER,
    /** 作废: give it up before it is paid. */
    VOID
}
