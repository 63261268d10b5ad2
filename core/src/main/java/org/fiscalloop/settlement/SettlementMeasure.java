package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that money between levels and its settlement are about. */
public enum SettlementMeasure implements Measure {
    /** What is being ordered: it only passes through, so that cash is asked of whoever orders, and not of what has happened. */
    ASKED("settlement.asked"),
    /** What a division has ordered to be sent, and its treasury has not paid. */
    ORDERED("settlement.ordered"),
    /**
     * What stands between two levels (上下级往来): owed by the one below. Nothing, or less than nothing where more was settled
     * than was sent. By the division, the fund, and as its document the other division.
     */
    UNSETTLED("settlement.unsettled");

    private final String code;

    SettlementMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return this == UNSETTLED
                ? ImmutableList.of(Dimensions.DIVISION, Dimensions.FUND, Dimensions.DOCUMENT)
                : ImmutableList.of(Dimensions.DIVISION);
    }
}
