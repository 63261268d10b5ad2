package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.budget.BudgetMeasure;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.LimitRule.Term;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** Why a plan, a contract or a payment of it is over a limit, and why what the platform tells waits or is listed. */
final class ProcurementReasons {
    /** 请对方更正后重发: the sender corrects and sends again. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 与对方核对: the parties compare their records. */
    static final String RECONCILE = "reconcile";

    /** 按废标处理: the procurement is declared failed, since nobody can pay what was offered. */
    static final String DECLARE_FAILED = "declare-failed";

    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason NOT_BY_ITSELF = new Reason(
            "procurement.not-by-itself",
            "This does not happen to the document by itself",
            "不可单独操作",
            "{action} of {document} happens only with its contract, or by notice of the platform",
            "{document} 的 {action} 只能随采购合同或采购平台通知发生",
            Source.own("how a procurement ended is told, and a plan is used by signing contracts on it"));

    static final Reason WAITING = new Reason(
            "procurement.plan-not-ready",
            "The plan is not in procurement yet",
            "采购计划尚未开展采购",
            "plan {plan} is {state}; what is told of it waits until it is {allowed}",
            "采购计划 {plan} 状态为 {state}; 待其为 {allowed} 时登记",
            Source.own("notices may arrive before what they are about"));

    static final Reason OUT_OF_PLACE = new Reason(
            "procurement.result-out-of-place",
            "The plan takes no such result any more",
            "采购计划状态与采购结果不符",
            "plan {plan} is {state}; result {number} is told of it",
            "采购计划 {plan} 状态为 {state}, 收到采购结果 {number}",
            OWN);

    static final Reason RESULT_DIFFERS = new Reason(
            "procurement.result-differs",
            "The result came before with another content",
            "采购结果与已登记的不符",
            "result {number} of plan {plan} says {given}; it was booked with {allowed}",
            "采购计划 {plan} 的采购结果 {number} 为 {given}, 已登记 {allowed}",
            OWN);

    static final Reason AWARD_OVER_PLAN = new Reason(
            "procurement.award-over-plan",
            "More is awarded than the plan has left",
            "中标金额超过采购预算",
            "award {number} of plan {plan} is {given}; the plan has {allowed} that is neither contracted nor awarded",
            "采购计划 {plan} 的中标通知书 {number} 金额 {given}, 采购预算余额 {allowed}",
            Source.certain(
                    "《政府采购法》 art. 36: where all offers exceed the budget and it cannot be paid, the procurement fails"));

    static final Reason AWARD_METHOD = new Reason(
            "procurement.award-method",
            "The method of the award is unknown",
            "采购方式不可用",
            "award {number} of plan {plan} is by method {given}; the methods are {allowed}",
            "采购计划 {plan} 的中标通知书 {number} 采购方式为 {given}; 可用: {allowed}",
            OWN);

    /** Those of notices and of acts that happen with another document. */
    static final Reasons NOTICES =
            Reasons.of(NOT_BY_ITSELF, WAITING, OUT_OF_PLACE, RESULT_DIFFERS, AWARD_OVER_PLAN, AWARD_METHOD);

    /** What plans, contracts and their payments are limited by. */
    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(
            limit(
                            new Reason(
                                    "procurement.over-budget",
                                    "More is planned than the budget line has",
                                    "采购计划超过采购预算",
                                    "budget line {line} has {available} left to plan ({formula}), asked {asked}, short by {short-by}",
                                    "预算 {line} 可编采购计划 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                                    Source.certain(
                                            "《政府采购法》 art. 6: procurement keeps strictly to the approved budget")),
                            ImmutableList.of(Dimensions.LINE),
                            new Term(1, BudgetMeasure.ARRANGED.code()),
                            new Term(1, BudgetMeasure.TRANSFERRED.code()),
                            new Term(1, BudgetMeasure.CARRIED.code()),
                            new Term(1, BudgetMeasure.VIRED.code()),
                            minus(ProcurementMeasure.PLAN_REST),
                            minus(ProcurementMeasure.PLAN_CONTRACTED))
                    .where(ProcurementMeasure.FILED),
            limit(
                    new Reason(
                            "procurement.over-plan",
                            "More is contracted than was planned",
                            "合同金额超过采购计划",
                            "plan {document} has {available} left to contract, asked {asked}, short by {short-by}",
                            "采购计划 {document} 可签约 {available}, 申请 {asked}, 不足 {short-by}",
                            Source.certain("《政府采购法实施条例》 art. 29: procurement is carried out by its plan")),
                    ImmutableList.of(Dimensions.DOCUMENT),
                    plus(ProcurementMeasure.PLAN_REST)),
            limit(
                    new Reason(
                            "procurement.over-contract",
                            "More is paid than the contract comes to",
                            "支付超过合同金额",
                            "contract {document} has {available} left to pay, asked {asked}, short by {short-by}",
                            "合同 {document} 未支付 {available}, 申请 {asked}, 不足 {short-by}",
                            Source.certain("《政府采购法》 art. 43, 50: a contract is paid as it was agreed")),
                    ImmutableList.of(Dimensions.DOCUMENT),
                    plus(ProcurementMeasure.REST)),
            limit(
                    new Reason(
                            "procurement.before-acceptance",
                            "More is paid than may be before acceptance",
                            "验收前支付超过约定金额",
                            "of contract {document} {available} may be paid as far as it is accepted, asked {asked}, short by {short-by}",
                            "合同 {document} 按验收情况可支付 {available}, 申请 {asked}, 不足 {short-by}",
                            Source.certain("《政府采购法》 art. 41, 《政府采购法实施条例》 art. 45: the last payment needs acceptance")),
                    ImmutableList.of(Dimensions.DOCUMENT),
                    plus(ProcurementMeasure.PAYABLE)),
            limit(
                    new Reason(
                            "procurement.over-reservation",
                            "More is paid than is reserved",
                            "支付超过合同占用指标",
                            "contract {document} keeps {available} of allotment {allotment}, asked {asked}, short by {short-by}",
                            "合同 {document} 占用指标 {allotment} {available}, 申请 {asked}, 不足 {short-by}",
                            Source.own("a payment of a contract draws on what is reserved for it")),
                    ImmutableList.of(Dimensions.ALLOTMENT, Dimensions.DOCUMENT),
                    plus(ProcurementMeasure.RESERVED)),
            limit(
                    new Reason(
                            "procurement.reserved-over-rest",
                            "More is reserved than is left to pay",
                            "占用指标超过合同未支付金额",
                            "contract {document} can keep {available} more of allotments ({formula}), asked {asked}, short by {short-by}",
                            "合同 {document} 可再占用指标 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                            Source.own("no allotment is kept for what will not be paid")),
                    ImmutableList.of(Dimensions.DOCUMENT),
                    plus(ProcurementMeasure.REST),
                    minus(ProcurementMeasure.RESERVED)));

    private ProcurementReasons() {}

    private static Term plus(ProcurementMeasure measure) {
        return new Term(1, measure.code());
    }

    private static Term minus(ProcurementMeasure measure) {
        return new Term(-1, measure.code());
    }

    private static LimitRule limit(Reason reason, ImmutableList<Dimension> by, Term... terms) {
        return new LimitRule(
                reason,
                ImmutableList.copyOf(terms),
                by,
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }
}
