package org.fiscalloop.collection;

/** What is done with a refund of revenue. */
public enum RefundAction {
    /** 录入: fill it in. */
    CREATE,
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
    /** 退付: the treasury carries it out. */
    REPAY,
    /** 作废: give it up. */
    VOID
}
