package org.fiscalloop.ledger;

/** What an account measures (核算基础): accounts of two bases never stand in one entry. */
public enum Basis {
    /** 控制: what may still be done, such as an allotment that is left or an amount that may be refunded. */
    CONTROL,
    /** 财务会计: assets, liabilities, net assets, income and expenses, accrued. */
    FINANCIAL,
    /** 预算会计: budgetary income, expenditure and balances, by cash. */
    BUDGETARY
}
