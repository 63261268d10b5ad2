package org.fiscalloop.temporary;

/** Where a temporary payment stands. */
public enum TemporaryState {
    /** 录入: being filled in. */
    DRAFT,
    /** 送审: under review. */
    SUBMITTED,
    /** 已批准: approved and not yet paid out; it takes room of the ceiling. */
    APPROVED,
    /** 已拨付待清理: paid out, with a rest that is not cleared. */
    ADVANCED,
    /** 已结算: nothing of it is left to clear. */
    SETTLED,
    /** 已作废: given up before it was paid out. */
    VOIDED
}
