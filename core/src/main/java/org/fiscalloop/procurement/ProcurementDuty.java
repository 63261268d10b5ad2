package org.fiscalloop.procurement;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that plans and contracts ask for. */
public final class ProcurementDuty {
    /** 采购经办: the agency fills in plans and contracts and carries them on. */
    public static final Duty ENTRY = new Duty("procurement.entry");

    /** 采购监管: finance reviews and files plans, contracts and supplements. */
    public static final Duty REVIEW = new Duty("procurement.review");

    /** 履约验收: the agency accepts what was delivered, by somebody who did not sign. */
    public static final Duty ACCEPTANCE = new Duty("procurement.acceptance");

    /** 采购平台: what is only told by notice, or happens with another document; no person is appointed to it. */
    public static final Duty PLATFORM = new Duty("procurement.platform");

    private ProcurementDuty() {}
}
