package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** The limits on lists and their details. */
final class PayeesLimits {
    /** One live request at a time: a second one finds nothing free, and neither does who gives the list up. */
    private static final LimitRule NAMED = limit(
            new Reason(
                    "payees.list-named",
                    "A request names the list already",
                    "明细清单已被支付申请引用",
                    "of payee list {document} {available} is named by no request; {asked} is asked, {short-by} too much",
                    "明细清单 {document} 未被引用金额 {available}; 申请 {asked}, 超出 {short-by}",
                    Source.own("a list is paid once: one live request names it")),
            PayeesMeasure.FREE);

    private static final LimitRule OVER_LIST = limit(
            new Reason(
                    "payees.over-list",
                    "More comes back than was paid of the list",
                    "退回金额大于明细清单已支付金额",
                    "of payee list {document} {available} is paid and has not come back; {asked} is {short-by} too much",
                    "明细清单 {document} 已支付未退回 {available}; 退回 {asked}, 超出 {short-by}",
                    Source.own("no more of a list comes back than was paid of it")),
            PayeesMeasure.PAID);

    private static final LimitRule OVER_RETURNED = limit(
            new Reason(
                    "payees.over-returned",
                    "More is paid again than came back",
                    "再次支付金额大于退回金额",
                    "of detail {document} {available} has come back and is not paid again; {asked} is {short-by} too much",
                    "明细 {document} 退回未再付 {available}; 再付 {asked}, 超出 {short-by}",
                    Source.certain("财库〔2022〕5号: what came back passively is paid again, not more")),
            PayeesMeasure.REPAYABLE);

    static final ImmutableList<LimitRule> NATIONAL = ImmutableList.of(NAMED, OVER_LIST, OVER_RETURNED);

    static final Reasons REASONS = Reasons.of(NAMED.reason(), OVER_LIST.reason(), OVER_RETURNED.reason());

    private PayeesLimits() {}

    private static LimitRule limit(Reason reason, PayeesMeasure measure) {
        return new LimitRule(
                reason,
                ImmutableList.of(new LimitRule.Term(1, measure.code())),
                ImmutableList.of(Dimensions.DOCUMENT),
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }
}
