package org.fiscalloop.debt;

/** Where a debt stands. */
public enum DebtState {
    /** 拟发行: being filled in. */
    DRAFT,
    /** 送审: under review. */
    SUBMITTED,
    /** 已批准: approved and not yet issued; it takes room of the limit. */
    APPROVED,
    /** 存续: received and owed. */
    OUTSTANDING,
    /** 已还清: all principal is repaid. */
    PAID_OFF,
    /** 已作废: given up before it was issued. */
    VOIDED
}
