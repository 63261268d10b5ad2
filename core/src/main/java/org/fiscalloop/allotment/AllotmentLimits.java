package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.budget.BudgetMeasure;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** The nation's limits on what allotments take. That on what is available is the one on payments. */
final class AllotmentLimits {
    /** 未支出: of a budget line what is proposed, to be released and on its allotments; only a limit asks for it. */
    private static final String UNSPENT = "allotment.line-unspent";

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

    private static final Source BEFORE_APPROVAL = Source.certain("《预算法》 art. 54: 各级预算草案在本级人民代表大会批准前, 可以安排的支出; 预拨核销");

    /** Offset or given back is never more than was issued before the budget. */
    private static final LimitRule OVER_PRE_ISSUED = hard(
            AllotmentMeasure.PRE_ISSUED,
            new Reason(
                    "allotment.over-pre-issued",
                    "More than was issued before the budget and is to be offset",
                    "超过预拨待核销金额",
                    "of allotment {allotment} {available} is still to be offset ({formula}), asked {asked}, short by {short-by}",
                    "指标 {allotment} 预拨待核销 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    BEFORE_APPROVAL));

    /** No more is issued before its appropriation than a line proposes. */
    private static final LimitRule OVER_PROPOSED = hard(
                    new Reason(
                            "allotment.over-proposed",
                            "More is issued before its appropriation than the line has",
                            "预拨金额超过预算",
                            "of budget line {line} {available} may be issued before its appropriation ({formula}), asked {asked},"
                                    + " short by {short-by}",
                            "预算 {line} 可预拨 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                            BEFORE_APPROVAL),
                    ImmutableList.of(Dimensions.LINE),
                    plus(AllotmentMeasure.LINE_BUDGETED.code()),
                    minus(AllotmentMeasure.LINE_PRE_ISSUED.code()))
            .where(AllotmentMeasure.LINE_PRE_ISSUED);

    /**
     * What was issued before its appropriation and is not yet offset is not spent again. Where nothing was, at which level
     * spending is limited is for the rulebook to say.
     */
    private static final LimitRule OVER_UNSPENT = hard(
                    new Reason(
                            "allotment.over-unspent",
                            "More than is unspent of the budget line",
                            "超过预算未支出金额",
                            "budget line {line} has {available} unspent, less what is still to be offset ({formula}), asked {asked},"
                                    + " short by {short-by}: offset what was issued before the budget, or ask for less",
                            "预算 {line} 未支出金额扣除预拨待核销后为 {available} ({formula}), 申请 {asked}, 不足 {short-by}: 请先核销预拨指标",
                            Source.certain("《预算法》 art. 13: 各级政府、各部门、各单位的支出必须以经批准的预算为依据")),
                    ImmutableList.of(Dimensions.LINE),
                    plus(UNSPENT),
                    minus(AllotmentMeasure.LINE_PRE_ISSUED.code()))
            .where(AllotmentMeasure.LINE_PRE_ISSUED);

    static final ImmutableList<LimitRule> NATIONAL =
            ImmutableList.of(OVER_LINE, OVER_PARENT, OVER_FROZEN, OVER_PRE_ISSUED, OVER_PROPOSED, OVER_UNSPENT);

    private AllotmentLimits() {}

    private static LimitRule hard(Measure measure, Reason reason) {
        return hard(reason, measure.by(), plus(measure.code()));
    }

    private static LimitRule hard(Reason reason, ImmutableList<Dimension> by, LimitRule.Term... terms) {
        return new LimitRule(
                reason,
                ImmutableList.copyOf(terms),
                by,
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }

    private static LimitRule.Term plus(String measure) {
        return new LimitRule.Term(1, measure);
    }

    private static LimitRule.Term minus(String measure) {
        return new LimitRule.Term(-1, measure);
    }
}
