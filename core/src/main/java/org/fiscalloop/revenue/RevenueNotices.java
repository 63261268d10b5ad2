package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What the treasury and the banks tell about income. */
public final class RevenueNotices {
    /**
     * 国库收入日报 (3401): what the treasury has received on one day.
     *
     * @param report the number of the report, unique to its sender
     * @param receivedOn the day it is about
     * @param lines what was received by income code and fund, at least one
     */
    public record TreasuryDayReport(
            Id<IncomeReceipt> report, LocalDate receivedOn, ImmutableList<IncomeTerms.Line> lines) implements Body {
        public TreasuryDayReport {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("a day report must have at least one line: " + report);
            }
        }

        @Override
        public Id<IncomeReceipt> document() {
            return report;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    /**
     * 单位资金到账: other income has arrived on an agency's bank account.
     *
     * @param receipt the bank's serial number
     * @param agency code of the agency
     * @param account number of its bank account
     * @param receivedOn the day it arrived
     * @param amount what arrived in yuan
     * @param income income code (收入分类科目), where it is told
     * @param function function (支出功能分类科目) that it is for, where it is told: the agency's final accounts show it there
     */
    public record OtherIncomeReceived(
            Id<IncomeReceipt> receipt,
            String agency,
            String account,
            LocalDate receivedOn,
            Money amount,
            Optional<String> income,
            Optional<String> function)
            implements Body {
        @Override
        public Id<IncomeReceipt> document() {
            return receipt;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    private RevenueNotices() {}
}
