package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of cash plans. */
public enum CashPlanMeasure implements Measure {
    /** 计划额度: approved of an allotment for a month, less what was reduced (PLANAVIAMT). */
    PLANNED("cash-plan.planned"),
    /** 计划可用: of that, what no payment has taken and what has not lapsed (PLANCANUSEAMT). */
    LEFT("cash-plan.left"),
    /** 计划占用: what a payment request has taken of the plans of an allotment for a month. */
    TAKEN("cash-plan.taken"),
    /** The same of all months: nothing where plans did not control it. */
    HELD("cash-plan.held");

    private final String code;

    CashPlanMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return switch (this) {
            case PLANNED, LEFT -> ImmutableList.of(Dimensions.ALLOTMENT, Dimensions.PLAN_MONTH);
            case TAKEN -> ImmutableList.of(Dimensions.ALLOTMENT, Dimensions.PAYMENT, Dimensions.PLAN_MONTH);
            case HELD -> ImmutableList.of(Dimensions.ALLOTMENT, Dimensions.PAYMENT);
        };
    }
}
