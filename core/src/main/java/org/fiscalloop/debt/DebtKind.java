package org.fiscalloop.debt;

/**
 * The two kinds of government debt, which are limited and budgeted apart.
 *
 * <p>Source: 《预算法实施条例》 (2020) art. 43, 44.
 */
public enum DebtKind {
    /** 一般债务: of the general public budget. */
    GENERAL,
    /** 专项债务: of the budget of government funds. */
    SPECIAL
}
