package org.fiscalloop.transfer;

/** What is done with a transfer at the level that issues it. */
public enum TransferAction {
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
    /** 作废: give it up. */
    VOID,
    /** 重新发送: send it under a new number, where the level below could make nothing of what came. */
    RESEND,
    /** 送达确认: the level below says that what was sent last has arrived. */
    ACKNOWLEDGE,
    /** 收回: ask an amount of it back. */
    RECALL,
    /** 下级退回: an amount of it comes back. */
    COME_BACK,
    /** 年终结算: a settlement of the year names it, which happens once. */
    SETTLE
}
