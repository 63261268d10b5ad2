package org.fiscalloop.virement;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of a virement asks for. */
public final class VirementDuty {
    /** 调剂录入: the agency, its department or the business office of finance fills in. */
    public static final Duty ENTRY = new Duty("virement.entry");

    /** 部门审核: the department reviews, and decides within its authority. */
    public static final Duty DEPARTMENT = new Duty("virement.department");

    /** 财政审核: the budget office of finance decides. */
    public static final Duty FINANCE = new Duty("virement.finance");

    private VirementDuty() {}
}
