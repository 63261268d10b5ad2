/**
 * An agency's own income (单位资金收入): what arrives on its bank account, and what the agency says that it is.
 *
 * <p>The bank tells of an arrival, and nobody knows yet what it is for. The agency's accountant claims it (认领) as a whole, line
 * by line: income of the year with its output tax, an advance, income of the next year's budget, what was collected for the
 * treasury, or money of somebody else that only passes through. Financial income is net of tax, budgetary income is what
 * arrived; what is no income makes no budgetary entry. What is claimed as something that has to be settled later, by
 * recognising, remitting or returning it, is kept until it is.
 */
@NullMarked
package org.fiscalloop.agencyincome;

import org.jspecify.annotations.NullMarked;
