package org.fiscalloop.accounting;

/** Where an agency voucher stands. */
public enum AgencyVoucherState {
    /** 待完善: an account is missing; nothing is posted. */
    DRAFT,
    /** 已记账: completed and posted; it is corrected by red and blue vouchers only. */
    POSTED
}
