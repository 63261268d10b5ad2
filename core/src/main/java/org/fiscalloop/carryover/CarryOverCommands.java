package org.fiscalloop.carryover;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of a carry-over beside the acts without content. */
public final class CarryOverCommands {
    /**
     * 结转测算: what is left of an agency's year is listed, and what becomes of it. Nothing is booked.
     *
     * @param division the division, 9 digits
     * @param agency code of the agency
     * @param year the year carried into: the one after the year whose money is left
     */
    public record CalculateCarryOver(String division, String agency, int year) implements Body {
        @Override
        public Id<CarryOver> document() {
            return CarryOver.id(division, agency, year);
        }

        CarryOverTerms terms() {
            return ImmutableCarryOverTerms.builder()
                    .division(division)
                    .agency(agency)
                    .fiscalYear(year)
                    .build();
        }
    }

    private CarryOverCommands() {}
}
