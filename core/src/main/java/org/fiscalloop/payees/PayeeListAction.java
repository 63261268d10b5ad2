package org.fiscalloop.payees;

/** What is done with a payee list. */
public enum PayeeListAction {
    /** 录入: the agency fills it in. */
    CREATE,
    /** 修改: it is filled in again. */
    REVISE,
    /** 送审: it is handed in. */
    SUBMIT,
    /** 审核: a post approves; the last one confirms it. */
    APPROVE,
    /** 退回: back to the post before. */
    RETURN,
    /** 退回录入岗: back to entry. */
    RETURN_TO_ENTRY,
    /** 撤销: whoever acted last takes it back. */
    WITHDRAW,
    /** 支付: the request that names it is paid. */
    PAY,
    /** 作废: given up while no request names it. */
    VOID
}
