package org.fiscalloop.payment;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A payment request (支付申请): what an agency asks to be paid from one allotment. */
public final class PaymentRequest extends FlowDocument<PaymentTerms, PaymentState> {
    /** The kind of document; the value of an id is its number (PAY_APP_NO 支付申请编号). */
    public static final DocumentKind<PaymentRequest> KIND = new DocumentKind<>("payment-request", PaymentRequest.class);

    PaymentRequest(Id<PaymentRequest> id, PaymentTerms terms, Standing<PaymentState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the request with this number. */
    public static Id<PaymentRequest> id(String number) {
        return new Id<>(KIND, number);
    }
}
