package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that the end of a year asks about. */
public enum ClosingMeasure implements Measure {
    /** What waits on draft vouchers of an agency (待完善凭证), of payments and of refunds alike. */
    DRAFTS("closing.drafts"),
    /** Issued to an agency before the budget and not yet offset (预拨待核销). */
    PRE_ISSUED("closing.pre-issued"),
    /** Paid and not yet cleared (已支付未清算) in a division. */
    NOT_CLEARED("closing.not-cleared"),
    /** What is in the budget stabilisation fund (预算稳定调节基金). */
    STABILISATION_FUND("closing.stabilisation-fund");

    private final String code;

    ClosingMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return switch (this) {
            case DRAFTS, PRE_ISSUED -> ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.AGENCY);
            case NOT_CLEARED -> ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR);
            case STABILISATION_FUND -> ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.FUND);
        };
    }
}
