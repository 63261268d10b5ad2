package org.fiscalloop.cashplan;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.YearControl;

/** The controls of a cash plan, each a small pure function with its code, and the actions they guard. */
final class CashPlanControls {
    private static final Source CHAIN = Source.own("a plan is of one allotment of the same owner");

    static final Control<CashPlanCase> NOT_USED = Control.statutory(
            new Reason(
                    "cash-plan.not-used",
                    "Payments of this year are not controlled by plans",
                    "本年度不实行用款计划控制",
                    "division {division} controls the payments of {year} by allotments alone",
                    "区划 {division} {year} 年度由指标直接控制支付",
                    Source.certain("财办〔2020〕13号: 项目预算指标直接控制资金支付; places may keep 双控制")),
            c -> c.facts().rules(CashPlanFlow.RULES).isControlled()
                    ? holds()
                    : violated(Facts.of("division", text(c.terms().division()))
                            .and("year", Fact.count(c.terms().fiscalYear()))));

    static final Control<CashPlanCase> NO_ALLOTMENT = Control.statutory(
            new Reason(
                    "cash-plan.no-allotment",
                    "There is no such allotment to be paid from",
                    "无可执行指标",
                    "allotment {allotment} is {state}, {flag}; a plan needs an issued one that may be paid from",
                    "指标 {allotment} 状态为 {state}, {flag}; 用款计划须有已下达的可执行指标",
                    Source.certain("《预算法》 art. 13; 用款计划 is made of allotments")),
            CashPlanControls::allotmentPayable);

    static final Control<CashPlanCase> OF_ANOTHER = Control.statutory(
            new Reason(
                    "cash-plan.allotment-of-another",
                    "The allotment belongs to another owner",
                    "指标不属于本单位本年度",
                    "{element} of the plan is {given}, that of allotment {allotment} is {allowed}",
                    "用款计划的 {element} 为 {given}, 指标 {allotment} 为 {allowed}",
                    CHAIN),
            CashPlanControls::sameOwner);

    static final Control<CashPlanCase> YEAR_OVER =
            YearControl.notOver("cash-plan", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<CashPlanCase> MONTH_OVER = Control.adjustable(
            new Reason(
                    "cash-plan.month-over",
                    "The month is over",
                    "计划月份已过",
                    "the plan is for the month of {given}; the first that can be planned is that of {allowed}",
                    "计划月份 {given}; 最早可编 {allowed} 所在月",
                    Source.uncertain("用款计划 is made before the month; places differ")),
            Severity.HARD,
            c -> c.isReduction() || !c.plannedMonth().isBefore(c.thisMonth())
                    ? holds()
                    : violated(Facts.of("given", day(c.plannedMonth())).and(Refusal.ALLOWED, day(c.thisMonth()))));

    static final Control<CashPlanCase> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "cash-plan.amount-not-positive",
                    "The amount is not above zero",
                    "计划金额须大于零",
                    "amount {asked} is not above zero",
                    "计划金额 {asked} 须大于零",
                    CHAIN),
            c -> c.amount() > 0 ? holds() : violated(Facts.of("asked", amount(c.amount()))));

    static final Control<CashPlanCase> OVER_ASKED = Control.statutory(
            new Reason(
                    "cash-plan.over-asked",
                    "More than is asked",
                    "审批金额大于申请金额",
                    "{given} is to be approved; {allowed} is asked",
                    "审批金额 {given}; 申请金额 {allowed}",
                    Source.certain("PAY_PLAN_VOUCHER: PLAN_AMT is approved of PLAN_APP_AMT")),
            CashPlanControls::withinAsked);

    private static final Controls<CashPlanCase> TO_FILL_IN =
            Controls.of(NOT_USED, NO_ALLOTMENT, OF_ANOTHER, YEAR_OVER, MONTH_OVER, AMOUNT_NOT_POSITIVE);

    static final ControlTable<CashPlanAction, CashPlanCase> NATIONAL =
            new ControlTable<>(ImmutableMap.<CashPlanAction, Controls<CashPlanCase>>builder()
                    .put(CashPlanAction.CREATE, TO_FILL_IN)
                    .put(CashPlanAction.CREATE_PROXY, TO_FILL_IN)
                    .put(CashPlanAction.CREATE_REDUCTION, TO_FILL_IN)
                    .put(CashPlanAction.REVISE, TO_FILL_IN)
                    .put(CashPlanAction.SUBMIT, TO_FILL_IN)
                    .put(CashPlanAction.ASSESS, Controls.of(AMOUNT_NOT_POSITIVE, OVER_ASKED))
                    .put(CashPlanAction.APPROVE, Controls.of(NOT_USED, NO_ALLOTMENT, YEAR_OVER))
                    .buildOrThrow());

    private CashPlanControls() {}

    /** What was planned may be taken back whatever has become of the allotment. */
    private static ImmutableList<ImmutableMap<String, Fact>> allotmentPayable(CashPlanCase c) {
        Optional<Allotment> allotment = c.allotment();
        if (allotment.isPresent() && (c.isReduction() || allotment.orElseThrow().isPayable())) {
            return holds();
        }
        String state = allotment.map(found -> found.state().name()).orElse("UNKNOWN");
        return violated(Facts.of("allotment", text(c.terms().allotment().value()))
                .and("state", text(state))
                .and(
                        "flag",
                        text(allotment.map(found -> found.terms().flag().name()).orElse("-"))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameOwner(CashPlanCase c) {
        Optional<Allotment> found = c.allotment();
        if (found.isEmpty()) {
            return holds();
        }
        Allotment allotment = found.orElseThrow();
        ImmutableList.Builder<ImmutableMap<String, Fact>> violations = ImmutableList.builder();
        ImmutableMap.of(
                        "division", allotment.division(),
                        "fiscal-year", Integer.toString(allotment.fiscalYear()),
                        "agency", allotment.agency())
                .forEach((element, allowed) -> {
                    String given = own(element, c.terms());
                    if (!given.equals(allowed)) {
                        violations.add(Facts.of("element", text(element))
                                .and("given", text(given))
                                .and("allotment", text(c.terms().allotment().value()))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed)))
                                .map());
                    }
                });
        return violations.build();
    }

    private static String own(String element, CashPlanTerms terms) {
        return switch (element) {
            case "division" -> terms.division();
            case "agency" -> terms.agency();
            default -> Integer.toString(terms.fiscalYear());
        };
    }

    private static ImmutableList<ImmutableMap<String, Fact>> withinAsked(CashPlanCase c) {
        long asked = Fen.of(c.terms().asked());
        return c.amount() <= asked
                ? holds()
                : violated(Facts.of("given", amount(c.amount())).and(Refusal.ALLOWED, amount(asked)));
    }
}
