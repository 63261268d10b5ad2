package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;

/** The rules of temporary payments in force: the tables of the lives, who reviews, how severe each control is, the limits, the ceiling. */
@Value.Immutable
public interface TemporaryRules {
    /** Where the ceiling comes from. */
    Source CEILING = Source.uncertain("finance watches 暂付款项余额 /（一般公共预算支出 + 政府性基金预算支出）; that it may be at most 5 % is"
            + " practice, its document is not confirmed");

    /**
     * How the ceiling of a year is worked out.
     *
     * @param perTenThousand how much may be out, of ten thousand of the expenditure; 0 to 10 000
     * @param base which expenditure
     * @param source where that comes from
     */
    record CeilingRule(int perTenThousand, ExpenditureBase base, Source source) {
        public CeilingRule {
            if (perTenThousand < 0 || perTenThousand > Fen.WHOLE) {
                throw new IllegalArgumentException(
                        "a ceiling is a part of ten thousand of the expenditure: " + perTenThousand);
            }
        }
    }

    /** The table of the life of a temporary payment. */
    @Value.Default
    default Lifecycle<TemporaryState, TemporaryAction> paymentLifecycle() {
        return TemporaryPayment.LIFECYCLE;
    }

    /** The table of the life of a ceiling. */
    @Value.Default
    default Lifecycle<TemporaryCeiling.State, TemporaryCeiling.Action> ceilingLifecycle() {
        return TemporaryCeiling.LIFECYCLE;
    }

    /** The posts through which the review of a payment passes; nationally one. */
    @Value.Default
    default ReviewChains reviews() {
        return TemporaryPayment.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What temporary payments are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return TemporaryReasons.LIMITS;
    }

    /**
     * How the ceiling is worked out. Nationally 5 % of what was spent in the year before: expenditure (支出) is what was
     * executed, as the column that finance watches has it, and of a year that is whole, so that the ceiling does not begin each
     * year at nothing.
     */
    @Value.Default
    default CeilingRule ceiling() {
        return new CeilingRule(500, ExpenditureBase.EXECUTED, CEILING);
    }

    /** The controls of payments with the severities in force. */
    @Value.Derived
    default ControlTable<TemporaryAction, TemporaryControls.OfPayment> paymentControls() {
        return TemporaryControls.NATIONAL.withSeverities(of(TemporaryControls.NATIONAL.reasons()));
    }

    /** The controls of charges with the severities in force. */
    @Value.Derived
    default ControlTable<TemporaryAction, ChargeControls.OfCharge> chargeControls() {
        return ChargeControls.NATIONAL.withSeverities(of(ChargeControls.NATIONAL.reasons()));
    }

    /** The controls of ceilings with the severities in force. */
    @Value.Derived
    default ControlTable<TemporaryCeiling.Action, CeilingControls.OfCeiling> ceilingControls() {
        return CeilingControls.CEILINGS.withSeverities(of(CeilingControls.CEILINGS.reasons()));
    }

    /** A severity must be that of a control. */
    @Value.Check
    default void check() {
        for (String code : severities().keySet()) {
            if (TemporaryFlow.CONTROLS.find(code).isEmpty()) {
                throw new IllegalArgumentException("no control of temporary payments has code " + code);
            }
        }
    }

    private ImmutableMap<String, Severity> of(Reasons reasons) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(severities(), code -> reasons.find(code).isPresent()));
    }
}
