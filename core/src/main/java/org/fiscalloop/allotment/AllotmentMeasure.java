package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of an allotment. */
public enum AllotmentMeasure implements Measure {
    /** 可用额度: executable, and neither frozen nor applied for. */
    AVAILABLE("allotment.available"),
    /** 冻结: kept from being paid. */
    FROZEN("allotment.frozen"),
    /** 待分: still to be distributed. */
    PENDING("allotment.pending"),
    /** 已支付未清算: paid from it and not yet cleared with the treasury. */
    NOT_CLEARED("allotment.not-cleared");

    private final String code;

    AllotmentMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(Dimensions.ALLOTMENT);
    }
}
