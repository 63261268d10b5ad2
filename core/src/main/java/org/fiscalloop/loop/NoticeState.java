package org.fiscalloop.loop;

/** Where a notice that could not be booked at once stands. */
public enum NoticeState {
    /** 待匹配: it waits for its document to move. */
    PARKED,
    /** 异常: it contradicts the records; somebody has to choose a remedy. */
    LISTED,
    /** 已记账: it has been matched and booked after all. */
    BOOKED,
    /** 已处理: somebody has settled it. */
    RESOLVED
}
