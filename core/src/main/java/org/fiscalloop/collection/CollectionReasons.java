package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;

/** Why a refund is over a limit, and why what is told of bills and refunds waits or is listed. */
final class CollectionReasons {
    /** 请对方更正后重发: the sender corrects and sends again. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 与对方核对: the parties compare their records. */
    static final String RECONCILE = "reconcile";

    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");
    private static final Source EARLY = Source.own("notices may arrive before what they are about");

    static final Reason WAITING = new Reason(
            "collection.not-ready",
            "What it is about is not there yet",
            "单据尚未就绪",
            "{document} is {state}; what is told of it waits until it is {allowed}",
            "{document} 状态为 {state}; 待其为 {allowed} 时入账",
            EARLY);

    static final Reason OF_VOID = listing(
            "collection.of-void",
            "What is told is of a void document",
            "作废单据的通知",
            "{document} is void; {serial} says that {given} of it was moved",
            "{document} 已作废; {serial} 称金额 {given}");

    static final Reason AMOUNT_DIFFERS = listing(
            "collection.amount-differs",
            "Another amount was moved",
            "金额不符",
            "{serial} says {given} of {document}, which is {allowed}",
            "{serial} 称 {document} 金额 {given}, 应为 {allowed}");

    static final Reason LATE_FEE_DIFFERS = listing(
            "collection.late-fee-differs",
            "Being late costs another amount",
            "滞纳金不符",
            "{serial} says that being late cost {given} for {document}, paid on {on} and due on {due}; it costs {allowed}",
            "{serial} 称 {document} 滞纳金 {given}; {due} 到期, {on} 缴款, 应为 {allowed}");

    static final Reason TWICE = listing(
            "collection.told-twice",
            "It has happened already, otherwise",
            "重复通知, 内容不同",
            "{document} was moved by {allowed}; {given} says that it was moved again",
            "{document} 已由 {allowed} 办理; {given} 又称办理");

    static final Reason ACCOUNT_DIFFERS = listing(
            "collection.account-differs",
            "It went to another account",
            "收款账户不符",
            "{serial} says that {document} went to account {given}; it is for {allowed}",
            "{serial} 称 {document} 退至账户 {given}, 应为 {allowed}");

    static final Reason OUTSIDE_YEAR = listing(
            "collection.repaid-outside-year",
            "It went back in another year",
            "退付日期不在预算年度内",
            "{serial} says that {document} went back on {on}; it is of fiscal year {year}",
            "{serial} 称 {document} 于 {on} 退付; 其属 {year} 年度");

    static final Reason BEFORE = listing(
            "collection.moved-before",
            "It is said to have happened before its document",
            "日期早于单据",
            "{serial} says that {document} was moved on {on}; it is of {allowed}",
            "{serial} 称 {document} 于 {on} 办理; 单据日期 {allowed}");

    static final Reason NOT_BY_ITSELF = new Reason(
            "collection.not-by-itself",
            "This does not happen to the document by itself",
            "不可单独操作",
            "{action} of {document} happens only by notice of bank or treasury",
            "{document} 的 {action} 只能随银行或国库通知发生",
            Source.own("what banks and treasury do is told, not asked"));

    /** No more goes back of a bill than was paid. */
    static final LimitRule OVER_PAID = new LimitRule(
            new Reason(
                    "collection.over-paid",
                    "More would go back than was paid",
                    "退付金额超过已缴金额",
                    "of bill {document} {available} can go back ({formula}), asked {asked}, short by {short-by}",
                    "缴款书 {document} 可退 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.certain("《预算法》 art. 60; 《预算法实施条例》 art. 68: what goes back is what was paid in")),
            ImmutableList.of(new LimitRule.Term(1, CollectionMeasure.REFUNDABLE.code())),
            CollectionMeasure.REFUNDABLE.by(),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.HARD),
            Severity.HARD);

    static final Reasons ALL = Reasons.of(
            WAITING,
            OF_VOID,
            AMOUNT_DIFFERS,
            LATE_FEE_DIFFERS,
            TWICE,
            ACCOUNT_DIFFERS,
            OUTSIDE_YEAR,
            BEFORE,
            NOT_BY_ITSELF,
            OVER_PAID.reason());

    private CollectionReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }
}
