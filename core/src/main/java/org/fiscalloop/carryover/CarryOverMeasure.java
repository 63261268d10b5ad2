package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that the carry-over asks for beside those of allotments. */
public enum CarryOverMeasure implements Measure {
    /** Of a budget line, not released as allotments. */
    UNALLOCATED("carry-over.unallocated"),
    /** Of an agency's year, applied for and not yet paid (在途支付申请). */
    IN_FLIGHT("carry-over.in-flight"),
    /** Of an agency's year, issued before the budget and not yet offset (预拨待核销). */
    PRE_ISSUED("carry-over.pre-issued"),
    /** Of an agency's year, kept for contracts (合同占用指标). */
    RESERVED("carry-over.reserved");

    private final String code;

    CarryOverMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return this == UNALLOCATED
                ? ImmutableList.of(Dimensions.LINE)
                : ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.AGENCY);
    }
}
