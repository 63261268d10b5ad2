package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.LimitRule.Term;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** Why what is told of a temporary payment waits or is listed, and the limits. */
final class TemporaryReasons {
    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason WAITING = listing(
            "temporary.waiting",
            "The notice waits for its payment",
            "通知等待单据",
            "{document} is {state}; the notice is booked when it is {allowed}",
            "{document} 处于 {state}; 待其为 {allowed} 时记账");

    static final Reason VOIDED = listing(
            "temporary.voided",
            "The payment was given up",
            "暂付款已作废",
            "temporary payment {document} was given up; {given} is told of it",
            "暂付款 {document} 已作废; 通知金额 {given}");

    static final Reason AMOUNT_DIFFERS = listing(
            "temporary.amount-differs",
            "Not what was approved was paid out",
            "拨付金额与批准金额不符",
            "of {document} {given} was paid out; approved is {allowed}",
            "{document} 拨付 {given}; 批准 {allowed}");

    static final Reason TOLD_OTHERWISE = listing(
            "temporary.told-otherwise",
            "It is recorded already, with other content",
            "已登记, 内容不同",
            "{document}: the notice says number {serial} of {on}; recorded is {allowed}",
            "{document} 通知编号 {serial} 日期 {on}; 已登记 {allowed}");

    static final Reason OVER_REPAID = listing(
            "temporary.over-repaid",
            "More comes back than is not cleared",
            "收回金额大于待清理金额",
            "of {document} {given} comes back; not cleared is {allowed}",
            "{document} 收回 {given}; 待清理 {allowed}");

    static final Reason NOTHING_BACK = listing(
            "temporary.repaid-not-positive",
            "Nothing comes back",
            "收回金额须大于零",
            "{given} is said to have come back of {document}, which is not above zero",
            "{document} 收回 {given} 须大于零");

    static final Reason BACK_TOO_EARLY = listing(
            "temporary.back-too-early",
            "It is dated before the payment was paid out",
            "日期早于拨付日",
            "{document}: {on} is before {since}, when it was paid out",
            "{document}: {on} 早于拨付日 {since}");

    static final Reason NOT_BY_ITSELF = new Reason(
            "temporary.not-by-itself",
            "It happens by notice or with a charge",
            "由通知或列支办理",
            "{action} of {document} happens by notice of the treasury, or as it is charged to an allotment",
            "{document} 的 {action} 由国库通知或列支办理, 不得直接操作",
            Source.own("what has happened elsewhere comes by notice, and what is charged names its allotment"));

    static final Reasons ALL = Reasons.of(
            NOT_BY_ITSELF, WAITING, VOIDED, AMOUNT_DIFFERS, TOLD_OTHERWISE, OVER_REPAID, NOTHING_BACK, BACK_TOO_EARLY);

    /** What is approved and out is within the ceiling, as long as there is one. */
    private static final LimitRule OVER_CEILING = new LimitRule(
                    new Reason(
                            "temporary.over-ceiling",
                            "More temporary payments than the ceiling",
                            "暂付款超上限",
                            "the ceiling of temporary payments of {division} has room for {available} ({formula}); asked is"
                                    + " {asked}, short by {short-by}",
                            "{division} 暂付款上限余量 {available} ({formula}); 申请 {asked}, 超出 {short-by}",
                            TemporaryRules.CEILING),
                    ImmutableList.of(
                            plus(TemporaryMeasure.CEILING),
                            plus(TemporaryMeasure.EXCESS),
                            minus(TemporaryMeasure.APPROVED),
                            minus(TemporaryMeasure.OUTSTANDING)),
                    ImmutableList.of(Dimensions.DIVISION),
                    Span.CUMULATIVE,
                    ImmutableSet.of(Severity.WARN, Severity.HARD),
                    Severity.HARD)
            .where(TemporaryMeasure.CEILING);

    /** No more is cleared of a payment than is left of it. */
    private static final LimitRule OVER_REST = new LimitRule(
            new Reason(
                    "temporary.over-rest",
                    "More than is not cleared of the payment",
                    "超过待清理金额",
                    "of temporary payment {document} {available} is not cleared ({formula}); asked is {asked}, short by"
                            + " {short-by}",
                    "暂付款 {document} 待清理 {available} ({formula}); 列支 {asked}, 超出 {short-by}",
                    Source.own("a yuan that was paid out is cleared once")),
            ImmutableList.of(plus(TemporaryMeasure.REST)),
            ImmutableList.of(Dimensions.DOCUMENT),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.HARD),
            Severity.HARD);

    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(OVER_CEILING, OVER_REST);

    private TemporaryReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }

    private static Term plus(TemporaryMeasure measure) {
        return new Term(1, measure.code());
    }

    private static Term minus(TemporaryMeasure measure) {
        return new Term(-1, measure.code());
    }
}
