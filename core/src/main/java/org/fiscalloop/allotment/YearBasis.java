package org.fiscalloop.allotment;

/** Which year's budget an allotment is of (BGT_TYPE 指标类型). */
public enum YearBasis {
    /** 当年预算: of the budget of its own fiscal year. */
    CURRENT,
    /** 上年结转: carried over from the year before. */
    CARRIED
}
