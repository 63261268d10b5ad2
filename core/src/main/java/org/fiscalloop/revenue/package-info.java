/**
 * Revenue, and what else the books take in without a payment: income of the treasury and of agencies as the treasury and
 * the bank tell it, and wages that an agency owes before it pays them.
 *
 * <p>The treasury's day report (国库收入日报 3401) and other income of an agency (单位资金收入) are notices: they have
 * happened. Each part of one is booked on an {@link org.fiscalloop.revenue.IncomeReceipt}, or listed where it contradicts
 * the registers and code tables. A {@link org.fiscalloop.revenue.WageAccrual} (工资计提) is asked for by the agency's
 * accountant; it stands here and not with payments because no allotment and no cash is touched by it.
 *
 * <p>Both documents are recorded once and do not live on.
 */
@NullMarked
package org.fiscalloop.revenue;

import org.jspecify.annotations.NullMarked;
