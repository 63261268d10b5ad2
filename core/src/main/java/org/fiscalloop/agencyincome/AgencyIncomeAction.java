package org.fiscalloop.agencyincome;

/** What is done with an arrival. */
public enum AgencyIncomeAction {
    /** 到账: it arrives. */
    ARRIVE,
    /** 认领: say what it is. */
    CLAIM,
    /** 结算: recognise, remit or return a part of it that was to be settled. */
    SETTLE
}
