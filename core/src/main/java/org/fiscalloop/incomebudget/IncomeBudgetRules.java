package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of the revenue budget in force: the table of a line's life, who reviews, how severe each control is, and limits. */
@Value.Immutable
public interface IncomeBudgetRules {
    /** The table of a line's life. */
    @Value.Default
    default Lifecycle<IncomeBudgetState, IncomeBudgetAction> lifecycle() {
        return IncomeBudgetLifecycle.NATIONAL;
    }

    /** The posts through which the review passes; nationally one, of the budget office. */
    @Value.Default
    default ReviewChains reviews() {
        return IncomeBudgetLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What a line is limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return ImmutableList.of(IncomeBudgetControls.BELOW_ZERO);
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<IncomeBudgetAction, IncomeBudgetControls.Budgeting> controls() {
        return IncomeBudgetControls.NATIONAL.withSeverities(severities());
    }
}
