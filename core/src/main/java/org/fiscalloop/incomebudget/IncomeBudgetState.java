package org.fiscalloop.incomebudget;

/** Where a line of the revenue budget stands. */
public enum IncomeBudgetState {
    /** 编制中: being filled in. */
    DRAFT,
    /** 审核中: handed in, reviewed by finance. */
    SUBMITTED,
    /** 已审核: ready for the people's congress. */
    APPROVED,
    /** 已批准: approved by the people's congress; from now on only adjusted. */
    IN_FORCE,
    /** 已作废: given up. */
    VOIDED
}
