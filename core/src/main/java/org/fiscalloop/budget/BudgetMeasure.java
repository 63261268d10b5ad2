package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances by budget line that the budget asks for. */
public enum BudgetMeasure implements Measure {
    /** Proposed and not yet appropriated. */
    PROPOSED("budget.proposed"),
    /** 可下达: appropriated, adjusted and not yet released as allotments. */
    UNRELEASED("budget.unreleased"),
    /** Arranged from the year's own revenue: the original amount and its adjustments. */
    ARRANGED("budget.arranged"),
    /** Moved to it by virement from other lines, less what moved from it; below zero where more was given. */
    VIRED("budget.vired"),
    /** Received from the level above in the course of the year. */
    TRANSFERRED("budget.transferred"),
    /** Carried over from the year before. */
    CARRIED("budget.carried");

    private final String code;

    BudgetMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(Dimensions.LINE);
    }
}
