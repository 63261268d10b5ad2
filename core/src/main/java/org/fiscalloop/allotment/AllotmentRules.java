package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of allotments in force: the table of their life, who reviews, how severe each control is, and limits. */
@Value.Immutable
public interface AllotmentRules {
    /** The table of an allotment's life. */
    @Value.Default
    default Lifecycle<AllotmentState, AllotmentAction> lifecycle() {
        return AllotmentLifecycle.NATIONAL;
    }

    /** The posts through which the review passes; nationally one, of finance. */
    @Value.Default
    default ReviewChains reviews() {
        return AllotmentLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** The limits that allotments lower balances against. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return AllotmentLimits.NATIONAL;
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<AllotmentAction, AllotmentCase> controls() {
        return AllotmentControls.NATIONAL.withSeverities(severities());
    }
}
