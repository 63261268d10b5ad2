package org.fiscalloop.carryover;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of a carry-over asks for. */
public final class CarryOverDuty {
    /** 结转测算: the business office of finance calculates. */
    public static final Duty CALCULATION = new Duty("carry-over.calculation");

    /** 结转确认: the budget office of finance confirms. */
    public static final Duty CONFIRMATION = new Duty("carry-over.confirmation");

    private CarryOverDuty() {}
}
