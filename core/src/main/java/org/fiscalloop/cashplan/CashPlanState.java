package org.fiscalloop.cashplan;

/** Where a cash plan stands (用款计划状态). */
public enum CashPlanState {
    /** 录入: being filled in by the agency. */
    DRAFT,
    /** 送审: under review by agency, department and finance. */
    SUBMITTED,
    /** 代编录入: being filled in by finance for the agency. */
    PROXY_DRAFT,
    /** 代编送审: under review inside finance. */
    PROXY_SUBMITTED,
    /** 调减录入: a reduction being filled in. */
    REDUCTION_DRAFT,
    /** 调减送审: a reduction under review. */
    REDUCTION_SUBMITTED,
    /** 批复: approved and booked. */
    APPROVED,
    /** 作废: void. */
    VOIDED
}
