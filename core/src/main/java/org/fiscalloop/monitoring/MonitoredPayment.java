package org.fiscalloop.monitoring;

import java.time.LocalDate;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * The payment that monitoring is asked about.
 *
 * @param moment when it is asked
 * @param document the request that is handed in, or the voucher that the bank has paid
 * @param terms all that stands on that document: the terms of a payment request, or of a payment voucher
 * @param on the day on which it is handed in, or on which the bank paid
 * @param amount in yuan
 * @param payee whom it is to be paid to; at the receipt, whom the bank says that it paid
 * @param payerAccount number of the account paid from (付款账户)
 */
public record MonitoredPayment(
        Moment moment, Id<?> document, Terms terms, LocalDate on, Money amount, Payee payee, String payerAccount) {
    /**
     * The other side (收款人).
     *
     * @param name name of the holder
     * @param account number of the account
     * @param bank the bank that keeps it
     */
    public record Payee(String name, String account, String bank) {}

    /** The amount in fen. */
    long fen() {
        return Fen.of(amount);
    }

    /** What this agency has handed in to this payee in fewer than some days before and after its own day. */
    PastPayments.Query near(int days, long from, long below) {
        return new PastPayments.Query(
                terms.division(),
                terms.agency(),
                payee.account(),
                on.minusDays(days - 1L),
                on.plusDays(days - 1L),
                from,
                below);
    }
}
