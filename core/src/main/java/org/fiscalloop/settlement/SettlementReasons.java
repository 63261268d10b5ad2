package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.LimitRule.Term;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.payment.PaymentMeasure;

/** Why what is told of money between levels waits or is listed, the limits, and the nation's posts of review. */
final class SettlementReasons {
    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason WAITING = listing(
            "settlement.waiting",
            "The notice waits for its order",
            "通知等待单据",
            "{document} is {state}; the notice is booked when it is {allowed}",
            "{document} 处于 {state}; 待其为 {allowed} 时记账");

    static final Reason VOIDED = listing(
            "settlement.voided",
            "The order was given up",
            "资金调拨单已作废",
            "the money {document} was given up; {given} is told of it",
            "资金调拨单 {document} 已作废; 通知金额 {given}");

    static final Reason PAID_OTHERWISE = listing(
            "settlement.paid-otherwise",
            "Not what was ordered was paid",
            "拨出金额与审批金额不符",
            "of {document} {given} was paid; ordered is {allowed}",
            "{document} 拨出 {given}; 审批 {allowed}");

    static final Reason TOLD_OTHERWISE = listing(
            "settlement.told-otherwise",
            "It is recorded already, with other content",
            "已登记, 内容不同",
            "{document} of {given} is told; it is recorded with {allowed}, or differs otherwise",
            "{document} 通知金额 {given}, 已登记金额 {allowed}, 或其他内容不同");

    static final Reason OTHER_SENDER = listing(
            "settlement.other-sender",
            "It is told by another division than that it is about",
            "通知来源与单据不符",
            "{sender} tells about {document}, which is between this division and {allowed}",
            "{sender} 通知 {document}; 该单据的对方区划为 {allowed}");

    static final Reason NOT_FOR_HERE = listing(
            "settlement.not-for-here",
            "It is for another division",
            "接收方财政区划不符",
            "{document} is for {given}, the notice came to {allowed}",
            "{document} 的接收方为 {given}; 通知送达 {allowed}");

    static final Reason SENDER_NOT_OF_LEVEL = listing(
            "settlement.sender-not-of-level",
            "The sender does not stand where this comes from",
            "发送方级次不符",
            "{document} comes from {sender}; what is {kind} comes from a division {allowed} this one",
            "{document} 来自 {sender}; {kind} 须来自本区划的 {allowed} 区划");

    static final Reason UNKNOWN = listing(
            "settlement.unknown",
            "There is no such money or settlement",
            "单据不存在",
            "{document}, which {sender} tells about, is not known here",
            "{sender} 通知的 {document} 不存在");

    static final Reason NOT_BY_ITSELF = new Reason(
            "settlement.not-by-itself",
            "It happens by notice",
            "由通知办理",
            "{action} of {document} happens by notice of the treasury or of the other division",
            "{document} 的 {action} 由国库或对方区划的通知办理, 不得直接操作",
            Source.own("what has happened elsewhere comes by notice"));

    static final Reasons ALL = Reasons.of(
            NOT_BY_ITSELF,
            WAITING,
            VOIDED,
            PAID_OTHERWISE,
            TOLD_OTHERWISE,
            OTHER_SENDER,
            NOT_FOR_HERE,
            SENDER_NOT_OF_LEVEL,
            UNKNOWN);

    /** Whoever orders finds it in the treasury; what the bank tells later is booked, whatever is left. */
    private static final LimitRule OVER_CASH = new LimitRule(
                    new Reason(
                            "settlement.over-cash",
                            "More is to be sent than the treasury has",
                            "调拨超过国库存款",
                            "the treasury of {division} has {available} that is not ordered ({formula}); asked is {asked}, short"
                                    + " by {short-by}",
                            "{division} 国库存款可用 {available} ({formula}); 申请 {asked}, 不足 {short-by}",
                            SettlementRules.CASH),
                    ImmutableList.of(
                            new Term(1, PaymentMeasure.TREASURY_BALANCE.code()),
                            new Term(-1, SettlementMeasure.ORDERED.code())),
                    SettlementMeasure.ORDERED.by(),
                    Span.CUMULATIVE,
                    ImmutableSet.of(Severity.WARN, Severity.HARD),
                    Severity.HARD)
            .where(SettlementMeasure.ASKED);

    /** More is settled than was sent: it is owed, and shown. */
    private static final LimitRule OVER_SENT = new LimitRule(
            new Reason(
                    "settlement.over-sent",
                    "More is settled than was sent",
                    "结算超过已调拨资金",
                    "between {division} and {document} {available} of fund {fund} is not settled ({formula}); asked is {asked},"
                            + " of which {short-by} is owed",
                    "{division} 与 {document} 资金性质 {fund} 未结算 {available} ({formula}); 结算 {asked}, 其中应补 {short-by}",
                    SettlementRules.OWED),
            ImmutableList.of(new Term(1, SettlementMeasure.UNSETTLED.code())),
            SettlementMeasure.UNSETTLED.by(),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.WARN, Severity.HARD),
            Severity.WARN);

    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(OVER_CASH, OVER_SENT);

    /** The nation's posts of review. */
    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            "cash-transfer.SUBMITTED",
            ReviewChain.of(new Post("approval", "资金调拨审批", SettlementDuty.APPROVAL)),
            "settlement.SUBMITTED",
            ReviewChain.of(new Post("approval", "年终结算审核", SettlementDuty.APPROVAL))));

    private SettlementReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }
}
