package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of a demand, by its id. */
public enum BankCollectionMeasure implements Measure {
    /** 待付款: what of a demand no request names. */
    FREE("bank-collection.free"),
    /** 付款中: what a live request names and the bank has not paid. */
    NAMED("bank-collection.named"),
    /** 已付款: what is paid and has not come back. */
    PAID("bank-collection.paid");

    private final String code;

    BankCollectionMeasure(String code) {
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
