/**
 * The end of a year (年终结账): income and expense are closed into what they leave, and what is left of every account is
 * brought into the next year. A year closes agency by agency, then the division.
 *
 * <p>{@link org.fiscalloop.closing.ClosingRule Closing rules} are data as posting rules are, but make entries of balances and
 * not of events: each takes the net of accounts as the rules before it have left it, coding block by coding block, so that
 * it is right whatever was posted and money of one fund or project never becomes that of another. A {@link
 * org.fiscalloop.closing.ClosingPlan} proves for every kind of agency that each account of income and expense is closed
 * once and that nothing is posted to it afterwards.
 *
 * <p>{@link org.fiscalloop.closing.YearClosing} is the document of one set of books whose year is closed. It closes December
 * and every month before it, and opens the months of the next year; all its entries stand in one record. A {@link
 * org.fiscalloop.closing.StabilisationArrangement} tops up or draws the budget stabilisation fund (预算稳定调节基金) before the
 * division closes.
 */
@NullMarked
package org.fiscalloop.closing;

import org.jspecify.annotations.NullMarked;
