package org.fiscalloop.allotment;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of an allotment asks for. */
public final class AllotmentDuty {
    /** 指标录入: the business office of finance fills in. */
    public static final Duty ENTRY = new Duty("allotment.entry");

    /** 指标审核与下达: the budget office of finance reviews, issues, freezes, reduces, recalls, supplements, corrects and offsets. */
    public static final Duty FINANCE = new Duty("allotment.finance");

    /** 指标分解: the department, or finance for it, splits what is to be distributed. */
    public static final Duty DISTRIBUTION = new Duty("allotment.distribution");

    /** 系统: only the loop itself takes in what is carried over or came back, and what a virement or an offset moves. */
    public static final Duty LOOP = new Duty("allotment.loop");

    private AllotmentDuty() {}
}
