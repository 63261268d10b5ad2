package org.fiscalloop.revenue;

/** What is done with a record of revenue or of wages. */
public enum RevenueAction {
    /** 登记: record and book it. */
    RECORD,
    /** 更正: another report of the day says what came in. */
    CORRECT
}
