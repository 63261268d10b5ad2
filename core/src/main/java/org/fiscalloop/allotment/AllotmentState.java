package org.fiscalloop.allotment;

/** Where an allotment stands. What has become of its amount is a balance, not a state. */
public enum AllotmentState {
    /** 录入: being filled in. */
    DRAFT,
    /** 审核: under review. */
    SUBMITTED,
    /** 下达: issued. */
    ISSUED,
    /** 作废: given up. */
    VOIDED
}
