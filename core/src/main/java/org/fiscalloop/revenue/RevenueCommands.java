package org.fiscalloop.revenue;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of the records of this package. */
public final class RevenueCommands {
    /**
     * 工资计提: an agency records wages that it owes.
     *
     * @param accrual the id it shall have
     * @param terms what is filled in
     */
    public record AccrueWages(Id<WageAccrual> accrual, AccrualTerms terms) implements Body {
        @Override
        public Id<WageAccrual> document() {
            return accrual;
        }
    }

    private RevenueCommands() {}
}
