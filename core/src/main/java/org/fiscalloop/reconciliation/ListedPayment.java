package org.fiscalloop.reconciliation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.payment.PaymentVoucher;
import org.joda.money.Money;

/**
 * A row of a list of the other side (对账明细): what the agent bank says it paid, or the treasury says it cleared.
 *
 * @param voucher the voucher it names
 * @param amount in yuan, not zero; below zero where the other side takes back what it listed
 * @param account number of the account that was paid; blank where the list does not say
 * @param on the day on which it was done
 * @param reference the other side's number of it, such as the bank's serial number or the batch of a clearing
 */
public record ListedPayment(Id<PaymentVoucher> voucher, Money amount, String account, LocalDate on, String reference) {
    public ListedPayment {
        requireNonNull(account, "account");
        requireNonNull(reference, "reference");
        if (amount.isZero()) {
            throw new IllegalArgumentException("amount must not be zero: " + voucher);
        }
    }
}
