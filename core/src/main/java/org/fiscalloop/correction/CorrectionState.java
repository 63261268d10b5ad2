package org.fiscalloop.correction;

/** Where a correction stands. */
public enum CorrectionState {
    /** 录入: being filled in. */
    DRAFT,
    /** 审核: under review, by the agency and then by the payment centre. */
    SUBMITTED,
    /** 已更正: booked. */
    BOOKED,
    /** 已通知: booked, and bank and treasury have been told. */
    TOLD,
    /** 作废: given up. */
    VOIDED
}
