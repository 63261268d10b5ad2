package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Reads;

/**
 * A vendor's own monitoring (动态监控), asked when a payment request is handed in and when the bank's receipt is booked.
 *
 * <p>It is part of a decision and so a pure function of what it is given: the same payment and the same state give the same
 * verdicts. It asks no network and no clock and keeps nothing; what is learnt elsewhere, such as from a monitoring system
 * of its own, a host fetches before it asks for the act and holds ready by the id of the document. It is asked again in a
 * dry run. What it said is written into the journal: neither replay nor verification ask it.
 *
 * <p>Whatever it throws stops the input that it was asked for: nothing of it is recorded, and the caller hears an
 * {@link IllegalStateException} with the cause. So does a verdict under the code of one of the library's own rules.
 */
@FunctionalInterface
public interface MonitoringPort {
    /**
     * What it has to say of a payment.
     *
     * @param payment the payment
     * @param reads documents, balances, and {@linkplain PastPayments what was handed in before}, read by key
     * @return a verdict of each rule that has something to say, in a stable order; none: it passes
     */
    ImmutableList<Verdict> examine(MonitoredPayment payment, Reads reads);
}
