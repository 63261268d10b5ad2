/**
 * Treasury payment (国库集中支付): what an agency applies for against an allotment, how the agent bank pays it, how the
 * treasury clears it, and what comes back.
 *
 * <p>Two documents. A {@link org.fiscalloop.payment.PaymentRequest} (支付申请) asks for an amount out of one allotment; it is
 * reviewed inside the agency and holds its amount of the allotment from the moment the rules say, at save or at
 * submission, until it is paid or released. A {@link org.fiscalloop.payment.PaymentVoucher} (国库集中支付凭证) orders the bank
 * to pay one or more approved requests of one payer to one payee; it is signed, stamped and sent, and from then on no
 * command changes what it says.
 *
 * <p>What the bank and the treasury tell are notices and are never refused: a receipt (回单) turns what was applied for into
 * what is paid, a clearing (清算) closes it in the treasury's books, a refund (退回) gives the allotment back what came back.
 * Each is booked, waits for its voucher, or is listed with its remedies.
 *
 * <p>How much may be paid and refunded is not decided here: both are limits on balances of the books, {@link
 * org.fiscalloop.payment.PaymentRules#limits()}.
 */
@NullMarked
package org.fiscalloop.payment;

import org.jspecify.annotations.NullMarked;
