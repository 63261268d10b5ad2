package org.fiscalloop.revenue;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is told of a placement of the treasury's money (国库现金管理). Amounts are yuan. */
@Value.Immutable
public interface PlacementTerms extends Terms {
    /** With which bank (存款银行). */
    String bank();

    /** The fund (资金性质) of the money. */
    String fund();

    /** How much was placed, in yuan; above zero. */
    Money principal();

    /** The day it left the treasury. */
    LocalDate placedOn();

    /** The day on which it is due to come back, not before it was placed. */
    LocalDate dueOn();

    /** How it came back, once it has. */
    Optional<Returned> returned();

    /** It may come back in a later year than that in which it was placed. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** Something must have been placed, and for some time. */
    @Value.Check
    default void check() {
        if (!principal().isPositive()) {
            throw new IllegalArgumentException("principal must be above zero: " + principal());
        }
        if (dueOn().isBefore(placedOn())) {
            throw new IllegalArgumentException("due " + dueOn() + ", which is before placed " + placedOn());
        }
    }

    /**
     * How it came back.
     *
     * @param serial the number under which it did
     * @param returnedOn the day
     * @param income what it earned, as it was booked; none where nothing was told of it
     */
    public record Returned(String serial, LocalDate returnedOn, Optional<IncomeTerms.Line> income) {}
}
