package org.fiscalloop.monitoring;

/** Where an alert stands (疑点状态). */
public enum AlertState {
    /** 拦截待处理: it holds up a payment request. */
    HOLDING,
    /** 待核实: of a payment that the bank has made; it is to be explained. */
    QUESTIONED,
    /** 放行, 认定正常: explained. */
    RELEASED,
    /** 退回改正: the request went back to the agency. */
    SENT_BACK,
    /** 认定违规: the payment was against the rules; its money is to be taken back. */
    VIOLATION
}
