package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.budget.BudgetMeasure;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Span;

/** The nation's limits on what allotments take. That on what is available is the one on payments. */
final class AllotmentLimits {
    /** Released is never more than approved. */
    private static final LimitRule OVER_LINE = hard(
            BudgetMeasure.UNRELEASED,
            new Reason(
                    "budget.over-line",
                    "More than the budget line has left",
                    "超过可下达预算",
                    "budget line {line} has {available} left to release ({formula}), asked {asked}, short by {short-by}",
                    "预算 {line} 可下达 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.certain("财办〔2020〕13号; 预算指标核算管理办法: 支出预算余额控制支出指标")));

    /** What is split off an allotment is never more than it has. */
    private static final LimitRule OVER_PARENT = hard(
            AllotmentMeasure.PENDING,
            new Reason(
                    "allotment.over-parent",
                    "More than is left to distribute",
                    "超过待分指标余额",
                    "allotment {allotment} has {available} left to distribute ({formula}), asked {asked}, short by {short-by}",
                    "指标 {allotment} 待分余额 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.certain("预算指标核算管理办法: 指标分解不得超过来源指标余额")));

    /** Released from freezing is never more than is frozen. */
    private static final LimitRule OVER_FROZEN = hard(
            AllotmentMeasure.FROZEN,
            new Reason(
                    "allotment.over-frozen",
                    "More than is frozen",
                    "超过冻结金额",
                    "allotment {allotment} has {available} frozen ({formula}), asked {asked}, short by {short-by}",
                    "指标 {allotment} 已冻结 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.own("no balance of an allotment falls below zero")));

    static final ImmutableList<LimitRule> NATIONAL = ImmutableList.of(OVER_LINE, OVER_PARENT, OVER_FROZEN);

    private AllotmentLimits() {}

    private static LimitRule hard(Measure measure, Reason reason) {
        return new LimitRule(
                reason,
                ImmutableList.of(new LimitRule.Term(1, measure.code())),
                measure.by(),
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }
}
