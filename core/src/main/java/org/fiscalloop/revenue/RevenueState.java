package org.fiscalloop.revenue;

/** Where a record of revenue or of wages stands: it has only one place. */
public enum RevenueState {
    /** 已登记: recorded and booked. */
    RECORDED
}
