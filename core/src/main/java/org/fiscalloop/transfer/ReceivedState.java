package org.fiscalloop.transfer;

/** Where a transfer stands at the level that receives it. What has become of its amount is a balance, not a state. */
public enum ReceivedState {
    /** 已送达: it may be received, distributed and given back. */
    DELIVERED,
    /** 退回在途: an amount is given back, and that is on its way to the level above. */
    GIVING_BACK
}
