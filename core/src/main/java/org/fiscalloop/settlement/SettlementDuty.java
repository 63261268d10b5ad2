package org.fiscalloop.settlement;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that money between levels and its settlement ask for. */
public final class SettlementDuty {
    /** 资金调拨与结算录入: the treasury office of finance fills in. */
    public static final Duty ENTRY = new Duty("settlement.entry");

    /** 资金调拨与结算审核: reviews, orders, sends again. */
    public static final Duty APPROVAL = new Duty("settlement.approval");

    /** 结算确认: confirms what the level above has settled. */
    public static final Duty CONFIRMATION = new Duty("settlement.confirmation");

    /** 国库及系统: what treasury and other divisions tell, and no person is appointed to. */
    public static final Duty LOOP = new Duty("settlement.loop");

    private SettlementDuty() {}
}
