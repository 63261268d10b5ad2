package org.fiscalloop.debt;

/** What is done with a debt. */
public enum DebtAction {
    /** 编制发行计划: fill in a bond. */
    PLAN,
    /** 接收转贷: what was lent on has arrived. */
    BORROW,
    /** 修改. */
    REVISE,
    /** 送审. */
    SUBMIT,
    /** 审核通过. */
    APPROVE,
    /** 退回. */
    RETURN,
    /** 退回录入. */
    RETURN_TO_ENTRY,
    /** 撤回. */
    WITHDRAW,
    /** 作废: give it up before it is issued. */
    VOID,
    /** 发行到账: the proceeds have come. */
    ISSUE,
    /** 计提利息. */
    ACCRUE,
    /** 付息. */
    PAY_INTEREST,
    /** 部分还本. */
    REPAY_PART,
    /** 还清: the last of the principal. */
    PAY_OFF,
    /** 收回转贷: something of what was lent on of it has come back. */
    RECOVER
}
