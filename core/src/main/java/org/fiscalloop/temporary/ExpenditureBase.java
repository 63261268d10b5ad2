package org.fiscalloop.temporary;

/** Which expenditure of general public budget and government fund budget the ceiling is a part of (支出口径). */
public enum ExpenditureBase {
    /** 上年执行数: what was spent in the year before, as the treasury's books of that year show it. */
    EXECUTED,
    /** 本年预算数: what is appropriated for the year itself, released or not. */
    BUDGETED
}
