package org.fiscalloop.access;

import org.fiscalloop.lifecycle.Duty;

/** The duties that the loop itself asks for. */
public final class AccessDuty {
    /** 系统管理: appoints people and grants duties. */
    public static final Duty ADMINISTRATION = new Duty("access.administration");

    private AccessDuty() {}
}
