package org.fiscalloop.evoucher;

/** What a state over there means for the voucher here (对凭证的影响). */
public enum Progress {
    /** 办理中: it is on its way; nothing follows from it. */
    UNDER_WAY,
    /** 已签收: the other side has it; tell it as an acceptance. */
    ACCEPTED,
    /** 失败: it has got stuck and nothing was paid; somebody corrects and goes on or gives it back. */
    FAILED,
    /** 已办理: it has been carried out; what happened comes with the receipt, and nothing is booked by the state alone. */
    DONE,
    /** 已退回: it is given back undone; tell it as a rejection. */
    RETURNED
}
