package org.fiscalloop.monitoring;

/** When monitoring is asked (监控触发时点). */
public enum Moment {
    /** 送审: a payment request is handed in. It may be forbidden or held. */
    SUBMIT,
    /** 回单: the bank tells that it has paid a voucher. Nothing is refused any more: what is found is to be explained. */
    RECEIPT
}
