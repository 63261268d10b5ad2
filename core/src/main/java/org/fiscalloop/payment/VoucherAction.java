package org.fiscalloop.payment;

/** What is done with a payment voucher. */
public enum VoucherAction {
    /** 生成: make it of approved requests. */
    CREATE,
    /** 签名: sign it. */
    SIGN,
    /** 签章: stamp it. */
    STAMP,
    /** 发送: send it to the bank. */
    SEND,
    /** 银行签收: the bank accepts it. */
    ACCEPT,
    /** 银行退回: the bank gives it back. */
    REJECT,
    /** 重新发送: send it again. */
    RESEND,
    /** 回单: the bank has paid. */
    PAY,
    /** 直接支付回单: the bank that keeps the account paid from has paid, and nothing is left to clear. */
    PAY_OUT,
    /** 清算: the treasury clears it. */
    CLEAR,
    /** 部分退回: some of it has come back. */
    REFUND_PART,
    /** 全额退回: the last of it has come back. */
    REFUND,
    /** 更正: some of it is booked elsewhere. */
    CORRECT,
    /** 作废: give it up before it is paid. */
    VOID
}
