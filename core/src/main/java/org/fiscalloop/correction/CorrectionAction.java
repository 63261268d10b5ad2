package org.fiscalloop.correction;

/** What is done with a correction. */
public enum CorrectionAction {
    /** 录入: fill it in. */
    CREATE,
    /** 修改: fill it in again. */
    REVISE,
    /** 送审: hand it in. */
    SUBMIT,
    /** 审核通过: approve it at the post it lies at; the last one books it. */
    APPROVE,
    /** 退回上一岗: give it back to the post before. */
    RETURN,
    /** 退回录入岗: give it back to entry. */
    RETURN_TO_ENTRY,
    /** 撤销: take back one's own last step. */
    WITHDRAW,
    /** 通知: tell bank and treasury of it (更正通知书). */
    NOTIFY,
    /** 作废: give it up. */
    VOID
}
