/**
 * The revenue budget (收入预算): what a division expects to come in in a year, by income code and fund.
 *
 * <p>An {@link org.fiscalloop.incomebudget.IncomeBudget} is one line of it. It is filled in, reviewed, and in force once the
 * people's congress has approved the budget; from then on only an approved adjustment changes it. What came in and what went
 * back is kept beside it in the memorandum ledger under the same key, whether there is a budget for it or not, so that the
 * execution is read and never counted.
 */
@NullMarked
package org.fiscalloop.incomebudget;

import org.jspecify.annotations.NullMarked;
