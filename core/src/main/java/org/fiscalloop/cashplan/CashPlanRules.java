package org.fiscalloop.cashplan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of cash plans in force: whether there are any, the table of their life, who reviews, controls and limits. */
@Value.Immutable
public interface CashPlanRules {
    /** What controls a payment (支付控制方式). */
    enum PlanControl {
        /** 指标直接控制: the allotment alone; there are no cash plans. */
        NONE,
        /** 双控制: allotment and cash plan must both cover a payment. */
        PLAN_AND_INDICATOR
    }

    /** What controls payments of the year. Source: 指标直接控制 is the rule, places may keep plans beside it. */
    @Value.Default
    default PlanControl control() {
        return PlanControl.NONE;
    }

    /** The table of a plan's life. */
    @Value.Default
    default Lifecycle<CashPlanState, CashPlanAction> lifecycle() {
        return CashPlanLifecycle.NATIONAL;
    }

    /** The posts through which each of the three review phases passes. */
    @Value.Default
    default ReviewChains reviews() {
        return CashPlanLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What plans, and payments under them, are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return CashPlanLimits.NATIONAL;
    }

    /** Whether a payment needs a plan. */
    default boolean isControlled() {
        return control() == PlanControl.PLAN_AND_INDICATOR;
    }

    /** The limits with the severity in force: all off where no plans control payments, yet their balances are kept. */
    @Value.Derived
    default ImmutableList<LimitRule> limitsInForce() {
        return isControlled()
                ? limits()
                : limits().stream().map(CashPlanRules::off).collect(toImmutableList());
    }

    private static LimitRule off(LimitRule limit) {
        return new LimitRule(
                limit.reason(), limit.terms(), limit.dimensions(), limit.span(), limit.permitted(), Severity.OFF);
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<CashPlanAction, CashPlanCase> controls() {
        return CashPlanControls.NATIONAL.withSeverities(severities());
    }
}
