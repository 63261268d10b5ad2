package org.fiscalloop.payment;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A payment voucher (国库集中支付凭证): the order to the agent bank to pay approved requests. */
public final class PaymentVoucher extends FlowDocument<VoucherTerms, VoucherState> {
    /** The kind of document; the value of an id is its number (PAY_CERT_NO 支付凭证号). */
    public static final DocumentKind<PaymentVoucher> KIND = new DocumentKind<>("payment-voucher", PaymentVoucher.class);

    PaymentVoucher(Id<PaymentVoucher> id, VoucherTerms terms, Standing<VoucherState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the voucher with this number. */
    public static Id<PaymentVoucher> id(String number) {
        return new Id<>(KIND, number);
    }
}
