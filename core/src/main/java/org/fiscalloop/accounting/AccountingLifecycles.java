package org.fiscalloop.accounting;

import org.fiscalloop.lifecycle.Lifecycle;

/** The nation's tables of vouchers and periods. */
final class AccountingLifecycles {
    static final Lifecycle<AgencyVoucherState, AgencyVoucherAction> VOUCHER = Lifecycle.of(
                    "agency-voucher", AgencyVoucherState.class, AgencyVoucherAction.class)
            .create(
                    AgencyVoucherAction.DRAW_UP,
                    AgencyVoucherState.DRAFT,
                    AccountingDuty.LOOP,
                    "the facts do not tell the account")
            .move(
                    AgencyVoucherState.DRAFT,
                    AgencyVoucherAction.COMPLETE,
                    AgencyVoucherState.POSTED,
                    AccountingDuty.AGENCY_ACCOUNTANT,
                    "the accountant gives the missing accounts")
            .end(AgencyVoucherState.POSTED)
            .build();

    static final Lifecycle<PeriodBook.State, PeriodBook.Action> PERIOD = Lifecycle.of(
                    "period-book", PeriodBook.State.class, PeriodBook.Action.class)
            .create(
                    PeriodBook.Action.BEGIN,
                    PeriodBook.State.KEPT,
                    AccountingDuty.CLOSING,
                    "months are kept from here on")
            .move(
                    PeriodBook.State.KEPT,
                    PeriodBook.Action.OPEN,
                    PeriodBook.State.KEPT,
                    AccountingDuty.CLOSING,
                    "the next month")
            .move(
                    PeriodBook.State.KEPT,
                    PeriodBook.Action.CLOSE,
                    PeriodBook.State.KEPT,
                    AccountingDuty.CLOSING,
                    "the first open month")
            .move(
                    PeriodBook.State.KEPT,
                    PeriodBook.Action.CLOSE_YEAR,
                    PeriodBook.State.KEPT,
                    AccountingDuty.LOOP,
                    "with the closing of the year")
            .build();

    private AccountingLifecycles() {}
}
