package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of the budget in force: the table of a line's life, who reviews, how severe each control is, and limits. */
@Value.Immutable
public interface BudgetRules {
    /** The table of a line's life. */
    @Value.Default
    default Lifecycle<BudgetState, BudgetAction> lifecycle() {
        return BudgetLifecycle.NATIONAL;
    }

    /** The posts through which the review passes; nationally one, of finance. */
    @Value.Default
    default ReviewChains reviews() {
        return BudgetLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** The limits that budget lines lower balances against. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return ImmutableList.of(BudgetLimits.OVER_RESERVE);
    }

    /** The funds (资金性质) that are borrowed, each with all below it: bonds of both kinds. */
    @Value.Default
    default ImmutableSet<String> borrowedFunds() {
        return ImmutableSet.of("112", "122");
    }

    /**
     * The government economic codes (政府支出经济分类), each with all below it, for which borrowed money may be spent: capital
     * expenditure (资本性支出), and the repayment of principal by bonds that refinance.
     *
     * <p>Source: 《预算法》 art. 35: only for 公益性资本支出, not for 经常性支出; which codes are capital follows their names.
     */
    @Value.Default
    default ImmutableSet<String> capitalClasses() {
        return ImmutableSet.of("503", "504", "506", "508", "512");
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<BudgetAction, BudgetCase> controls() {
        return BudgetControls.NATIONAL.withSeverities(severities());
    }
}
