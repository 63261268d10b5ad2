package org.fiscalloop.allotment;

/** What is done with an allotment. */
public enum AllotmentAction {
    /** 录入: fill it in. */
    CREATE,
    /** 修改: fill it in again. */
    REVISE,
    /** 送审: hand it in. */
    SUBMIT,
    /** 审核通过: approve it at the post it lies at; the last one issues it. */
    APPROVE,
    /** 退回上一岗: give it back to the post before. */
    RETURN,
    /** 退回录入岗: give it back to entry. */
    RETURN_TO_ENTRY,
    /** 撤销: take back one's own last step. */
    WITHDRAW,
    /** 取消终审: take back what was issued while nothing draws on it. */
    CANCEL_APPROVAL,
    /** 作废: give it up. */
    VOID,
    /** 拆分: split it into others. */
    SPLIT,
    /** 拆分生成: it comes into being as a part of another, issued with it. */
    SPLIT_OFF,
    /** 冻结: keep an amount from being paid. */
    FREEZE,
    /** 解冻: let a frozen amount be paid again. */
    UNFREEZE,
    /** 调减: take an amount back that is not used. */
    REDUCE,
    /** 收回: take back all that is left of it. */
    RECALL,
    /** 追加: give it more from where it came from. */
    SUPPLEMENT,
    /** 要素更正: correct its codes while nothing draws on it. */
    CORRECT,
    /** 核销: offset what was issued before the budget against a formal allotment. */
    OFFSET,
    /** 核销抵减: it takes over what was issued before the budget. */
    ABSORB,
    /** 调剂: an executed virement takes from it or gives to it. */
    VIRE,
    /** 上年结转转入: it comes into being with what is carried over from the year before. */
    CARRY_IN,
    /** 恢复额度: it takes in more of what was carried over, or what came back of a payment of an earlier year. */
    RESTORE,
    /** 接收生成: it comes into being with what is received from the level above. */
    RECEIVE,
    /** 退回上级: an amount of it that is not distributed goes back to the level above. */
    GIVE_BACK
}
