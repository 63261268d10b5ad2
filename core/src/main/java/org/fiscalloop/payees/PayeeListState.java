package org.fiscalloop.payees;

/** Where a payee list stands (明细清单状态). */
public enum PayeeListState {
    /** 录入: being filled in. */
    DRAFT,
    /** 送审: under review. */
    SUBMITTED,
    /** 已确认: it stands as it is, and a request may name it. */
    CONFIRMED,
    /** 已支付: the bank has paid the request that names it. */
    PAID,
    /** 作废: void. */
    VOIDED
}
