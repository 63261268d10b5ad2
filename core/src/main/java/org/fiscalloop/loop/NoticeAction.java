package org.fiscalloop.loop;

/** What becomes of a notice that could not be booked at once. */
public enum NoticeAction {
    /** 挂起: it waits. */
    PARK,
    /** 列为异常: it is listed. */
    LIST,
    /** 匹配记账: its document has moved and it is booked. */
    BOOK,
    /** 匹配异常: its document has moved and it contradicts the records. */
    CONTRADICT,
    /** 处理: somebody settles it by one of its remedies and notes which. */
    RESOLVE
}
