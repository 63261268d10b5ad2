package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of claims, by arrival and part. */
public enum AgencyIncomeMeasure implements Measure {
    /** What of a part is still to be recognised, remitted or returned (待结算). */
    TO_SETTLE("agency-income.to-settle");

    private final String code;

    AgencyIncomeMeasure(String code) {
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
