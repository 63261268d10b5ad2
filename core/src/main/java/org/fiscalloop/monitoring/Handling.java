package org.fiscalloop.monitoring;

/** What monitoring does about a payment (监控处置方式), from mild to severe. */
public enum Handling {
    /** 放行: nothing. A rule of its own that is set so is off: it is not asked. */
    PASS,
    /** 预警: the payment goes on, and whoever acts is warned. */
    WARN,
    /** 拦截: a request waits, its amount held, until somebody releases it or sends it back. */
    HOLD,
    /** 禁止: a request is not handed in. */
    FORBID
}
