package org.fiscalloop.allotment;

/** Whether an allotment can be paid from (BGT_EXE_FLAG 指标可执行标志). */
public enum AllotmentFlag {
    /** 可执行: payments draw on it. */
    EXECUTABLE,
    /** 待分: it has no agency or no detail yet, and can only be split. */
    PENDING;

    /** The balance in which the amount of such an allotment stands when it is issued. */
    AllotmentMeasure measure() {
        return switch (this) {
            case EXECUTABLE -> AllotmentMeasure.AVAILABLE;
            case PENDING -> AllotmentMeasure.PENDING;
        };
    }
}
