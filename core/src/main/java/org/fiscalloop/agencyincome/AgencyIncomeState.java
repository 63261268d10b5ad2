package org.fiscalloop.agencyincome;

/** Where an arrival stands. */
public enum AgencyIncomeState {
    /** 待认领: it has arrived, and nobody has said what it is. */
    ARRIVED,
    /** 已认领: the agency has said what it is, and it is booked. */
    CLAIMED
}
