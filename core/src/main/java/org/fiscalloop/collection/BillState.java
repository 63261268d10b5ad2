package org.fiscalloop.collection;

/** Where a payment notice of non-tax revenue stands. */
public enum BillState {
    /** 已开票: the payer owes it. */
    BILLED,
    /** 已缴款: a bank has it. */
    PAID_IN,
    /** 已入账: the treasury or the special account has it. */
    ENTERED,
    /** 已作废: nobody owes it. */
    VOIDED
}
