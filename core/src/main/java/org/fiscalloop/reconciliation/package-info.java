/**
 * The daily reconciliation (每日对账): what this side has booked of a day against what the agent bank and the treasury list of
 * it.
 *
 * <p>A pure function over vouchers and lists, {@link org.fiscalloop.reconciliation.DailyReconciliation}: nothing is changed by
 * it. It gives the differences, each with both amounts and what is done about it, totals that add up to the last fen, and
 * by fund what is paid and not yet cleared, so that what stands between the two moments of a payment is a list of vouchers
 * and never a remainder.
 */
@NullMarked
package org.fiscalloop.reconciliation;

import org.jspecify.annotations.NullMarked;
