package org.fiscalloop.cashplan;

/** Where a cash plan comes from and what it does (计划类型). */
public enum CashPlanKind {
    /** 单位编报: the agency asks for it. */
    AGENCY,
    /** 代编: finance makes it on behalf of the agency. */
    PROXY,
    /** 调减: finance takes back what is not used of a month's plans. */
    REDUCTION
}
