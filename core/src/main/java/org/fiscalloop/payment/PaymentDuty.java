package org.fiscalloop.payment;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that requests and vouchers ask for. */
public final class PaymentDuty {
    /** 支付申请录入: the agency fills in. */
    public static final Duty ENTRY = new Duty("payment.entry");

    /** 支付申请审核: the agency reviews. */
    public static final Duty REVIEW = new Duty("payment.review");

    /** 支付申请代编录入: finance fills in for an agency. */
    public static final Duty FINANCE_ENTRY = new Duty("payment.finance-entry");

    /** 代编审核: what finance has filled in for an agency is reviewed. */
    public static final Duty PROXY_REVIEW = new Duty("payment.proxy-review");

    /** 支付申请复核: finance reviews what was approved. */
    public static final Duty FINANCE_REVIEW = new Duty("payment.finance-review");

    /** 支付凭证经办: makes vouchers, sends them and gives them up. */
    public static final Duty VOUCHER = new Duty("payment.voucher");

    /** 支付凭证签名. */
    public static final Duty SIGN = new Duty("payment.sign");

    /** 支付凭证签章. */
    public static final Duty STAMP = new Duty("payment.stamp");

    /** 代理银行、国库: what is only told by notice, and no person is appointed to. */
    public static final Duty BANK = new Duty("payment.bank");

    private PaymentDuty() {}
}
