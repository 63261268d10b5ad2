package org.fiscalloop.incomebudget;

/** What is done with a line of the revenue budget. */
public enum IncomeBudgetAction {
    /** 录入: fill it in. */
    CREATE,
    /** 修改: fill it in again. */
    REVISE,
    /** 送审: hand it in. */
    SUBMIT,
    /** 审核通过: approve it at a post. */
    APPROVE,
    /** 退回: back to the post before. */
    RETURN,
    /** 退回录入岗: back to entry. */
    RETURN_TO_ENTRY,
    /** 撤销: undo one's own last act. */
    WITHDRAW,
    /** 取消终审: take back the last approval. */
    CANCEL_APPROVAL,
    /** 批准: the people's congress has approved the budget. */
    ENACT,
    /** 预算调整: raise or lower it. */
    ADJUST,
    /** 作废: give it up. */
    VOID
}
