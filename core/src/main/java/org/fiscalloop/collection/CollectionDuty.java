package org.fiscalloop.collection;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that bills and refunds of revenue ask for. */
public final class CollectionDuty {
    /** 执收开票: the agency makes bills and gives them up. */
    public static final Duty BILLING = new Duty("collection.billing");

    /** 退库录入: fills in refunds. */
    public static final Duty REFUND_ENTRY = new Duty("collection.refund-entry");

    /** 退库审核: the finance department reviews them. */
    public static final Duty REFUND_REVIEW = new Duty("collection.refund-review");

    /** 国库、银行: what is only told by notice, and no person is appointed to. */
    public static final Duty TREASURY = new Duty("collection.treasury");

    private CollectionDuty() {}
}
