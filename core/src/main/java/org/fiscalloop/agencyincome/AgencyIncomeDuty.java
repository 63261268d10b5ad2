package org.fiscalloop.agencyincome;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that an agency's own income asks for. */
public final class AgencyIncomeDuty {
    /** 收入认领: the agency's accountant says what arrived, and settles it. */
    public static final Duty CLAIM = new Duty("agency-income.claim");

    /** 银行: what is only told by notice, and no person is appointed to. */
    public static final Duty BANK = new Duty("agency-income.bank");

    private AgencyIncomeDuty() {}
}
