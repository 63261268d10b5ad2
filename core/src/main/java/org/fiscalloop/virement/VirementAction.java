package org.fiscalloop.virement;

/** What is done with a virement. */
public enum VirementAction {
    /** 录入: fill it in. */
    CREATE,
    /** 修改: fill it in again. */
    REVISE,
    /** 送审: hand it in to be decided by the department. */
    SUBMIT,
    /** 报财政审核: hand it in to be decided by finance. */
    SUBMIT_TO_FINANCE,
    /** 审核通过: approve it at the post it lies at; the last one executes it. */
    APPROVE,
    /** 退回上一岗: give it back to the post before. */
    RETURN,
    /** 退回录入岗: give it back to entry. */
    RETURN_TO_ENTRY,
    /** 撤销: take back one's own last step. */
    WITHDRAW,
    /** 作废: give it up. */
    VOID
}
