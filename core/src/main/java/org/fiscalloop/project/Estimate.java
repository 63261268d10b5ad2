package org.fiscalloop.project;

import java.math.BigDecimal;
import org.fiscalloop.money.Fen;

/**
 * One line of the estimate of a project (测算明细): so many units at a standard.
 *
 * @param item what is counted, such as staff on the payroll
 * @param standard code or name of the expenditure standard (支出标准)
 * @param price yuan a unit, at most six decimals
 * @param quantity number of units, in the unit that the standard names
 */
public record Estimate(String item, String standard, BigDecimal price, BigDecimal quantity) {
    public Estimate {
        if (item.isBlank()) {
            throw new IllegalArgumentException("item of an estimate must not be blank");
        }
        Fen.priced(price, quantity);
    }

    /** Price times quantity in fen, rounded as {@link Fen#priced} says. */
    public long fen() {
        return Fen.priced(price, quantity);
    }
}
