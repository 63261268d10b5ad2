package org.fiscalloop.closing;

import org.fiscalloop.lifecycle.Lifecycle;

/** The nation's tables of what is booked once at the end of a year. */
final class ClosingLifecycle {
    static final Lifecycle<ClosingState, ClosingAction> YEAR = Lifecycle.of(
                    YearClosing.KIND.code(), ClosingState.class, ClosingAction.class)
            .create(
                    ClosingAction.CLOSE_AGENCY,
                    ClosingState.BOOKED,
                    ClosingDuty.AGENCY_YEAR,
                    "nothing of the agency's year is left open")
            .create(
                    ClosingAction.CLOSE_DIVISION,
                    ClosingState.BOOKED,
                    ClosingDuty.DIVISION_YEAR,
                    "every agency of the division has closed its year")
            .end(ClosingState.BOOKED)
            .build();

    static final Lifecycle<ClosingState, ClosingAction> ARRANGEMENT = Lifecycle.of(
                    StabilisationArrangement.KIND.code(), ClosingState.class, ClosingAction.class)
            .create(
                    ClosingAction.ARRANGE,
                    ClosingState.BOOKED,
                    ClosingDuty.DIVISION_YEAR,
                    "before the division closes its year")
            .end(ClosingState.BOOKED)
            .build();

    private ClosingLifecycle() {}
}
