package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** The limits on demands, and why what a bank tells of them waits or is listed. */
final class BankCollectionReasons {
    /** 请对方更正后重发: the bank corrects and raises it again. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 与对方核对: the parties compare their records. */
    static final String RECONCILE = "reconcile";

    static final Source AGREED =
            Source.certain("财库〔2022〕5号: 委托收款 follows an agreement of agency, supplier and bank (三方协议)");
    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason WAITING = new Reason(
            "bank-collection.waiting",
            "The agreement of the demand is not in force yet",
            "三方协议尚未生效",
            "agreement {agreement} is {state}; demand {demand} waits until it is {allowed}",
            "三方协议 {agreement} 状态为 {state}; 收款申请 {demand} 待其为 {allowed} 时登记",
            Source.own("notices may arrive before what they are about"));

    static final Reason OF_VOID = listing(
            "bank-collection.agreement-void",
            "The agreement of the demand is void",
            "三方协议已作废",
            "demand {demand} over {given} is raised under agreement {agreement}, which is void",
            "收款申请 {demand} 金额 {given}, 所依三方协议 {agreement} 已作废");

    static final Reason OUTSIDE = listing(
            "bank-collection.outside-agreement",
            "It is raised on a day that the agreement does not cover",
            "收款申请日期不在协议期内",
            "demand {demand} is raised on {on}; agreement {agreement} is from {from} to {to}",
            "收款申请 {demand} 日期 {on}; 三方协议 {agreement} 自 {from} 至 {to}");

    static final Reason DIFFERS = listing(
            "bank-collection.differs-from-agreement",
            "It differs from the agreement",
            "收款申请与协议不符",
            "{element} of demand {demand} is {given}, that of agreement {agreement} is {allowed}",
            "收款申请 {demand} 的 {element} 为 {given}, 三方协议 {agreement} 为 {allowed}");

    static final Reason NOT_POSITIVE = listing(
            "bank-collection.amount-not-positive",
            "It is not above zero",
            "收款申请金额须大于零",
            "demand {demand} is over {given}",
            "收款申请 {demand} 金额为 {given}");

    static final Reason OVER_CEILING = listing(
            "bank-collection.over-ceiling",
            "It is above the ceiling of the agreement",
            "收款申请金额大于协议限额",
            "demand {demand} is over {given}; agreement {agreement} allows {allowed} at once",
            "收款申请 {demand} 金额 {given}; 三方协议 {agreement} 单笔限额 {allowed}");

    static final Reason TOLD_OTHERWISE = listing(
            "bank-collection.told-otherwise",
            "It is raised already, otherwise",
            "收款申请已登记, 内容不同",
            "demand {demand} over {given} has been raised over {allowed}, or differs otherwise",
            "收款申请 {demand} 金额 {given}; 已登记金额 {allowed}, 或其他内容不同");

    static final Reason NOT_BY_ITSELF = new Reason(
            "bank-collection.not-by-itself",
            "This does not happen by itself",
            "不可单独操作",
            "{action} of {document} happens only by notice or with the payment that names it",
            "{document} 的 {action} 只能由通知或随支付发生",
            Source.own("a demand is raised by its bank, and paid and refunded with its payment"));

    private static final LimitRule NAMED = limit(
            new Reason(
                    "bank-collection.demand-named",
                    "A request names the demand already",
                    "收款申请已被支付申请引用",
                    "of demand {document} {available} is named by no request; {asked} is asked, {short-by} too much",
                    "收款申请 {document} 未被引用金额 {available}; 申请 {asked}, 超出 {short-by}",
                    Source.own("a demand is paid once: one live request names it")),
            BankCollectionMeasure.FREE);

    private static final LimitRule OVER_DEMAND = limit(
            new Reason(
                    "bank-collection.over-demand",
                    "More comes back than was paid of the demand",
                    "退回金额大于收款申请已付金额",
                    "of demand {document} {available} is paid and has not come back; {asked} is {short-by} too much",
                    "收款申请 {document} 已付未退 {available}; 退回 {asked}, 超出 {short-by}",
                    Source.own("no more of a demand comes back than was paid of it")),
            BankCollectionMeasure.PAID);

    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(NAMED, OVER_DEMAND);

    static final Reasons ALL = Reasons.of(
            NAMED.reason(),
            OVER_DEMAND.reason(),
            WAITING,
            OF_VOID,
            OUTSIDE,
            DIFFERS,
            NOT_POSITIVE,
            OVER_CEILING,
            TOLD_OTHERWISE,
            NOT_BY_ITSELF);

    private BankCollectionReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }

    private static LimitRule limit(Reason reason, BankCollectionMeasure measure) {
        return new LimitRule(
                reason,
                ImmutableList.of(new LimitRule.Term(1, measure.code())),
                ImmutableList.of(Dimensions.DOCUMENT),
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }
}
