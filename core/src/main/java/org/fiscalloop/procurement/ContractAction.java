package org.fiscalloop.procurement;

/** What is done with a procurement contract. */
public enum ContractAction {
    /** 签订: put down as it was signed. */
    CONCLUDE,
    /** 修改: put down again before it is filed. */
    REVISE,
    /** 送审: handed in for filing. */
    SUBMIT,
    /** 审核通过: the last post files it. */
    APPROVE,
    /** 退回上一岗. */
    RETURN,
    /** 退回录入岗. */
    RETURN_TO_ENTRY,
    /** 撤销: whoever did the last step undoes it. */
    WITHDRAW,
    /** 作废: given up before it is filed. */
    VOID,
    /** 合同公告: what was signed has been published on the designated media. */
    PUBLISH,
    /** 开始履约: the supplier begins. */
    PERFORM,
    /** 补充合同: the same goods or services are added to. */
    ADD_SUPPLEMENT,
    /** 占用指标: more of an allotment is reserved, such as that of the next year. */
    RESERVE,
    /** 释放占用: all that is reserved is free again, such as before the year ends. */
    UNRESERVE,
    /** 部分验收: a delivery is accepted. */
    ACCEPT_PART,
    /** 验收: the last delivery, and with it the whole, is accepted. */
    ACCEPT_WHOLE,
    /** 结算: nothing more is paid; what is left is released. */
    SETTLE,
    /** 终止: it ends before its time; what is left is released. */
    TERMINATE
}
