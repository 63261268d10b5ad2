package org.fiscalloop.budget;

/** What is done with a budget line. */
public enum BudgetAction {
    /** 新增: fill it in. */
    CREATE,
    /** 修改: fill it in again. */
    REVISE,
    /** 送审: hand it in. */
    SUBMIT,
    /** 审核通过: approve it at the post it lies at. */
    APPROVE,
    /** 退回上一岗: give it back to the post before. */
    RETURN,
    /** 退回录入岗: give it back to the agency. */
    RETURN_TO_ENTRY,
    /** 撤销: take back one's own last step. */
    WITHDRAW,
    /** 取消终审: take back the approval of the last post. */
    CANCEL_APPROVAL,
    /** 批复: appropriate it. */
    APPROPRIATE,
    /** 作废: give it up. */
    VOID,
    /** 预算调整: raise or lower what has been appropriated. */
    ADJUST,
    /** 上年结转转入: it comes into being with what is carried over from the year before. */
    CARRY_IN,
    /** 上级补助转入: it comes into being with what is received from the level above. */
    RECEIVE,
    /** 退回上级: an amount of it that is not distributed goes back to the level above. */
    GIVE_BACK
}
