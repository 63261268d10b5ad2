package org.fiscalloop.budget;

/**
 * Where an amount of a budget line comes from (预算来源). The amount in force is the sum over the sources.
 *
 * <p>Source: 预算指标核算管理办法 (codes 1 to 3), 预算法实施条例 (transfers received in the year, carry-over).
 */
public enum BudgetSource {
    /** 年初预算: appropriated at the beginning of the year. */
    ORIGINAL,
    /** 预算调整: the total has changed since. */
    ADJUSTMENT,
    /** 预算调剂: moved from or to another line, the total unchanged; over all lines of a fund it comes to nothing. */
    VIREMENT,
    /** 上级转移支付: received from the level above in the course of the year. */
    TRANSFER,
    /** 上年结转: carried over from the year before. */
    CARRIED
}
