package org.fiscalloop.payment;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.monitoring.MonitoringDuty;

/**
 * The nation's tables of the lives of request and voucher, as an agency pays on its own (单位自行支付).
 *
 * <p>Source: the flow 支付申请录入, 送审, 审核, 凭证签名, 签章, 发送 of a provincial system of 2024; 回单, 清算 and 退回 as in
 * 财库〔2022〕5号.
 */
final class PaymentLifecycle {
    static final Lifecycle<PaymentState, PaymentAction> REQUEST = Lifecycle.of(
                    PaymentRequest.KIND.code(), PaymentState.class, PaymentAction.class)
            .create(PaymentAction.CREATE, PaymentState.DRAFT, PaymentDuty.ENTRY, "the agency fills in a request")
            .move(
                    PaymentState.DRAFT,
                    PaymentAction.REVISE,
                    PaymentState.DRAFT,
                    PaymentDuty.ENTRY,
                    "before it is handed in")
            .move(
                    PaymentState.DRAFT,
                    PaymentAction.SUBMIT,
                    PaymentState.SUBMITTED,
                    PaymentDuty.ENTRY,
                    "complete, and the allotment has room")
            .move(
                    PaymentState.DRAFT,
                    PaymentAction.VOID,
                    PaymentState.VOIDED,
                    PaymentDuty.ENTRY,
                    "given up; what it held is released")
            .move(
                    PaymentState.DRAFT,
                    PaymentAction.HOLD,
                    PaymentState.HELD,
                    PaymentDuty.ENTRY,
                    "handed in, and a rule of monitoring holds it")
            .move(
                    PaymentState.HELD,
                    PaymentAction.RELEASE_HOLD,
                    PaymentState.SUBMITTED,
                    MonitoringDuty.SUPERVISION,
                    "when its alert is released")
            .move(
                    PaymentState.HELD,
                    PaymentAction.SEND_BACK,
                    PaymentState.DRAFT,
                    MonitoringDuty.SUPERVISION,
                    "when its alert sends it back; what it held is released")
            .review(
                    PaymentState.SUBMITTED,
                    PaymentState.DRAFT,
                    PaymentState.UNIT_APPROVED,
                    new ReviewActions<>(
                            PaymentAction.APPROVE,
                            PaymentAction.RETURN,
                            PaymentAction.RETURN_TO_ENTRY,
                            PaymentAction.WITHDRAW),
                    "the agency reviews")
            .move(
                    PaymentState.UNIT_APPROVED,
                    PaymentAction.CANCEL_APPROVAL,
                    PaymentState.SUBMITTED,
                    PaymentDuty.REVIEW,
                    "while it is on no voucher")
            .move(
                    PaymentState.UNIT_APPROVED,
                    PaymentAction.VOID,
                    PaymentState.VOIDED,
                    PaymentDuty.ENTRY,
                    "given up; what it held is released")
            .move(
                    PaymentState.UNIT_APPROVED,
                    PaymentAction.VOUCHER,
                    PaymentState.VOUCHER_CREATED,
                    PaymentDuty.VOUCHER,
                    "when a voucher takes it up")
            .move(
                    PaymentState.VOUCHER_CREATED,
                    PaymentAction.RELEASE,
                    PaymentState.VOIDED,
                    PaymentDuty.VOUCHER,
                    "when its voucher is given up")
            .move(
                    PaymentState.VOUCHER_CREATED,
                    PaymentAction.PAY,
                    PaymentState.PAID,
                    PaymentDuty.BANK,
                    "when the bank's receipt arrives")
            .separate(
                    PaymentAction.RELEASE_HOLD,
                    PaymentAction.CREATE,
                    PaymentAction.REVISE,
                    PaymentAction.SUBMIT,
                    PaymentAction.HOLD)
            .separate(
                    PaymentAction.APPROVE,
                    PaymentAction.CREATE,
                    PaymentAction.REVISE,
                    PaymentAction.SUBMIT,
                    PaymentAction.HOLD)
            .told(PaymentAction.PAY)
            .end(PaymentState.PAID, PaymentState.VOIDED)
            .build();

    static final Lifecycle<VoucherState, VoucherAction> VOUCHER = Lifecycle.of(
                    PaymentVoucher.KIND.code(), VoucherState.class, VoucherAction.class)
            .create(
                    VoucherAction.CREATE,
                    VoucherState.CREATED,
                    PaymentDuty.VOUCHER,
                    "of approved requests of one payer to one payee")
            .move(VoucherState.CREATED, VoucherAction.SIGN, VoucherState.SIGNED, PaymentDuty.SIGN, "签名")
            .move(
                    VoucherState.SIGNED,
                    VoucherAction.STAMP,
                    VoucherState.STAMPED,
                    PaymentDuty.STAMP,
                    "签章, by another person")
            .move(
                    VoucherState.STAMPED,
                    VoucherAction.SEND,
                    VoucherState.SENT,
                    PaymentDuty.VOUCHER,
                    "from then on it says what it says")
            .move(
                    VoucherState.SENT,
                    VoucherAction.ACCEPT,
                    VoucherState.BANK_ACCEPTED,
                    PaymentDuty.BANK,
                    "by notice of the bank")
            .move(
                    VoucherState.SENT,
                    VoucherAction.REJECT,
                    VoucherState.BANK_REJECTED,
                    PaymentDuty.BANK,
                    "by notice of the bank")
            .move(
                    VoucherState.BANK_ACCEPTED,
                    VoucherAction.REJECT,
                    VoucherState.BANK_REJECTED,
                    PaymentDuty.BANK,
                    "by notice of the bank")
            .move(VoucherState.BANK_REJECTED, VoucherAction.RESEND, VoucherState.SENT, PaymentDuty.VOUCHER, "as it is")
            .move(VoucherState.SENT, VoucherAction.PAY, VoucherState.PAID, PaymentDuty.BANK, "by the bank's receipt")
            .move(
                    VoucherState.BANK_ACCEPTED,
                    VoucherAction.PAY,
                    VoucherState.PAID,
                    PaymentDuty.BANK,
                    "by the bank's receipt")
            .move(
                    VoucherState.SENT,
                    VoucherAction.PAY_OUT,
                    VoucherState.PAID_OUT,
                    PaymentDuty.BANK,
                    "by the receipt of the bank that keeps the account")
            .move(
                    VoucherState.BANK_ACCEPTED,
                    VoucherAction.PAY_OUT,
                    VoucherState.PAID_OUT,
                    PaymentDuty.BANK,
                    "by the receipt of the bank that keeps the account")
            .move(
                    VoucherState.PAID,
                    VoucherAction.CLEAR,
                    VoucherState.CLEARED,
                    PaymentDuty.BANK,
                    "by the treasury's batch")
            .move(
                    VoucherState.PAID,
                    VoucherAction.REFUND_PART,
                    VoucherState.PAID,
                    PaymentDuty.BANK,
                    "some of it came back before clearing")
            .move(
                    VoucherState.PAID,
                    VoucherAction.REFUND,
                    VoucherState.REFUNDED,
                    PaymentDuty.BANK,
                    "all of it came back before clearing")
            .afterEnd(
                    VoucherState.CLEARED,
                    VoucherAction.REFUND_PART,
                    VoucherState.CLEARED,
                    PaymentDuty.BANK,
                    "some of it came back")
            .afterEnd(
                    VoucherState.CLEARED,
                    VoucherAction.REFUND,
                    VoucherState.REFUNDED,
                    PaymentDuty.BANK,
                    "the last of it came back")
            .afterEnd(
                    VoucherState.PAID_OUT,
                    VoucherAction.REFUND_PART,
                    VoucherState.PAID_OUT,
                    PaymentDuty.BANK,
                    "some of it came back")
            .afterEnd(
                    VoucherState.PAID_OUT,
                    VoucherAction.REFUND,
                    VoucherState.REFUNDED,
                    PaymentDuty.BANK,
                    "the last of it came back")
            .afterEnd(
                    VoucherState.REFUNDED,
                    VoucherAction.CLEAR,
                    VoucherState.REFUNDED,
                    PaymentDuty.BANK,
                    "the payment itself is cleared after its refund")
            .afterEnd(
                    VoucherState.CLEARED,
                    VoucherAction.CORRECT,
                    VoucherState.CLEARED,
                    PaymentDuty.VOUCHER,
                    "when a correction of it is approved")
            .afterEnd(
                    VoucherState.PAID_OUT,
                    VoucherAction.CORRECT,
                    VoucherState.PAID_OUT,
                    PaymentDuty.VOUCHER,
                    "when a correction of it is approved")
            .move(
                    VoucherState.CREATED,
                    VoucherAction.VOID,
                    VoucherState.VOIDED,
                    PaymentDuty.VOUCHER,
                    "with its requests")
            .move(
                    VoucherState.SIGNED,
                    VoucherAction.VOID,
                    VoucherState.VOIDED,
                    PaymentDuty.VOUCHER,
                    "with its requests")
            .move(
                    VoucherState.STAMPED,
                    VoucherAction.VOID,
                    VoucherState.VOIDED,
                    PaymentDuty.VOUCHER,
                    "with its requests")
            .move(
                    VoucherState.BANK_REJECTED,
                    VoucherAction.VOID,
                    VoucherState.VOIDED,
                    PaymentDuty.VOUCHER,
                    "with its requests")
            .separate(VoucherAction.STAMP, VoucherAction.SIGN)
            .told(
                    VoucherAction.ACCEPT,
                    VoucherAction.REJECT,
                    VoucherAction.PAY,
                    VoucherAction.PAY_OUT,
                    VoucherAction.CLEAR,
                    VoucherAction.REFUND_PART,
                    VoucherAction.REFUND)
            .end(VoucherState.CLEARED, VoucherState.PAID_OUT, VoucherState.REFUNDED, VoucherState.VOIDED)
            .build();

    /** One post inside the agency; the others are local. */
    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            PaymentRequest.KIND.code() + "." + PaymentState.SUBMITTED,
            ReviewChain.of(new Post("unit-review", "单位审核", PaymentDuty.REVIEW))));

    private PaymentLifecycle() {}
}
