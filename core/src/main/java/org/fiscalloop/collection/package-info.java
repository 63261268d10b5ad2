/**
 * What payers are asked to pay in, and what goes back to them: payment notices of non-tax revenue (非税收入缴款书) and refunds of
 * revenue (退库).
 *
 * <p>A {@link org.fiscalloop.collection.NonTaxBill} says what somebody owes for fees or fines. The bank tells that it is paid,
 * with what being late costs (滞纳金), and later with which day report it has entered the treasury or the special account. The
 * revenue itself is booked from the day report alone, so that no yuan comes in twice; the bill keeps what can still go back.
 *
 * <p>A {@link org.fiscalloop.collection.RevenueRefund} gives back revenue, of a bill or of a tax, straight to who applied for
 * it. What spending has to pay is never refunded from revenue. It holds its amount of its bill from the day it is handed in,
 * so that no more goes back than was paid.
 */
@NullMarked
package org.fiscalloop.collection;

import org.jspecify.annotations.NullMarked;
