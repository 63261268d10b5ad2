package org.fiscalloop.payment;

/** What is done with a payment request. */
public enum PaymentAction {
    /** 录入: fill it in. */
    CREATE,
    /** 代编录入: finance fills it in for the agency. */
    CREATE_PROXY,
    /** 修改: fill it in again. */
    REVISE,
    /** 送审: hand it in. */
    SUBMIT,
    /** 监控拦截: it is handed in, and monitoring holds it. */
    HOLD,
    /** 监控放行: what monitoring found is explained. */
    RELEASE_HOLD,
    /** 监控退回: what monitoring found is to be corrected. */
    SEND_BACK,
    /** 审核通过: approve it at the post it lies at. */
    APPROVE,
    /** 退回上一岗: give it back to the post before. */
    RETURN,
    /** 退回录入岗: give it back to whoever filled it in. */
    RETURN_TO_ENTRY,
    /** 撤销: take back one's own last step. */
    WITHDRAW,
    /** 取消终审: take back the final approval while it is on no voucher. */
    CANCEL_APPROVAL,
    /** 复核: finance reviews it at the post it lies at. */
    REVIEW,
    /** 取消复核: take back finance's review while it is on no voucher. */
    CANCEL_REVIEW,
    /** 作废: give it up. */
    VOID,
    /** 生成凭证: a voucher takes it up. */
    VOUCHER,
    /** 支付: the bank has paid it. */
    PAY,
    /** 随凭证作废: its voucher is void. */
    RELEASE
}
