package org.fiscalloop.collection;

/** Where a refund of revenue stands. */
public enum RefundState {
    /** 录入中: being filled in. */
    DRAFT,
    /** 审核中: handed in; it holds its amount of its bill. */
    SUBMITTED,
    /** 已审核: the treasury may carry it out. */
    APPROVED,
    /** 已退付: the money has gone back. */
    REPAID,
    /** 已作废: given up. */
    VOIDED
}
