package org.fiscalloop.masterdata;

import org.fiscalloop.ledger.Segments;

/**
 * What made a line of a statutory ledger, where it was no event of the year (期): so the columns of a statement are read from
 * the balances, whether the year is closed or not.
 */
public enum Phase {
    /** 年初: brought forward into the year. */
    OPENING,
    /** 结账: made of balances when the year was closed. */
    CLOSING,
    /** 结转下年: the balance that left the closed year. */
    CARRIED;

    /** A coding block in this phase. */
    public Segments in(Segments block) {
        return block.with(Dimensions.PHASE, name());
    }

    /** A coding block in no phase. */
    public static Segments none(Segments block) {
        return block.with(Dimensions.PHASE, "");
    }

    /** Whether a coding block is in this phase. */
    public boolean has(Segments block) {
        return block.value(Dimensions.PHASE).equals(name());
    }
}
