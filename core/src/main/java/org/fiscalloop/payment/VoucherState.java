package org.fiscalloop.payment;

/** Where a payment voucher stands (支付凭证状态). */
public enum VoucherState {
    /** 已生成. */
    CREATED,
    /** 已签名. */
    SIGNED,
    /** 已签章. */
    STAMPED,
    /** 已发送: with the bank; its content stays as it is for ever. */
    SENT,
    /** 银行签收: the bank has accepted it. */
    BANK_ACCEPTED,
    /** 银行退回: the bank has given it back unpaid. */
    BANK_REJECTED,
    /** 已支付: the bank has paid, the treasury has not cleared. */
    PAID,
    /** 已清算: the treasury has cleared it with the bank. */
    CLEARED,
    /** 已支付无须清算: paid from an account of which the treasury clears nothing. */
    PAID_OUT,
    /** 全额退回: all of it has come back. */
    REFUNDED,
    /** 作废: void, and its requests with it. */
    VOIDED
}
