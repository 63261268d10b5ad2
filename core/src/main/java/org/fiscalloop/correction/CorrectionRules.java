package org.fiscalloop.correction;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of corrections in force: the table of their life, who reviews, how severe each control is, and their limit. */
@Value.Immutable
public interface CorrectionRules {
    /** The table of a correction's life. */
    @Value.Default
    default Lifecycle<CorrectionState, CorrectionAction> lifecycle() {
        return CorrectionLifecycle.NATIONAL;
    }

    /** The posts through which a correction passes: nationally one inside the agency, then the payment centre of finance. */
    @Value.Default
    default ReviewChains reviews() {
        return CorrectionLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What corrections are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return CorrectionControls.LIMITS;
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<CorrectionAction, CorrectionCase> controls() {
        return CorrectionControls.NATIONAL.withSeverities(severities());
    }
}
