/**
 * Temporary payments (暂付款): money that leaves the treasury without a budget, and must be cleared by a later one.
 *
 * <p>A {@link org.fiscalloop.temporary.TemporaryPayment} names its recipient, an agency or a division below, what it is for, on
 * what ground it may be paid without a budget, and by when it is to be cleared. Finance approves it; that it was paid out is a
 * notice of the treasury. It is cleared in one or many parts: by a command that names an allotment, which turns the part into
 * expenditure without moving cash, or by money that comes back, which is a notice again. At every moment: paid out = charged
 * to allotments + repaid + rest, and the rest stands by document in the memorandum ledger.
 *
 * <p>A {@link org.fiscalloop.temporary.TemporaryCeiling} says for a year how much may be out at one time: a part of the
 * expenditure of the general public budget and of the government fund budget. What is approved takes room at once, so that
 * what the treasury tells later finds it taken. {@link org.fiscalloop.temporary.TemporaryCheck} shows what is out, its ratio,
 * and what is overdue.
 */
@NullMarked
package org.fiscalloop.temporary;

import org.jspecify.annotations.NullMarked;
