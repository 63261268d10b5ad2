/**
 * Monitoring of payments as they are made (动态监控): rules that are asked when a request is handed in and when the bank's receipt
 * is booked, beside the controls that refuse for what the law says.
 *
 * <p>Who is asked: the library's own rules, each switched on with its numbers by the
 * {@link org.fiscalloop.monitoring.MonitoringRules} of a place, and a vendor's {@link org.fiscalloop.monitoring.MonitoringPort}.
 * What they say is a list of {@link org.fiscalloop.monitoring.Verdict}s, which the event of the payment carries: rules run
 * once, replay asks nobody. A request that is handed in is refused by a verdict that forbids, and by one that holds it waits,
 * with its amount held, where no review and no voucher reaches it. At the receipt nothing can be refused. What holds, and what
 * is found at the receipt, is an {@link org.fiscalloop.monitoring.Alert} until somebody with the duty of supervision closes it
 * and says why.
 *
 * <p>Rules that look back read {@link org.fiscalloop.monitoring.PastPayments}: what an agency has handed in to a payee, by day
 * and amount. A loop makes that of its documents, so that replay and openings make the same.
 */
@NullMarked
package org.fiscalloop.monitoring;

import org.jspecify.annotations.NullMarked;
