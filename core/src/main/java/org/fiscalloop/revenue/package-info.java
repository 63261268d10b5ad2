/**
 * Revenue, and what else the books take in without a payment: income of the treasury and of agencies as the treasury and
 * the bank tell it, and wages that an agency owes before it pays them.
 *
 * <p>The day report (收入日报 3401) of the treasury or of a special account and other income of an agency (单位资金收入) are
 * notices: they have happened. Each part of one is booked on an {@link org.fiscalloop.revenue.IncomeReceipt}, or listed where it
 * contradicts the registers and code tables. A sender reports a day once; a correction names the report that it corrects, which
 * is taken back in red. What levels of government share is divided by {@link org.fiscalloop.revenue.Sharing}, and the division
 * books its own part. Money that the treasury places with banks is a {@link org.fiscalloop.revenue.CashPlacement}.
 *
 * <p>A {@link org.fiscalloop.revenue.WageAccrual} (工资计提) is asked for by the agency's accountant; it stands here and not with
 * payments because no allotment and no cash is touched by it.
 */
@NullMarked
package org.fiscalloop.revenue;

import org.jspecify.annotations.NullMarked;
