package org.fiscalloop.payment;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A payment voucher (国库集中支付凭证): the order to the agent bank to pay approved requests. */
public final class PaymentVoucher extends FlowDocument<VoucherTerms, VoucherState> {
    /** The kind of document; the value of an id is its number (PAY_CERT_NO 支付凭证号). */
    public static final DocumentKind<PaymentVoucher> KIND = new DocumentKind<>("payment-voucher", PaymentVoucher.class);

    private static final ImmutableSet<VoucherState> PAID = Sets.immutableEnumSet(
            VoucherState.PAID, VoucherState.CLEARED, VoucherState.PAID_OUT, VoucherState.REFUNDED);

    /**
     * A voucher that has its receipt where it is paid, and only there.
     *
     * @throws IllegalArgumentException if it is paid without a receipt, cleared without a clearing, has one of them before, or
     *     has a clearing though its channel knows none
     */
    PaymentVoucher(Id<PaymentVoucher> id, VoucherTerms terms, Standing<VoucherState> standing, Trail trail) {
        super(id, terms, standing, trail);
        boolean isPaid = PAID.contains(standing.state());
        checkArgument(
                terms.receipt().isPresent() == isPaid,
                "%s is %s: its receipt is %s",
                id,
                standing.state(),
                terms.receipt());
        checkArgument(
                terms.clearing().isPresent()
                        ? isPaid && terms.channel().isCleared()
                        : standing.state() != VoucherState.CLEARED,
                "%s is %s: its clearing is %s",
                id,
                standing.state(),
                terms.clearing());
    }

    /** The id of the voucher with this number. */
    public static Id<PaymentVoucher> id(String number) {
        return new Id<>(KIND, number);
    }
}
