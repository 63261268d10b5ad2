package org.fiscalloop.virement;

/** Where a virement stands. */
public enum VirementState {
    /** 录入: being filled in. */
    DRAFT,
    /** 部门审核: under review within the authority of the department. */
    DEPARTMENT_REVIEW,
    /** 财政审核: under review within the authority of finance. */
    FINANCE_REVIEW,
    /** 已执行: the amounts have moved. */
    EXECUTED,
    /** 作废: given up. */
    VOIDED
}
