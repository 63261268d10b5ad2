package org.fiscalloop.revenue;

import org.fiscalloop.lifecycle.Lifecycle;

/** The nation's tables of what is recorded once. */
final class RevenueLifecycle {
    static final Lifecycle<RevenueState, RevenueAction> INCOME = Lifecycle.of(
                    IncomeReceipt.KIND.code(), RevenueState.class, RevenueAction.class)
            .create(
                    RevenueAction.RECORD,
                    RevenueState.RECORDED,
                    RevenueDuty.TREASURY,
                    "by notice of the treasury or the bank")
            .end(RevenueState.RECORDED)
            .build();

    static final Lifecycle<RevenueState, RevenueAction> ACCRUAL = Lifecycle.of(
                    WageAccrual.KIND.code(), RevenueState.class, RevenueAction.class)
            .create(
                    RevenueAction.RECORD,
                    RevenueState.RECORDED,
                    RevenueDuty.AGENCY_ACCOUNTANT,
                    "the agency owes wages before it pays them")
            .end(RevenueState.RECORDED)
            .build();

    private RevenueLifecycle() {}
}
