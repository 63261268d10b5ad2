package org.fiscalloop.collection;

/** Why revenue goes back (退库原因). */
public enum RefundReason {
    /** 多缴、误缴: too much was paid, or by mistake. */
    OVERPAID,
    /** 汇算清缴: a settlement of the year says so. */
    SETTLEMENT,
    /** 政策性退付: a law or the State Council says so. */
    POLICY,
    /** 裁决撤销: a ruling has lifted what was imposed. */
    RULING,
    /** 应由财政支出安排: spending has to pay it, and it is never refunded from revenue. */
    EXPENDITURE
}
