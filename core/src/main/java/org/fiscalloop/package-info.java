/**
 * Fiscal Loop: integrated budget management (预算管理一体化) as a library, from project to payment and back.
 *
 * <p>What comes in goes through one door; what it may do is written in one rulebook; the books are the gate it must
 * pass, not a report written afterwards. No budget without a project, no allotment without a budget, no payment without
 * an allotment (先有项目, 再有预算, 后有支出), and each yuan can be followed down to its payee and back up to its source.
 *
 * <p>The packages below this one stand on floors. A package uses those on the floors beneath it, never those above:
 * exact amounts, decisions, lifecycles, ledgers and the journal know nothing of budgets; then come who and what; then
 * the flow of documents; then the books; then the rulebook and the loop that holds everything together. A test keeps
 * this order.
 *
 * <p>Nothing here reads a clock, draws a random number, starts a thread or opens a file: dates, ids and actors come in
 * as arguments, so the same commands give the same books, byte for byte, on every machine. No value is ever null.
 */
@NullMarked
@ValueStyle
package org.fiscalloop;

import org.jspecify.annotations.NullMarked;
