package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.signature.ContentDigest;
import org.fiscalloop.signature.SignedContent;

/** Why a payment is over a limit, and why a notice waits or is listed. */
final class PaymentReasons {
    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason WAITING = new Reason(
            "payment.voucher-not-ready",
            "The voucher is not there yet",
            "凭证尚未就绪",
            "voucher {voucher} is {state}; what is told of it waits until it is {allowed}",
            "凭证 {voucher} 状态为 {state}; 待其为 {allowed} 时入账",
            Source.own("notices may arrive before what they are about"));

    static final Reason AMOUNT_DIFFERS = differing(
            "payment.receipt-amount-differs",
            "The bank paid another amount",
            "回单金额不符",
            "the bank says {given} paid of voucher {voucher}, which orders {allowed}",
            "回单金额 {given}, 凭证 {voucher} 金额 {allowed}");

    static final Reason FOR_VOIDED = differing(
            "payment.receipt-for-voided",
            "A receipt for a void voucher",
            "作废凭证的回单",
            "voucher {voucher} is void; receipt {serial} says {given} of it was paid",
            "凭证 {voucher} 已作废; 回单 {serial} 称已支付 {given}");

    static final Reason NOTICE_FOR_VOIDED = differing(
            "payment.notice-for-voided",
            "What is told is of a void voucher",
            "作废凭证的通知",
            "voucher {voucher} is void; nothing more can happen to it",
            "凭证 {voucher} 已作废; 通知与之不符");

    static final Reason TWICE = differing(
            "payment.receipt-twice",
            "A second receipt for a paid voucher",
            "重复回单",
            "voucher {voucher} is paid by receipt {booked}; receipt {serial} says it is paid again",
            "凭证 {voucher} 已有回单 {booked}; 又收到回单 {serial}");

    static final Reason REJECTED_AFTER_PAID = differing(
            "payment.rejection-of-paid",
            "The bank rejects a paid voucher",
            "已支付凭证被退回",
            "voucher {voucher} is {state} by receipt {booked}; the bank now gives it back: {reason}",
            "凭证 {voucher} 状态为 {state}, 回单 {booked}; 银行退回: {reason}");

    static final Reason PAYEE_DIFFERS = differing(
            "payment.receipt-payee-differs",
            "The bank paid another account",
            "收款账户不符",
            "the bank paid account {given} for voucher {voucher}, which orders {allowed}",
            "银行回单收款账户 {given}, 凭证 {voucher} 收款账户 {allowed}");

    static final Reason CONTENT_DIFFERS = differing(
            "payment.receipt-content-differs",
            "The bank carried out another order",
            "回单所附内容摘要与凭证不符",
            "the receipt is of an order with the digest {given}; that of voucher {voucher} is {allowed}",
            "回单所附内容摘要为 {given}; 凭证 {voucher} 的摘要为 {allowed}");

    static final Reason PAID_OUTSIDE_YEAR = differing(
            "payment.receipt-outside-year",
            "The bank paid in another year",
            "回单日期不在预算年度内",
            "the bank says it paid voucher {voucher} on {given}; the voucher is of fiscal year {year}",
            "银行回单日期 {given}; 凭证 {voucher} 属 {year} 年度");

    static final Reason PAID_BEFORE_ORDER = differing(
            "payment.receipt-before-voucher",
            "The bank paid before the voucher was made",
            "回单日期早于凭证日期",
            "the bank says it paid voucher {voucher} on {given}; the voucher is of {allowed}",
            "银行回单日期 {given}; 凭证 {voucher} 日期 {allowed}");

    static final Reason RECEIPT_DIFFERS = differing(
            "payment.receipt-differs",
            "The receipt came before with another day or payee",
            "回单信息与已记录的不符",
            "receipt {serial} of voucher {voucher} says {given}; it was booked with {allowed}",
            "凭证 {voucher} 的回单 {serial} 为 {given}, 已记录 {allowed}");

    static final Reason REFUND_DIFFERS = differing(
            "payment.refund-differs",
            "The refund came before with another amount, kind or request",
            "退回信息与已记录的不符",
            "{given} comes back of voucher {voucher} under a number that was booked with {allowed}",
            "凭证 {voucher} 退回 {given}, 同一流水号已记录 {allowed}");

    static final Reason CLEARING_DIFFERS = differing(
            "payment.clearing-amount-differs",
            "The treasury cleared another amount",
            "清算金额不符",
            "batch {batch} clears {given} of voucher {voucher}, which is {allowed}",
            "清算批次 {batch} 金额 {given}, 凭证 {voucher} 金额 {allowed}");

    static final Reason CLEARED_TWICE = differing(
            "payment.clearing-twice",
            "The voucher is cleared already",
            "重复清算",
            "voucher {voucher} is cleared by batch {booked}; batch {batch} clears it again",
            "凭证 {voucher} 已由批次 {booked} 清算; 批次 {batch} 重复");

    static final Reason NOT_CLEARED = differing(
            "payment.clearing-of-none",
            "The treasury has nothing to clear of it",
            "该凭证不经国库清算",
            "voucher {voucher} is paid through {channel}, which the treasury does not clear",
            "凭证 {voucher} 支付渠道为 {channel}, 不经国库清算");

    static final Reason OVER_PAID = differing(
            "payment.refund-over-paid",
            "More comes back than was paid",
            "退回金额大于可退金额",
            "{given} is said to have come back of voucher {voucher}; at most {allowed} can",
            "凭证 {voucher} 退回 {given}, 可退 {allowed}");

    static final Reason BEFORE_PAYMENT = new Reason(
            "payment.refund-before-payment",
            "The refund is dated before the year of its payment",
            "退回日期早于支付年度",
            "voucher {voucher} was paid in {year}; {on} is in an earlier year",
            "凭证 {voucher} 属 {year} 年度; {on} 早于该年度",
            Source.own("nothing comes back before it is paid"));

    static final Reason WHICH_REQUEST = differing(
            "payment.refund-request-unknown",
            "It is not told for which request money came back",
            "未指明退回的支付申请",
            "{given} comes back of voucher {voucher} for request {request}; its requests are {allowed}",
            "凭证 {voucher} 退回 {given}, 支付申请 {request}; 凭证的支付申请: {allowed}");

    static final Reason WHICH_ALLOTMENT = differing(
            "payment.refund-allotment-unknown",
            "Nothing of the payment is charged to the allotment",
            "退回的指标与支付不符",
            "{given} comes back of voucher {voucher} to allotment {allotment}; it is charged to {allowed}",
            "凭证 {voucher} 退回 {given} 至指标 {allotment}; 凭证列支指标: {allowed}");

    /** Those of notices. */
    static final Reasons NOTICES = Reasons.of(
            WAITING,
            AMOUNT_DIFFERS,
            PAYEE_DIFFERS,
            CONTENT_DIFFERS,
            PAID_OUTSIDE_YEAR,
            PAID_BEFORE_ORDER,
            RECEIPT_DIFFERS,
            REFUND_DIFFERS,
            FOR_VOIDED,
            NOTICE_FOR_VOIDED,
            TWICE,
            REJECTED_AFTER_PAID,
            CLEARING_DIFFERS,
            CLEARED_TWICE,
            NOT_CLEARED,
            OVER_PAID,
            BEFORE_PAYMENT,
            WHICH_REQUEST,
            WHICH_ALLOTMENT);

    /** What payments are limited by. */
    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(
            limit(
                    new Reason(
                            "payment.over-allotment",
                            "The allotment does not have as much available",
                            "超指标支付",
                            "allotment {allotment} has {available} available ({formula}); {asked} is asked, {short-by} too much",
                            "指标 {allotment} 可用余额 {available} ({formula}); 申请 {asked}, 超出 {short-by}",
                            Source.certain("《预算法实施条例》 (2020) art. 57; 财库〔2022〕5号 art. 4")),
                    ImmutableList.of(plus(AllotmentMeasure.AVAILABLE), minus(ProcurementMeasure.RESERVED)),
                    AllotmentMeasure.AVAILABLE.by()),
            limit(
                    new Reason(
                            "payment.over-refundable",
                            "More comes back than was paid",
                            "退回金额大于可退金额",
                            "of payment {payment} {available} can come back; {asked} is {short-by} too much",
                            "支付 {payment} 可退 {available}; 退回 {asked}, 超出 {short-by}",
                            Source.own("a refund does not exceed what was paid and has not come back")),
                    ImmutableList.of(plus(PaymentMeasure.REFUNDABLE)),
                    PaymentMeasure.REFUNDABLE.by()),
            limit(
                    new Reason(
                            "payment.over-bank-balance",
                            "The agency's bank balance does not cover it",
                            "单位银行存款余额不足",
                            "the bank balance of agency {agency} less what is applied for is {available} ({formula}); {asked} is asked, {short-by} too much",
                            "单位 {agency} 银行存款余额减已申请未支付后为 {available} ({formula}); 申请 {asked}, 超出 {short-by}",
                            Source.certain(
                                    "财库〔2022〕5号 art. 4: payments are made within the balance of cash and account")),
                    ImmutableList.of(plus(PaymentMeasure.BANK_BALANCE), minus(PaymentMeasure.AGENCY_FUNDS_ORDERED)),
                    PaymentMeasure.BANK_BALANCE.by()),
            settable(
                    new Reason(
                            "payment.over-treasury-balance",
                            "The treasury does not have it",
                            "超库款余额",
                            "{available} stands in the treasury of {division} ({formula}); {asked} is to leave it, {short-by} too much",
                            "{division} 国库存款余额 {available} ({formula}); 拟支出 {asked}, 超出 {short-by}",
                            Source.uncertain(
                                    "《预算法实施条例》 (2020) art. 66: the treasury pays what finance instructs; whether the books are held to its balance differs by place")),
                    PaymentMeasure.TREASURY_BALANCE),
            settable(
                    new Reason(
                            "payment.over-special-account",
                            "The special accounts do not have it",
                            "超财政专户存款余额",
                            "{available} stands on the special accounts of {division} ({formula}); {asked} is to leave them, {short-by} too much",
                            "{division} 财政专户存款余额 {available} ({formula}); 拟支出 {asked}, 超出 {short-by}",
                            Source.uncertain(
                                    "财政专户管理资金以收定支: money is paid out of what came in; whether the books are held to it differs by place")),
                    PaymentMeasure.SPECIAL_ACCOUNT_BALANCE));

    private PaymentReasons() {}

    /** Why the bank did not do what a voucher orders, whatever the voucher's state. */
    static Optional<Refusal> contradiction(BankReceipt receipt, PaymentVoucher voucher) {
        VoucherTerms terms = voucher.terms();
        long paid = Fen.of(receipt.amount());
        if (paid != terms.fen()) {
            return Optional.of(refusal(AMOUNT_DIFFERS, voucher, amounts(paid, terms.fen())));
        }
        Optional<Refusal> ofAnother = receipt.content().flatMap(told -> ofAnother(told, voucher));
        if (ofAnother.isPresent()) {
            return ofAnother;
        }
        String account = receipt.payee().account();
        String ordered = terms.payee().account();
        if (!account.equals(ordered)) {
            Facts facts =
                    Facts.of("given", Fact.text(account)).and(Refusal.ALLOWED, Fact.texts(ImmutableList.of(ordered)));
            return Optional.of(refusal(PAYEE_DIFFERS, voucher, facts));
        }
        Facts given = Facts.of("given", Fact.day(receipt.paidOn()));
        if (receipt.paidOn().getYear() != terms.fiscalYear()) {
            return Optional.of(refusal(PAID_OUTSIDE_YEAR, voucher, given.and("year", Fact.count(terms.fiscalYear()))));
        }
        return receipt.paidOn().isBefore(terms.date())
                ? Optional.of(refusal(PAID_BEFORE_ORDER, voucher, given.and(Refusal.ALLOWED, Fact.day(terms.date()))))
                : Optional.empty();
    }

    /** What contradicts a receipt that came before under the same number. */
    static Refusal differs(BankReceipt receipt, VoucherTerms.Receipt before, PaymentVoucher voucher) {
        Facts facts = Facts.of("serial", Fact.text(receipt.serial()))
                .and("given", Fact.text(described(receipt.receipt())))
                .and(Refusal.ALLOWED, Fact.text(described(before)));
        return contradiction(receipt, voucher).orElseGet(() -> refusal(RECEIPT_DIFFERS, voucher, facts));
    }

    private static String described(VoucherTerms.Receipt receipt) {
        return receipt.paidOn() + " " + receipt.payee().name() + " "
                + receipt.payee().bank();
    }

    /** A voucher that the treasury has nothing to clear of. */
    static Refusal notCleared(PaymentVoucher voucher) {
        return refusal(
                NOT_CLEARED,
                voucher,
                Facts.of("channel", Fact.text(voucher.terms().channel().name())));
    }

    /** Whether the bank had the order as it stands on the voucher; a digest that nobody here can make is no proof of that. */
    private static Optional<Refusal> ofAnother(ContentDigest told, PaymentVoucher voucher) {
        SignedContent content = voucher.content();
        return switch (told.match(content.bytes())) {
            case SAME -> Optional.empty();
            case OTHER ->
                Optional.of(ofAnother(
                        told,
                        voucher,
                        ContentDigest.of(told.algorithm(), content.bytes()).toString()));
            case NOT_OFFERED -> Optional.of(ofAnother(told, voucher, content.form()));
        };
    }

    private static Refusal ofAnother(ContentDigest told, PaymentVoucher voucher, String allowed) {
        Facts facts = Facts.of("given", Fact.text(told.toString()))
                .and(Refusal.ALLOWED, Fact.texts(ImmutableList.of(allowed)));
        return refusal(CONTENT_DIFFERS, voucher, facts);
    }

    /** Several requests are named by a refund, or none that the voucher pays. */
    static Refusal whichRequest(RefundNotice told, PaymentVoucher voucher) {
        return refusal(
                WHICH_REQUEST,
                voucher,
                Facts.of("given", Fact.amount(told.fen()))
                        .and("request", Fact.text(told.request().map(Id::value).orElse("-")))
                        .and(Refusal.ALLOWED, Fact.texts(lines(voucher, line -> line.request()))));
    }

    /** A refund names a request that the voucher does not pay, or else an allotment of which it does not pay it. */
    static Refusal whichPart(RefundNotice told, PaymentVoucher voucher) {
        boolean isPaid = told.request()
                .map(request -> voucher.terms().lines().stream()
                        .anyMatch(line -> line.request().equals(request)))
                .orElse(true);
        return isPaid
                ? refusal(
                        WHICH_ALLOTMENT,
                        voucher,
                        Facts.of("given", Fact.amount(told.fen()))
                                .and(
                                        "allotment",
                                        Fact.text(
                                                told.allotment().map(Id::value).orElse("-")))
                                .and(Refusal.ALLOWED, Fact.texts(lines(voucher, line -> line.allotment()))))
                : whichRequest(told, voucher);
    }

    private static ImmutableSet<String> lines(PaymentVoucher voucher, Function<VoucherTerms.Line, Id<?>> of) {
        return voucher.terms().parts().stream()
                .map(part -> of.apply(part.line()).value())
                .collect(ImmutableSet.toImmutableSet());
    }

    static Facts amounts(long given, long allowed) {
        return Facts.of("given", Fact.amount(given)).and(Refusal.ALLOWED, Fact.amount(allowed));
    }

    static Refusal refusal(Reason reason, PaymentVoucher voucher, Facts facts) {
        return Refusal.of(reason, facts.and("voucher", Fact.text(voucher.id().value())));
    }

    private static Reason differing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }

    private static LimitRule.Term plus(Measure measure) {
        return new LimitRule.Term(1, measure.code());
    }

    private static LimitRule.Term minus(Measure measure) {
        return new LimitRule.Term(-1, measure.code());
    }

    private static LimitRule limit(Reason reason, ImmutableList<LimitRule.Term> terms, ImmutableList<Dimension> by) {
        return new LimitRule(reason, terms, by, Span.CUMULATIVE, ImmutableSet.of(Severity.HARD), Severity.HARD);
    }

    /** What a place may hold its books to: nationally off. */
    private static LimitRule settable(Reason reason, PaymentMeasure measure) {
        return new LimitRule(
                reason,
                ImmutableList.of(plus(measure)),
                measure.by(),
                Span.CUMULATIVE,
                ImmutableSet.copyOf(Severity.values()),
                Severity.OFF);
    }
}
