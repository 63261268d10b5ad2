package org.fiscalloop.collection;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A refund of revenue (退库, 收入退付; PAY_BACK_INFO): revenue that goes back to who paid it. */
public final class RevenueRefund extends FlowDocument<RefundTerms, RefundState> {
    /** The kind of document; the value of an id is the number of the refund order (收入退付凭证号). */
    public static final DocumentKind<RevenueRefund> KIND = new DocumentKind<>("revenue-refund", RevenueRefund.class);

    RevenueRefund(Id<RevenueRefund> id, RefundTerms terms, Standing<RefundState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the refund with this number. */
    public static Id<RevenueRefund> id(String number) {
        return new Id<>(KIND, number);
    }
}
