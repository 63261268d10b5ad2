package org.fiscalloop.closing;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.Month;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;

/**
 * Which books are closed for which year.
 *
 * @param division the division whose books they are, 9 digits
 * @param agency the agency in whose books they are, empty for a ledger of the finance department
 * @param fiscalYear the year that is closed
 * @param ledger the name of the ledger, such as {@code agency}
 */
public record ClosingTerms(String division, String agency, int fiscalYear, String ledger) implements Terms {
    private static final int LAST_DAY = 31;

    /** The id of the closing. */
    public Id<YearClosing> closing() {
        return YearClosing.id(division, fiscalYear, ledgerId(), agency);
    }

    LedgerId ledgerId() {
        return new LedgerId(ledger);
    }

    /** 31 December of the year. */
    LocalDate lastDay() {
        return LocalDate.of(fiscalYear, Month.DECEMBER, LAST_DAY);
    }

    /** The codes of all that stands in the books for a year. */
    Segments block(int year) {
        ImmutableMap.Builder<Dimension, String> codes = ImmutableMap.<Dimension, String>builder()
                .put(Dimensions.DIVISION, division)
                .put(Dimensions.YEAR, Integer.toString(year));
        if (!agency.isEmpty()) {
            codes.put(Dimensions.AGENCY, agency);
        }
        return Dimensions.ALL.segments(codes.buildOrThrow());
    }
}
