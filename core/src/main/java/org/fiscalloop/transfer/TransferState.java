package org.fiscalloop.transfer;

/** Where a transfer stands at the level that issues it. What has become of its amount is a balance, not a state. */
public enum TransferState {
    /** 录入: being filled in. */
    DRAFT,
    /** 审核: under review; its amount is set aside. */
    SUBMITTED,
    /** 下达: issued, and on its way to the level below. */
    ISSUED,
    /** 已送达: the level below has it. */
    DELIVERED,
    /** 收回在途: an amount is asked back, and that is on its way to the level below. */
    RECALLING,
    /** 作废: given up. */
    VOIDED
}
