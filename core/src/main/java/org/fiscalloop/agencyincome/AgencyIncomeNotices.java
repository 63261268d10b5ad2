package org.fiscalloop.agencyincome;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What banks tell of arrivals. */
public final class AgencyIncomeNotices {
    /**
     * 到账通知: money has arrived on an agency's bank account, and the bank does not know what it is.
     *
     * @param income the bank's serial number
     * @param agency code of the agency
     * @param account number of its bank account
     * @param payer from whom it came
     * @param arrivedOn the day
     * @param amount how much, in yuan
     * @param remark what the bank tells of what it is for (附言)
     */
    public record IncomeArrived(
            Id<AgencyIncome> income,
            String agency,
            String account,
            String payer,
            LocalDate arrivedOn,
            Money amount,
            String remark)
            implements Body {
        @Override
        public Id<AgencyIncome> document() {
            return income;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(arrivedOn);
        }
    }

    private AgencyIncomeNotices() {}
}
