/**
 * Double entry (复式记账) with limits: a small general kernel that knows nothing of budgets.
 *
 * <p><b>Definition.</b> {@link org.fiscalloop.ledger.Books} say which ledgers there are, each with a {@link
 * org.fiscalloop.ledger.Chart} of {@link org.fiscalloop.ledger.Account}s; by which {@link
 * org.fiscalloop.ledger.Dimensions} amounts are told apart; and which {@link org.fiscalloop.ledger.Limit}s hold. An account
 * is named by its {@link org.fiscalloop.ledger.Meaning}, never by its code.
 *
 * <p><b>Entries.</b> An {@link org.fiscalloop.ledger.Entry} has {@link org.fiscalloop.ledger.Line}s of one ledger and one
 * basis, each with its {@link org.fiscalloop.ledger.Segments}; debits equal credits within each combination of the balancing
 * dimensions. A wrong entry is never edited but taken back by its red mirror, once.
 *
 * <p><b>Balances.</b> A {@link org.fiscalloop.ledger.Balance} keeps each side's increases and decreases apart. Every account
 * is kept by its full segments, and at each coarser grain that a limit or a {@link org.fiscalloop.ledger.Measure} declares,
 * by year, by month or over all time, so that a decision reads by key and nothing is ever added up to decide.
 *
 * <p><b>The gate.</b> {@link org.fiscalloop.ledger.Books#gate} takes all entries of one command and is pure: it reads through
 * a {@link org.fiscalloop.ledger.BalanceSource} and a {@link org.fiscalloop.ledger.PeriodSource} and gives either every
 * {@link org.fiscalloop.ledger.Change} that must be written, in an order that is always the same, or all refusals. So the same
 * code serves the library's own memory and a host's SQL tables:
 *
 * <pre>{@code
 * Decision<ImmutableList<Change>> decision = books.gate(entries, table::read, periods);
 * // update balance set net = net + :by where account = :account and key = :key and net + :by >= :floor
 * }</pre>
 *
 * <p><b>State.</b> {@link org.fiscalloop.ledger.Balances} are the state in memory; the state at any past moment is a fresh
 * one to which the entries up to then are applied. {@link org.fiscalloop.ledger.Ledger} holds it together with the {@link
 * org.fiscalloop.ledger.Periods}; a {@link org.fiscalloop.ledger.TrialBalance} prints it. Amounts are whole fen; a sum that
 * does not fit a {@code long} is an {@link java.lang.ArithmeticException}, never a wrong number.
 */
@NullMarked
package org.fiscalloop.ledger;

import org.jspecify.annotations.NullMarked;
