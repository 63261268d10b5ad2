package org.fiscalloop.carryover;

/** Where the carry-over of an agency stands. */
public enum CarryOverState {
    /** 已测算: calculated, nothing is booked. */
    CALCULATED,
    /** 已确认: confirmed and booked. */
    CONFIRMED
}
