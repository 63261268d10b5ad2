package org.fiscalloop.revenue;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that revenue and wages ask for. */
public final class RevenueDuty {
    /** 国库、银行: what is only told by notice, and no person is appointed to. */
    public static final Duty TREASURY = new Duty("revenue.treasury");

    /** 单位会计: the agency's accountant records wages. */
    public static final Duty AGENCY_ACCOUNTANT = new Duty("revenue.agency-accountant");

    private RevenueDuty() {}
}
