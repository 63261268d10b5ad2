/**
 * Exact amounts of money: 元 in, 分 inside, 元 out.
 *
 * <p>Inside the library an amount is a {@code long} of fen (分, 1/100 yuan): it adds in one instruction, compares with
 * {@code ==} and has one form only. At a public edge it is a Joda-Money {@link org.joda.money.Money} in CNY, beside it a
 * {@link java.math.BigDecimal} of yuan where a host needs one, and in files a decimal string of yuan. {@link
 * org.fiscalloop.money.Fen} is the only way between these forms.
 *
 * <ul>
 *   <li>Nothing is rounded silently. An amount finer than a fen is refused, with one exception that says so in its
 *       contract: {@link org.fiscalloop.money.Fen#priced price × quantity}.
 *   <li>Nothing wraps. What does not fit 64 bits of fen (about 92 quadrillion yuan) is refused.
 *   <li>Nothing is lost in a split: the parts add up to the whole, by a stated remainder rule.
 *   <li>One currency. Foreign amounts travel as information beside the yuan amount and never enter a sum.
 * </ul>
 *
 * <p>Each refusal here is a broken argument and so an exception, {@link org.fiscalloop.money.AmountException}, with the
 * problem as an enum and the operands in its message. Whether an amount is <em>allowed</em> is decided elsewhere.
 */
@NullMarked
package org.fiscalloop.money;

import org.jspecify.annotations.NullMarked;
