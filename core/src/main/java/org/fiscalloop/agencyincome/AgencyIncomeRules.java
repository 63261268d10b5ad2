package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of an agency's own income in force: the table of its life, severities, limits, and which rates of tax there are. */
@Value.Immutable
public interface AgencyIncomeRules {
    /** The table of an arrival's life. */
    @Value.Default
    default Lifecycle<AgencyIncomeState, AgencyIncomeAction> lifecycle() {
        return AgencyIncomeLifecycle.NATIONAL;
    }

    /** The posts of its review phases; nationally there are none. */
    @Value.Default
    default ReviewChains reviews() {
        return ReviewChains.ONE_POST_EACH;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What settling is limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return ImmutableList.of(AgencyIncomeControls.OVER_CLAIM);
    }

    /**
     * The rates of value-added tax (增值税税率、征收率), of ten thousand; 0 where there is no tax.
     *
     * <p>Uncertain: the rates of the law in force, and the reduced levy of small taxpayers, which is policy of a year.
     */
    @Value.Default
    default ImmutableSet<String> taxRates() {
        return ImmutableSet.of("0", "100", "300", "500", "600", "900", "1300");
    }

    /** The controls of claims with the severities in force. */
    @Value.Derived
    default ControlTable<AgencyIncomeAction, AgencyIncomeControls.Claiming> claimControls() {
        return AgencyIncomeControls.CLAIMS.withSeverities(of(AgencyIncomeControls.CLAIMS.reasons()));
    }

    /** The controls of settlements with the severities in force. */
    @Value.Derived
    default ControlTable<AgencyIncomeAction, AgencyIncomeControls.Settling> settlementControls() {
        return AgencyIncomeControls.SETTLEMENTS.withSeverities(of(AgencyIncomeControls.SETTLEMENTS.reasons()));
    }

    /** A severity must be that of a control. */
    @Value.Check
    default void check() {
        ImmutableSet<String> codes = Sets.union(
                        AgencyIncomeControls.CLAIMS.reasons().byCode().keySet(),
                        AgencyIncomeControls.SETTLEMENTS.reasons().byCode().keySet())
                .immutableCopy();
        if (!codes.containsAll(severities().keySet())) {
            throw new IllegalArgumentException(
                    "no control has the code " + Sets.difference(severities().keySet(), codes));
        }
    }

    private ImmutableMap<String, Severity> of(Reasons reasons) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(severities(), code -> reasons.find(code).isPresent()));
    }
}
