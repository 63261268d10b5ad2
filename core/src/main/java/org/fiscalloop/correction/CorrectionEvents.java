package org.fiscalloop.correction;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.payment.VoucherTerms;

/** What happens to corrections beside mere moves. */
public final class CorrectionEvents {
    /** A correction has been filled in, for the first time or again. */
    public record CorrectionFilledIn(Move move, CorrectionTerms terms) implements Event.OfOne {}

    /**
     * A correction has been booked.
     *
     * @param moves the move of the voucher, whose books change, then that of the correction
     * @param from the place from which the amount was taken; its own amount is what was once put there
     * @param to the place to which it was moved, with the amount
     */
    public record CorrectionBooked(ImmutableList<Move> moves, VoucherTerms.Part from, VoucherTerms.Part to)
            implements Event {}

    private CorrectionEvents() {}
}
