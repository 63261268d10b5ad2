package org.fiscalloop.collection;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What banks and the treasury tell of bills and refunds. */
public final class CollectionNotices {
    /**
     * 缴款: a bill has been paid.
     *
     * @param bill the bill
     * @param serial the bank's serial number
     * @param paidOn the day
     * @param amount what was paid of what is owed, in yuan
     * @param lateFee what being late cost (滞纳金), in yuan; zero where it was paid in time
     */
    public record BillPaid(Id<NonTaxBill> bill, String serial, LocalDate paidOn, Money amount, Money lateFee)
            implements Body {
        BillTerms.Paid paid() {
            return new BillTerms.Paid(serial, paidOn, amount, lateFee);
        }

        @Override
        public Id<NonTaxBill> document() {
            return bill;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(paidOn);
        }
    }

    /**
     * 入账: what was paid has entered the treasury or the special account. The revenue is booked from the day report.
     *
     * @param bill the bill
     * @param report the number of the day report that it is part of
     * @param enteredOn the day of that report
     * @param amount what entered, with what being late cost, in yuan
     */
    public record BillEntered(Id<NonTaxBill> bill, String report, LocalDate enteredOn, Money amount) implements Body {
        @Override
        public Id<NonTaxBill> document() {
            return bill;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(enteredOn);
        }
    }

    /**
     * 收入退付凭证回单 (5209): the treasury, or the bank of the special account, has carried out a refund.
     *
     * @param refund the refund
     * @param serial the number under which it did
     * @param repaidOn the day
     * @param amount how much, in yuan
     * @param account the number of the account to which it went
     */
    public record RefundRepaid(
            Id<RevenueRefund> refund, String serial, LocalDate repaidOn, Money amount, String account) implements Body {
        RefundTerms.Repaid repaid() {
            return new RefundTerms.Repaid(serial, repaidOn);
        }

        @Override
        public Id<RevenueRefund> document() {
            return refund;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(repaidOn);
        }
    }

    private CollectionNotices() {}
}
