package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of a line of the revenue budget, by its id. */
public enum IncomeBudgetMeasure implements Measure {
    /** What is to come in (预算数): approved and adjusted. */
    BUDGETED("income-budget.budgeted"),
    /** What has come in (已入库). */
    RECEIVED("income-budget.received"),
    /** What has gone back of it (已退库). */
    REFUNDED("income-budget.refunded");

    private final String code;

    IncomeBudgetMeasure(String code) {
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
