package org.fiscalloop.carryover;

import static org.fiscalloop.carryover.CarryOverAction.*;
import static org.fiscalloop.carryover.CarryOverState.*;

import org.fiscalloop.lifecycle.Lifecycle;

/** The nation's table of the life of a carry-over. Source: 年末 freeze, calculate, classify, confirm, as systems in use do it. */
final class CarryOverLifecycle {
    static final Lifecycle<CarryOverState, CarryOverAction> NATIONAL = Lifecycle.of(
                    "carry-over", CarryOverState.class, CarryOverAction.class)
            .create(CALCULATE, CALCULATED, CarryOverDuty.CALCULATION, "what is left of the agency's year is listed")
            .move(CALCULATED, RECALCULATE, CALCULATED, CarryOverDuty.CALCULATION, "what is left has changed")
            .move(
                    CALCULATED,
                    CONFIRM,
                    CONFIRMED,
                    CarryOverDuty.CONFIRMATION,
                    "nothing has changed since, and all is booked")
            .afterEnd(CONFIRMED, RECALCULATE, CALCULATED, CarryOverDuty.CALCULATION, "something is left again")
            .separate(CONFIRM, CALCULATE, RECALCULATE)
            .end(CONFIRMED)
            .build();

    private CarryOverLifecycle() {}
}
