package org.fiscalloop.payment;

/** Where a payment request stands (支付申请状态). */
public enum PaymentState {
    /** 录入: being filled in. */
    DRAFT,
    /** 代编录入中: being filled in by finance for the agency. */
    PROXY_DRAFT,
    /** 监控拦截: handed in, and held by monitoring until it is released or sent back. */
    HELD,
    /** 代编监控拦截: the same of what finance has filled in. */
    PROXY_HELD,
    /** 送审: under review inside the agency. */
    SUBMITTED,
    /** 代编审核中: what finance has filled in is under review. */
    PROXY_SUBMITTED,
    /** 单位审核通过: may be put on a voucher, or is under review by finance where the rules ask for that. */
    UNIT_APPROVED,
    /** 代编审核通过: the same of what finance has filled in. */
    PROXY_APPROVED,
    /** 财政复核通过: reviewed by finance; may be put on a voucher. */
    FINANCE_REVIEWED,
    /** 代编复核通过: filled in and reviewed by finance; may be put on a voucher. */
    PROXY_REVIEWED,
    /** 已生成凭证: stands on a voucher. */
    VOUCHER_CREATED,
    /** 已支付: the bank has paid. */
    PAID,
    /** 作废: void. */
    VOIDED;

    /** Whether finance fills it in or has filled it in for the agency, as far as the state tells (代编). */
    public boolean isProxy() {
        return switch (this) {
            case PROXY_DRAFT, PROXY_HELD, PROXY_SUBMITTED, PROXY_APPROVED, PROXY_REVIEWED -> true;
            case DRAFT, HELD, SUBMITTED, UNIT_APPROVED, FINANCE_REVIEWED, VOUCHER_CREATED, PAID, VOIDED -> false;
        };
    }

    /** Whether it is being filled in, by whomever. */
    public boolean isDraft() {
        return this == DRAFT || this == PROXY_DRAFT;
    }

    /** Whether monitoring holds it. */
    public boolean isHeld() {
        return this == HELD || this == PROXY_HELD;
    }

    /** Whether finance has reviewed it, and it is on no voucher yet. */
    public boolean isReviewed() {
        return this == FINANCE_REVIEWED || this == PROXY_REVIEWED;
    }

    /** Whether its amount is held: from when it is handed in, or already filled in, until it is paid or void. */
    public boolean holds(PaymentRules.Occupation occupation) {
        return switch (this) {
            case DRAFT, PROXY_DRAFT -> occupation == PaymentRules.Occupation.SAVE;
            case PAID, VOIDED -> false;
            default -> true;
        };
    }
}
