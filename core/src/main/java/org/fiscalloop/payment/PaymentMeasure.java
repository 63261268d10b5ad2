package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that payments are about. */
public enum PaymentMeasure implements Measure {
    /** Applied for and not yet paid (已申请未支付). */
    APPLIED("payment.applied"),
    /** Paid and not come back (已支付). */
    PAID("payment.paid"),
    /** What of a payment can still come back: paid less refunded. */
    REFUNDABLE("payment.refundable");

    private final String code;

    PaymentMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(this == REFUNDABLE ? Dimensions.PAYMENT : Dimensions.ALLOTMENT);
    }
}
