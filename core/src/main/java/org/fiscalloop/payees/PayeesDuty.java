package org.fiscalloop.payees;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of a payee list asks for. */
public final class PayeesDuty {
    /** 明细清单录入: the agency fills lists in. */
    public static final Duty ENTRY = new Duty("payees.entry");

    /** 明细清单审核: the agency reviews and confirms them. */
    public static final Duty REVIEW = new Duty("payees.review");

    /** 代理银行: what happens with the payment alone; no person is appointed to it. */
    public static final Duty BANK = new Duty("payees.bank");

    private PayeesDuty() {}
}
