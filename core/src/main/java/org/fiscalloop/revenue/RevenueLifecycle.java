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
            .afterEnd(
                    RevenueState.RECORDED,
                    RevenueAction.CORRECT,
                    RevenueState.RECORDED,
                    RevenueDuty.TREASURY,
                    "by a report that names the one it corrects")
            .told(RevenueAction.CORRECT)
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

    static final Lifecycle<CashPlacement.State, CashPlacement.Action> PLACEMENT = Lifecycle.of(
                    CashPlacement.KIND.code(), CashPlacement.State.class, CashPlacement.Action.class)
            .create(
                    CashPlacement.Action.PLACE,
                    CashPlacement.State.PLACED,
                    RevenueDuty.TREASURY,
                    "by notice of the treasury")
            .move(
                    CashPlacement.State.PLACED,
                    CashPlacement.Action.TAKE_BACK,
                    CashPlacement.State.TAKEN_BACK,
                    RevenueDuty.TREASURY,
                    "by notice of the treasury, with what it earned")
            .told(CashPlacement.Action.TAKE_BACK)
            .end(CashPlacement.State.TAKEN_BACK)
            .build();

    private RevenueLifecycle() {}
}
