package org.fiscalloop.accounting;

/** What is done with an agency voucher. */
public enum AgencyVoucherAction {
    /** 生成: a rule makes it. */
    DRAW_UP,
    /** 完善并记账: the accountant gives the missing accounts. */
    COMPLETE
}
