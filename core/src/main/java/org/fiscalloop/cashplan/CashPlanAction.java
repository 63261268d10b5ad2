package org.fiscalloop.cashplan;

/** What is done with a cash plan. */
public enum CashPlanAction {
    /** 录入: the agency fills it in. */
    CREATE,
    /** 代编录入: finance fills it in for the agency. */
    CREATE_PROXY,
    /** 调减录入: finance fills in a reduction. */
    CREATE_REDUCTION,
    /** 修改: it is filled in again. */
    REVISE,
    /** 送审: it is handed in. */
    SUBMIT,
    /** 核定: finance says how much of what is asked is to be approved. */
    ASSESS,
    /** 审核: a post approves; the last one books it (批复). */
    APPROVE,
    /** 退回: back to the post before. */
    RETURN,
    /** 退回录入岗: back to entry. */
    RETURN_TO_ENTRY,
    /** 撤销: whoever acted last takes it back. */
    WITHDRAW,
    /** 作废: given up before it was handed in. */
    VOID
}
