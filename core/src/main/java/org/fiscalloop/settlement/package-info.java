/**
 * Money between the treasuries of two levels of government (上下级资金往来), and the settlement of a year between them (年终结算).
 *
 * <p>A {@link org.fiscalloop.settlement.CashTransfer} sends money of one treasury to another: ahead of a settlement (调拨), for
 * transfers that need none (补助), or up to the level above (上解). Finance orders it; that it was paid is a notice of the
 * treasury, which books it and lets it leave as a message. On the other side it arrives as a
 * {@link org.fiscalloop.settlement.ReceivedCash}, is booked once however often it comes, and is acknowledged. Both sides book
 * it in the same way, since the message says what it is.
 *
 * <p>A {@link org.fiscalloop.settlement.Settlement} says what grants, or remittances, of a year come to. The level above issues
 * it, the level below confirms it as a {@link org.fiscalloop.settlement.ReceivedSettlement}, of the same amount. It turns what
 * stands between the two (与下级往来, 与上级往来) into expenditure of the one and income of the other, without cash. More may be
 * settled than was sent: the difference is owed, and stands on the same account with the other sign.
 *
 * <p>At every moment: what stands with one level below above is what stands there with the level above, and what is on its way.
 */
@NullMarked
package org.fiscalloop.settlement;

import org.jspecify.annotations.NullMarked;
