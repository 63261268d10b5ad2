package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.Month;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;

/**
 * What the controls of a carry-over look at.
 *
 * @param terms what stands on it
 * @param left what is left now
 * @param on the day
 * @param reads what may be read
 */
record CarryOverCase(CarryOverTerms terms, Remainders.Found left, LocalDate on, Reads reads) {
    /** The last day of the year whose money is left. */
    LocalDate first() {
        return LocalDate.of(terms.fiscalYear() - 1, Month.DECEMBER, 31);
    }

    /** The last day of January: uncertain, so a place may soften the control that asks it. */
    LocalDate last() {
        return LocalDate.of(terms.fiscalYear(), Month.JANUARY, 31);
    }

    /** The coding block of the agency's year that ends. */
    Segments year() {
        return year(terms);
    }

    static Segments year(CarryOverTerms terms) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.YEAR, Integer.toString(terms.fiscalYear() - 1),
                Dimensions.AGENCY, terms.agency()));
    }
}
