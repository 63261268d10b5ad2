package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/**
 * The rules of the end of a year in force: the closing rules in their order and the tables of the lives. All its controls are
 * statutory, so that none has a severity of its own.
 */
@Value.Immutable
public interface ClosingRules {
    /** The closing rules in the order in which they are applied. */
    @Value.Default
    default ImmutableList<ClosingRule> rules() {
        return NationalClosing.RULES;
    }

    /** The table of the life of a closing. */
    @Value.Default
    default Lifecycle<ClosingState, ClosingAction> yearLifecycle() {
        return ClosingLifecycle.YEAR;
    }

    /** The table of the life of an arrangement of the stabilisation fund. */
    @Value.Default
    default Lifecycle<ClosingState, ClosingAction> arrangementLifecycle() {
        return ClosingLifecycle.ARRANGEMENT;
    }

    /** The posts of its review phases; nationally there are none. */
    @Value.Default
    default ReviewChains reviews() {
        return ReviewChains.ONE_POST_EACH;
    }

    /** The controls of closing a year. */
    @Value.Derived
    default ControlTable<ClosingAction, ClosingCase> controls() {
        return ClosingControls.YEARS;
    }

    /** The controls of the stabilisation fund. */
    @Value.Derived
    default ControlTable<ClosingAction, ClosingControls.Arranging> arrangementControls() {
        return ClosingControls.ARRANGEMENTS;
    }
}
