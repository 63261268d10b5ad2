package org.fiscalloop.temporary;

/** What is done with a temporary payment. */
public enum TemporaryAction {
    /** 录入: apply for it. */
    CREATE,
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
    /** 作废: give it up before it is paid out. */
    VOID,
    /** 拨付: the treasury has paid it out. */
    DISBURSE,
    /** 列支: a part becomes expenditure of an allotment. */
    CHARGE,
    /** 列支清理: the last part becomes expenditure of an allotment. */
    CHARGE_LAST,
    /** 收回: a part has come back. */
    COLLECT,
    /** 收回清理: the last part has come back. */
    COLLECT_LAST
}
