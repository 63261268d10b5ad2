package org.fiscalloop.closing;

import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked at the end of a year. */
public final class ClosingCommands {
    /**
     * 单位年结: the books of an agency are closed for a year, and what is left is brought into the next.
     *
     * @param division the division, 9 digits
     * @param agency code of the agency
     * @param fiscalYear the year that is closed
     */
    public record CloseAgencyYear(String division, String agency, int fiscalYear) implements Body {
        public CloseAgencyYear {
            if (agency.isBlank()) {
                throw new IllegalArgumentException("agency must not be blank");
            }
        }

        @Override
        public Id<YearClosing> document() {
            return terms().closing();
        }

        /** Which books it closes. */
        public ClosingTerms terms() {
            return new ClosingTerms(division, agency, fiscalYear, Ledgers.AGENCY.name());
        }
    }

    /**
     * 财政年结: the allotment ledger and the treasury ledger of a division are closed for a year, after the books of its
     * agencies, and what is left is brought into the next.
     *
     * @param division the division, 9 digits
     * @param fiscalYear the year that is closed
     */
    public record CloseDivisionYear(String division, int fiscalYear) implements Body {
        @Override
        public Id<YearClosing> document() {
            return terms().closing();
        }

        /** The books of the treasury. */
        public ClosingTerms terms() {
            return new ClosingTerms(division, "", fiscalYear, Ledgers.TREASURY.name());
        }

        /** The books of allotments, which are closed with those of the treasury. */
        ClosingTerms allotments() {
            return new ClosingTerms(division, "", fiscalYear, Ledgers.ALLOTMENT.name());
        }
    }

    /**
     * 安排或动用预算稳定调节基金.
     *
     * @param arrangement the id it shall have
     * @param terms what is filled in
     */
    public record ArrangeStabilisationFund(Id<StabilisationArrangement> arrangement, ArrangementTerms terms)
            implements Body {
        @Override
        public Id<StabilisationArrangement> document() {
            return arrangement;
        }
    }

    private ClosingCommands() {}
}
