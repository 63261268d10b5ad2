/**
 * Transfers between levels of government (转移支付, 上下贯通): what one division issues to another and what the other receives.
 *
 * <p>A {@link org.fiscalloop.transfer.Transfer} is issued by the finance department of a division out of an allotment that is
 * still to be distributed, to a division that its terms name: who issues to whom is data and is never read off codes, so that
 * a city under separate plan receives from the centre directly. When it is issued it leaves as a message; the message is the
 * notice by which a {@link org.fiscalloop.transfer.ReceivedTransfer} comes into being below, and what that tells back
 * acknowledges it.
 *
 * <p>Below it is received (接收), whole or in parts: each part makes a budget line whose source is the transfer and one
 * allotment to be distributed, which is split to agencies or is the source of a transfer further down. What is not received,
 * or received and not distributed, may be given back (退回上级), by itself or because the level above asks for it (收回); that
 * is a message too, and the level above books it when it comes.
 *
 * <p>At every moment what was issued is what was received, what is still to be received, and what is on its way in either
 * direction: the states {@link org.fiscalloop.transfer.TransferState#ISSUED}, {@link
 * org.fiscalloop.transfer.TransferState#RECALLING} and {@link org.fiscalloop.transfer.ReceivedState#GIVING_BACK} say that a
 * message has left and is not acknowledged. Fund, transfer function and labels stay what they were on every level.
 */
@NullMarked
package org.fiscalloop.transfer;

import org.jspecify.annotations.NullMarked;
