package org.fiscalloop.monitoring;

/** What is done with an alert. */
public enum AlertAction {
    /** 拦截: monitoring holds a payment request. */
    HOLD,
    /** 登记疑点: monitoring finds something about a payment that the bank has made. */
    QUESTION,
    /** 放行: somebody says why it is in order; the request goes on. */
    LET_PASS,
    /** 退回改正: somebody says why it is not; the request goes back to the agency. */
    SEND_BACK,
    /** 认定违规: somebody says why the payment was not in order. */
    FIND_VIOLATION,
    /** 撤销放行: whoever released it takes that back, and the request waits again. */
    HOLD_AGAIN
}
