package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<BudgetAction, BudgetCase> controls() {
        return BudgetControls.NATIONAL.withSeverities(severities());
    }
}
