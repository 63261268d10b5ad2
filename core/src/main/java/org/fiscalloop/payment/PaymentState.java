package org.fiscalloop.payment;

/** Where a payment request stands (支付申请状态). */
public enum PaymentState {
    /** 录入: being filled in. */
    DRAFT,
    /** 监控拦截: handed in, and held by monitoring until it is released or sent back. */
    HELD,
    /** 送审: under review inside the agency. */
    SUBMITTED,
    /** 单位审核通过: may be put on a voucher. */
    UNIT_APPROVED,
    /** 已生成凭证: stands on a voucher. */
    VOUCHER_CREATED,
    /** 已支付: the bank has paid. */
    PAID,
    /** 作废: void. */
    VOIDED
}
