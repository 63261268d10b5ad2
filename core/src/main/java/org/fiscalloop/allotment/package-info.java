/**
 * Allotments (预算指标): what of an appropriated budget may be spent by whom, and the only thing a payment draws on.
 *
 * <p>An {@link org.fiscalloop.allotment.Allotment} is issued from one appropriated budget line, to be distributed (待分)
 * or executable (可执行), see {@link org.fiscalloop.allotment.AllotmentFlag}. One that is to be distributed is split into
 * others; only an executable one can be paid from. Each names its line and the allotment it was split from, and keeps
 * their fund, project, function and year, so that every yuan is followed down to its payee and back up to its line.
 *
 * <p>What is available, frozen or still to be distributed are balances of the books, {@link
 * org.fiscalloop.allotment.AllotmentMeasure}; an allotment itself says only what was issued. Freezing, reducing and
 * splitting move these balances and are limited by them.
 */
@NullMarked
package org.fiscalloop.allotment;

import org.jspecify.annotations.NullMarked;
