package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** The limits on and of cash plans: off, unless the rules say that plans control payments. */
final class CashPlanLimits {
    /** Neither a payment nor a reduction takes more than is left. */
    private static final LimitRule OVER_PLAN = new LimitRule(
            new Reason(
                    "cash-plan.over-plan",
                    "More than is left of the cash plan",
                    "超用款计划",
                    "of the plans of allotment {allotment} for month {plan-month} {available} is left;"
                            + " asked {asked}, short by {short-by}",
                    "指标 {allotment} {plan-month} 月用款计划可用 {available}; 申请 {asked}, 不足 {short-by}",
                    Source.certain("《预算法实施条例》 (2020) art. 57: 不得无用款计划、超用款计划拨款")),
            ImmutableList.of(new LimitRule.Term(1, CashPlanMeasure.LEFT.code())),
            ImmutableList.of(Dimensions.ALLOTMENT, Dimensions.PLAN_MONTH),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.OFF, Severity.HARD),
            Severity.HARD);

    /**
     * What is left of all months' plans is never more than what the allotment has left, frozen or not. A payment lowers both
     * alike, so all that was ever planned is never more than the allotment less what was reduced.
     */
    private static final LimitRule OVER_ALLOTMENT = new LimitRule(
            new Reason(
                    "cash-plan.over-allotment",
                    "The plans come to more than the allotment",
                    "用款计划超过指标额度",
                    "allotment {allotment} has {available} left to plan ({formula}), asked {asked}, short by {short-by}",
                    "指标 {allotment} 可编计划 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.certain("用款计划 is made within the allotment: 累计计划不得超过指标可用额度")),
            ImmutableList.of(
                    new LimitRule.Term(1, AllotmentMeasure.AVAILABLE.code()),
                    new LimitRule.Term(1, AllotmentMeasure.FROZEN.code()),
                    new LimitRule.Term(-1, CashPlanMeasure.LEFT.code())),
            ImmutableList.of(Dimensions.ALLOTMENT),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.OFF, Severity.HARD),
            Severity.HARD);

    static final ImmutableList<LimitRule> NATIONAL = ImmutableList.of(OVER_PLAN, OVER_ALLOTMENT);

    static final Reasons REASONS = Reasons.of(OVER_PLAN.reason(), OVER_ALLOTMENT.reason());

    private CashPlanLimits() {}
}
