/**
 * The carry-over (结转结余): what becomes, at the end of a year, of what an agency was allotted and has not spent.
 *
 * <p>A {@link org.fiscalloop.carryover.CarryOver} is calculated for one agency from the balances of the allotment ledger: what
 * is not allocated by budget line, what is to be distributed, executable or frozen by allotment. The rule table of {@link
 * org.fiscalloop.carryover.CarryOverRules} says of each amount whether it goes on for the same purpose (结转) or lapses (结余).
 * Somebody else confirms it: then all of it is booked at once, and what was calculated is what happens. What goes on comes
 * into the next year as a line and an allotment of their own, for the same project, with a mark of who booked it at the end of
 * the year ({@link org.fiscalloop.budget.YearBasis}); what lapses goes back to the reserve of its project.
 *
 * <p>Money that comes back of a payment of an earlier year ({@link org.fiscalloop.carryover.CrossYearRefund}) takes the same
 * way: into an allotment of what was carried over while its project goes on, else to the treasury.
 */
@NullMarked
package org.fiscalloop.carryover;

import org.jspecify.annotations.NullMarked;
