/**
 * Following the money: one payment back to the project it came from, one project down to the payees it reached
 * (向下可追踪、向上可溯源).
 *
 * <p>{@link org.fiscalloop.tracing.Trace#up} begins with a payment request and goes by the ids that its documents carry:
 * its voucher, each allotment on which something of it stands and those it was split from, the budget line, the project. At
 * each of these stops stand the passages of the document: the journal positions of the records that moved it, with date, actor
 * and action.
 *
 * <p>{@link org.fiscalloop.tracing.Trace#down} begins with a project and reads the journal once from its first record: the
 * lines that budget it, what was allotted of them, what was paid, refunded and cleared, and to whom, and what temporary
 * payments were charged. It keeps what belongs to that one project and nothing else, so that a journal of any length can be
 * followed. A payment that was corrected (更正) stands where corrections have put it.
 *
 * <p>The package reads the loop and never writes to it.
 */
@NullMarked
package org.fiscalloop.tracing;

import org.jspecify.annotations.NullMarked;
