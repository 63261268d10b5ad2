package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of a bill, by its id. */
public enum CollectionMeasure implements Measure {
    /** What of it can still go back (可退金额): paid, and neither refunded nor held for a refund. */
    REFUNDABLE("collection.refundable"),
    /** Paid, and not yet in the treasury or the special account (已缴未入账). */
    NOT_ENTERED("collection.not-entered");

    private final String code;

    CollectionMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(Dimensions.DOCUMENT);
    }
}
