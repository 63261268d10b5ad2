/**
 * Final accounts (决算): what an agency, a department or a division shows of a fiscal year, made of balances alone.
 *
 * <p>{@link org.fiscalloop.finalaccounts.Statements} takes layouts and the rules in force; {@link
 * org.fiscalloop.finalaccounts.FinalAccounts} fills them in for one {@link org.fiscalloop.finalaccounts.Scope}. A {@link
 * org.fiscalloop.finalaccounts.Layout} is a table: every row and every column says by a filter which balances it shows, by
 * account, {@link org.fiscalloop.finalaccounts.Stage}, budget of the fund, kind of spending and economic class; a cell is what
 * passes both. Totals have filters of their own, and identities say that the parts add up to them: when a layout meets a chart
 * it is proved that no account is missed or shown twice.
 *
 * <p>Opening, turnover and closing are told apart by the phase that closing entries carry, so that a statement reads the same
 * before and after its year is closed; only what the closing itself sets aside moves from one row to another.
 *
 * <p>A {@link org.fiscalloop.finalaccounts.Cell} knows the balances that it adds up, and finds the entries and events behind
 * them in the records of the journal. The {@link org.fiscalloop.finalaccounts.Bridge} leads from the budgetary difference of
 * the year to its surplus, event by event.
 *
 * <p>Amounts are fen inside and yuan at the edges; {@link org.fiscalloop.finalaccounts.TenThousandYuan} alone rounds, for
 * print. The package reads the loop and never writes it.
 */
@NullMarked
package org.fiscalloop.finalaccounts;

import org.jspecify.annotations.NullMarked;
