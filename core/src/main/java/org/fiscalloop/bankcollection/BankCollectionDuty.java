package org.fiscalloop.bankcollection;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that agreements and demands ask for. */
public final class BankCollectionDuty {
    /** 三方协议录入: the agency fills agreements in. */
    public static final Duty ENTRY = new Duty("bank-collection.entry");

    /** 三方协议审核: the agency reviews and ends them, and refuses demands. */
    public static final Duty REVIEW = new Duty("bank-collection.review");

    /** 收款银行: what the bank tells or what happens with a payment alone; no person is appointed to it. */
    public static final Duty BANK = new Duty("bank-collection.bank");

    private BankCollectionDuty() {}
}
