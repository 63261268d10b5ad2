package org.fiscalloop.revenue;

/** What kind of revenue an income code (收入分类科目) is, as far as the treasury's day report tells it apart. */
public enum RevenueKind {
    /** 税收收入, 101. */
    TAX,
    /** 非税收入, 103. */
    NON_TAX
}
