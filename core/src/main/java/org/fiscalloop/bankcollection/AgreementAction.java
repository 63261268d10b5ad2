package org.fiscalloop.bankcollection;

/** What is done with an agreement on bank collections. */
public enum AgreementAction {
    /** 录入: the agency fills it in. */
    CREATE,
    /** 修改: it is filled in again. */
    REVISE,
    /** 送审: it is handed in. */
    SUBMIT,
    /** 审核: a post approves; the last one puts it in force. */
    APPROVE,
    /** 退回: back to the post before. */
    RETURN,
    /** 退回录入岗: back to entry. */
    RETURN_TO_ENTRY,
    /** 撤销: whoever acted last takes it back. */
    WITHDRAW,
    /** 终止: it gets its last day. */
    END,
    /** 作废: given up before it is handed in. */
    VOID
}
