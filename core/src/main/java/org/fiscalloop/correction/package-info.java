/**
 * Correction of a payment (更正): what was rightly paid was charged to the wrong allotment, or booked under the wrong codes, and is
 * booked where it belongs. No money moves.
 *
 * <p>A {@link org.fiscalloop.correction.Correction} names a payment that has been cleared, an amount of it, and where that
 * belongs: the allotment, and the coding block that the payment should have had. The agency fills it in and reviews it, the
 * payment centre of finance approves it, and with the last approval it is booked: red entries take the amount back from where it
 * stood in every ledger, ordinary ones book it anew. What is available of the right allotment falls and of the wrong one rises,
 * under the limits of both; cash plans follow the allotments, and a contract keeps the payment. Then bank and treasury are
 * told.
 *
 * <p>What stands where is told by the books: the memorandum ledger keeps what can still come back of a payment by the place
 * at which it stands, {@link org.fiscalloop.payment.PaymentMeasure#STANDING}, so that a refund finds the allotment that it
 * comes back to and a second correction what it takes from. The order of the voucher stays what it was; the voucher lists its
 * corrections beside it.
 */
@NullMarked
package org.fiscalloop.correction;

import org.jspecify.annotations.NullMarked;
