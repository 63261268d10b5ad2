package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.ByPrefix.Row;
import org.immutables.value.Value;

/** The rules of debt in force: the tables of the lives, who reviews, how severe each control is, the limits, what funds mean. */
@Value.Immutable
public interface DebtRules {
    /** The table of the life of a debt. */
    @Value.Default
    default Lifecycle<DebtState, DebtAction> debtLifecycle() {
        return Debt.LIFECYCLE;
    }

    /** The table of the life of a limit. */
    @Value.Default
    default Lifecycle<DebtLimit.State, DebtLimit.Action> limitLifecycle() {
        return DebtLimit.LIFECYCLE;
    }

    /** The table of the life of an on-lending. */
    @Value.Default
    default Lifecycle<OnLending.State, OnLending.Action> lendingLifecycle() {
        return OnLending.LIFECYCLE;
    }

    /** The posts through which the review of a bond passes; nationally one. */
    @Value.Default
    default ReviewChains reviews() {
        return Debt.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What debts are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return DebtReasons.LIMITS;
    }

    /** Which funds (资金性质) are of which kind of debt; one without a row is of no debt. */
    @Value.Default
    default ByPrefix<DebtKind> funds() {
        Source source = Source.certain("资金性质 VD10001: 112 一般债券, 122 专项债券; 《预算法实施条例》 (2020) art. 44");
        return ByPrefix.of(ImmutableList.of(
                new Row<>("112", DebtKind.GENERAL, source), new Row<>("122", DebtKind.SPECIAL, source)));
    }

    /** The controls of bonds with the severities in force. */
    @Value.Derived
    default ControlTable<DebtAction, DebtControls.OfBond> bondControls() {
        return DebtControls.BONDS.withSeverities(severities());
    }

    /** The controls of limits; all are statutory. */
    @Value.Derived
    default ControlTable<DebtLimit.Action, DebtControls.OfLimit> limitControls() {
        return DebtControls.LIMITS;
    }

    /** The controls of on-lendings; all are statutory. */
    @Value.Derived
    default ControlTable<OnLending.Action, OnLending.Checks.OfLending> lendingControls() {
        return OnLending.Checks.TABLE;
    }
}
