package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.signature.SignedContent;

/**
 * What a message holds: those vouchers that could be read, and why the others could not.
 *
 * @param vouchers the vouchers in order
 * @param refusals what was refused, in order; nothing that came is in neither of the two
 */
public record EVoucherReading(ImmutableList<Received> vouchers, ImmutableList<Refusal> refusals) {
    /**
     * A voucher as it came.
     *
     * @param voucher what it says
     * @param content the bytes of its content as they came, over which its signatures and stamps are
     */
    public record Received(EVoucher voucher, SignedContent content) {}

    /** Nothing but why. */
    static EVoucherReading refused(ImmutableList<Refusal> refusals) {
        return new EVoucherReading(ImmutableList.of(), refusals);
    }
}
