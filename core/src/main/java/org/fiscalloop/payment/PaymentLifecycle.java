package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.LifecycleBuilder;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.monitoring.MonitoringDuty;

/**
 * The nation's tables of the lives of request and voucher, as an agency pays on its own (单位自行支付), and as
 * finance pays for it (财政代编).
 *
 * <p>Source: the flows 支付申请录入, 送审, 审核, 凭证签名, 签章, 发送, and 录入, 审核, 支付申请复核 (财政), 支付凭证生成 (财政) of a
 * provincial system of 2024; 回单, 清算 and 退回 as in
 * 财库〔2022〕5号.
 */
final class PaymentLifecycle {
    private static final String GIVEN_UP = "given up; what it held is released";

    /** What is done at entry, beside filling a request in for the first time. */
    private static final PaymentAction[] ENTERED = {
        PaymentAction.CREATE_PROXY, PaymentAction.REVISE, PaymentAction.SUBMIT, PaymentAction.HOLD
    };

    private static final ReviewActions<PaymentAction> APPROVAL = new ReviewActions<>(
            PaymentAction.APPROVE, PaymentAction.RETURN, PaymentAction.RETURN_TO_ENTRY, PaymentAction.WITHDRAW);

    private static final ReviewActions<PaymentAction> FINANCE = new ReviewActions<>(
            PaymentAction.REVIEW, PaymentAction.RETURN, PaymentAction.RETURN_TO_ENTRY, PaymentAction.WITHDRAW);

    /** The two ways to a voucher, each with its own states: what the agency fills in, and what finance fills in for it. */
    private static final ImmutableList<Way> WAYS = ImmutableList.of(
            new Way(
                    PaymentState.DRAFT,
                    PaymentState.HELD,
                    PaymentState.SUBMITTED,
                    PaymentState.UNIT_APPROVED,
                    PaymentState.FINANCE_REVIEWED,
                    PaymentDuty.ENTRY,
                    PaymentDuty.REVIEW,
                    "the agency reviews"),
            new Way(
                    PaymentState.PROXY_DRAFT,
                    PaymentState.PROXY_HELD,
                    PaymentState.PROXY_SUBMITTED,
                    PaymentState.PROXY_APPROVED,
                    PaymentState.PROXY_REVIEWED,
                    PaymentDuty.FINANCE_ENTRY,
                    PaymentDuty.PROXY_REVIEW,
                    "what was filled in for the agency is reviewed"));

    static final Lifecycle<PaymentState, PaymentAction> REQUEST = request();

    private static Lifecycle<PaymentState, PaymentAction> request() {
        var rows = Lifecycle.of(PaymentRequest.KIND.code(), PaymentState.class, PaymentAction.class)
                .create(PaymentAction.CREATE, PaymentState.DRAFT, PaymentDuty.ENTRY, "the agency fills in a request")
                .create(
                        PaymentAction.CREATE_PROXY,
                        PaymentState.PROXY_DRAFT,
                        PaymentDuty.FINANCE_ENTRY,
                        "finance fills in a request for the agency");
        WAYS.forEach(way -> way.add(rows));
        return rows.move(
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
                .separate(PaymentAction.RELEASE_HOLD, PaymentAction.CREATE, ENTERED)
                .separate(PaymentAction.APPROVE, PaymentAction.CREATE, ENTERED)
                .separate(PaymentAction.REVIEW, PaymentAction.CREATE, ENTERED)
                .separate(PaymentAction.REVIEW, PaymentAction.APPROVE)
                .told(PaymentAction.PAY)
                .end(PaymentState.PAID, PaymentState.VOIDED)
                .build();
    }

    /**
     * One way from entry to what a voucher takes up.
     *
     * @param draft being filled in
     * @param held held by monitoring
     * @param submitted under review
     * @param approved approved, and under finance's review where that is asked for
     * @param reviewed reviewed by finance
     * @param entry who fills in
     * @param approval who takes an approval back
     * @param rule what the review is
     */
    private record Way(
            PaymentState draft,
            PaymentState held,
            PaymentState submitted,
            PaymentState approved,
            PaymentState reviewed,
            Duty entry,
            Duty approval,
            String rule) {
        void add(LifecycleBuilder<PaymentState, PaymentAction> rows) {
            rows.move(draft, PaymentAction.REVISE, draft, entry, "before it is handed in")
                    .move(draft, PaymentAction.SUBMIT, submitted, entry, "complete, and the allotment has room")
                    .move(draft, PaymentAction.VOID, PaymentState.VOIDED, entry, GIVEN_UP)
                    .move(draft, PaymentAction.HOLD, held, entry, "handed in, and a rule of monitoring holds it")
                    .move(
                            held,
                            PaymentAction.RELEASE_HOLD,
                            submitted,
                            MonitoringDuty.SUPERVISION,
                            "when its alert is released")
                    .move(
                            held,
                            PaymentAction.SEND_BACK,
                            draft,
                            MonitoringDuty.SUPERVISION,
                            "when its alert sends it back; what it held is released")
                    .review(submitted, draft, approved, APPROVAL, rule)
                    .move(approved, PaymentAction.CANCEL_APPROVAL, submitted, approval, "while it is on no voucher")
                    .review(approved, draft, reviewed, FINANCE, "finance reviews")
                    .move(
                            reviewed,
                            PaymentAction.CANCEL_REVIEW,
                            approved,
                            PaymentDuty.FINANCE_REVIEW,
                            "while it is on no voucher");
            for (PaymentState ready : ImmutableList.of(approved, reviewed)) {
                rows.move(ready, PaymentAction.VOID, PaymentState.VOIDED, entry, GIVEN_UP)
                        .move(
                                ready,
                                PaymentAction.VOUCHER,
                                PaymentState.VOUCHER_CREATED,
                                PaymentDuty.VOUCHER,
                                "when a voucher takes it up");
            }
        }
    }

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

    private static final ReviewChain BY_FINANCE =
            ReviewChain.of(new Post("finance-review", "支付申请复核", PaymentDuty.FINANCE_REVIEW));

    /** One post inside the agency, one for what finance fills in, and one of finance after each; the others are local. */
    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            PaymentRequest.KIND.code() + "." + PaymentState.SUBMITTED,
            ReviewChain.of(new Post("unit-review", "单位审核", PaymentDuty.REVIEW)),
            PaymentRequest.KIND.code() + "." + PaymentState.PROXY_SUBMITTED,
            ReviewChain.of(new Post("proxy-review", "代编审核", PaymentDuty.PROXY_REVIEW)),
            PaymentRequest.KIND.code() + "." + PaymentState.UNIT_APPROVED,
            BY_FINANCE,
            PaymentRequest.KIND.code() + "." + PaymentState.PROXY_APPROVED,
            BY_FINANCE));

    private PaymentLifecycle() {}
}
