package org.fiscalloop.register;

import org.fiscalloop.lifecycle.Duty;

/** The duties that the registers ask for. */
public final class RegisterDuty {
    /** 基础信息维护: finance keeps the registers. */
    public static final Duty REGISTRAR = new Duty("register.registrar");

    private RegisterDuty() {}
}
