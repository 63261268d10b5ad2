package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.monitoring.Examined;
import org.fiscalloop.signature.SignatureEvidence;

/** What happens to requests and vouchers beside mere moves. */
public final class PaymentEvents {
    /** A request has been filled in, for the first time or again. */
    public record PaymentFilledIn(Move move, PaymentTerms terms) implements Event.OfOne {}

    /**
     * A request has been handed in, and monitoring was asked: it is under review, or held, as its move says.
     *
     * @param move the move of the request
     * @param monitoring what monitoring said
     */
    public record PaymentMonitored(Move move, Examined monitoring) implements Event.OfOne {}

    /**
     * A voucher has been made.
     *
     * @param moves the creation of the voucher, then the move of each request
     * @param terms what stands on the voucher
     */
    public record VoucherCreated(ImmutableList<Move> moves, VoucherTerms terms) implements Event {}

    /** A voucher has been signed or stamped, as its move says, with evidence of it. */
    public record VoucherSigned(Move move, SignatureEvidence evidence) implements Event.OfOne {}

    /**
     * A voucher has been given up, and its requests with it.
     *
     * @param moves the move of the voucher, then of each request
     */
    public record VoucherVoided(ImmutableList<Move> moves) implements Event {}

    /**
     * The bank has paid a voucher.
     *
     * @param moves the move of the voucher, then of each request
     * @param receipt what the bank told
     * @param monitoring what monitoring said, where it was asked
     */
    public record VoucherPaid(ImmutableList<Move> moves, VoucherTerms.Receipt receipt, Optional<Examined> monitoring)
            implements Event {}

    /** The treasury has cleared a voucher. */
    public record VoucherCleared(Move move, VoucherTerms.Clearing clearing) implements Event.OfOne {}

    /** Money of a voucher has come back, some of it or the last of it. */
    public record VoucherRefunded(Move move, VoucherTerms.Refund refund) implements Event.OfOne {}

    private PaymentEvents() {}
}
