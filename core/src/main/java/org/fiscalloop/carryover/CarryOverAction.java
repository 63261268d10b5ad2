package org.fiscalloop.carryover;

/** What is done with the carry-over of an agency. */
public enum CarryOverAction {
    /** 测算: what is left is listed and classified. */
    CALCULATE,
    /** 重新测算: it is listed and classified again, as it is now. */
    RECALCULATE,
    /** 确认: what was calculated is booked. */
    CONFIRM
}
