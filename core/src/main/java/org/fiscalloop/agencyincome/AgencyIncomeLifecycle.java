package org.fiscalloop.agencyincome;

import org.fiscalloop.lifecycle.Lifecycle;

/** The nation's table of the life of an arrival. Source: 单位资金收入到账, 认领 as systems in use do it. */
final class AgencyIncomeLifecycle {
    static final Lifecycle<AgencyIncomeState, AgencyIncomeAction> NATIONAL = Lifecycle.of(
                    AgencyIncome.KIND.code(), AgencyIncomeState.class, AgencyIncomeAction.class)
            .create(
                    AgencyIncomeAction.ARRIVE,
                    AgencyIncomeState.ARRIVED,
                    AgencyIncomeDuty.BANK,
                    "by notice of the bank")
            .move(
                    AgencyIncomeState.ARRIVED,
                    AgencyIncomeAction.CLAIM,
                    AgencyIncomeState.CLAIMED,
                    AgencyIncomeDuty.CLAIM,
                    "all of it, line by line")
            .afterEnd(
                    AgencyIncomeState.CLAIMED,
                    AgencyIncomeAction.SETTLE,
                    AgencyIncomeState.CLAIMED,
                    AgencyIncomeDuty.CLAIM,
                    "what was to be settled, up to all of it")
            .end(AgencyIncomeState.CLAIMED)
            .build();

    private AgencyIncomeLifecycle() {}
}
