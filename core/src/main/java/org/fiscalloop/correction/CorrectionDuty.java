package org.fiscalloop.correction;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of a correction asks for. */
public final class CorrectionDuty {
    /** 更正录入: the agency fills in. */
    public static final Duty ENTRY = new Duty("correction.entry");

    /** 单位审核: the agency reviews. */
    public static final Duty REVIEW = new Duty("correction.review");

    /** 国库支付中心审核: the payment centre of finance approves, and tells bank and treasury. */
    public static final Duty FINANCE = new Duty("correction.finance");

    private CorrectionDuty() {}
}
