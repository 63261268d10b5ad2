package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that temporary payments are about. */
public enum TemporaryMeasure implements Measure {
    /** How much may be out of a division (暂付款上限). */
    CEILING("temporary.ceiling"),
    /** What was out above the ceiling when the ceiling was set, and is not cleared yet (超上限存量). */
    EXCESS("temporary.excess"),
    /** What is approved of a division and not paid out. */
    APPROVED("temporary.approved"),
    /** What is out of a division (暂付款余额). */
    OUTSTANDING("temporary.outstanding"),
    /** Of one payment: what is not cleared. */
    REST("temporary.rest");

    private final String code;

    TemporaryMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(this == REST ? Dimensions.DOCUMENT : Dimensions.DIVISION);
    }
}
