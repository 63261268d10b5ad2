package org.fiscalloop.temporary;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that temporary payments ask for. */
public final class TemporaryDuty {
    /** 暂付款申请: applies for one, for an agency or for a division below. */
    public static final Duty ENTRY = new Duty("temporary.entry");

    /** 暂付款审批: approves one. */
    public static final Duty APPROVAL = new Duty("temporary.approval");

    /** 总会计: sets the ceiling, and charges what is out to allotments. */
    public static final Duty ACCOUNTANT = new Duty("temporary.accountant");

    /** 国库: what is only told by notice, and no person is appointed to. */
    public static final Duty TREASURY = new Duty("temporary.treasury");

    private TemporaryDuty() {}
}
