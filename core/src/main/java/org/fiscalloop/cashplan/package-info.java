/**
 * The cash plan (用款计划): an optional second control of payments, month by month (双控制).
 *
 * <p>Whether a fiscal year of a division has it is a switch of its {@link org.fiscalloop.cashplan.CashPlanRules}; nationally
 * there is none, and nothing is posted for it. Where there is, a {@link org.fiscalloop.cashplan.CashPlan} says how much of one
 * allotment may be paid in one month; it comes from the agency, from finance on behalf of the agency (代编), or takes back what
 * is not used (调减). The last post of its review books it in the memorandum ledger, by allotment and month. All plans of an
 * allotment together are never more than the allotment has.
 *
 * <p>A payment must then be covered twice: by what is available of its allotment, and by the plans of the months up to that of
 * its own day. Plans that were not used up add to those of later months. {@link org.fiscalloop.cashplan.PlanUse} says of which
 * month a request takes how much, and the ledger remembers it, so that a release or a refund gives exactly that back. What is
 * left of the plans of a year lapses when what is left of their allotments is carried over.
 */
@NullMarked
package org.fiscalloop.cashplan;

import org.jspecify.annotations.NullMarked;
