package org.fiscalloop.finalaccounts;

import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;

/** When in the year a line of the books was made, as statements tell it apart (期): by the phase that its coding block names. */
public enum Stage {
    /** 年初: brought forward into the year, {@link Phase#OPENING}. */
    OPENING,
    /** 本年: what happened in the year, no phase. */
    YEAR,
    /** 结账: made of balances when the year was closed, {@link Phase#CLOSING}. */
    CLOSING,
    /** 结转下年: the balance that left the closed year, {@link Phase#CARRIED}; no statement shows it. */
    CARRIED;

    /** The stage of a line under this coding block. */
    static Stage of(Segments block) {
        String phase = block.value(Dimensions.PHASE);
        return phase.isEmpty()
                ? YEAR
                : switch (Phase.valueOf(phase)) {
                    case OPENING -> OPENING;
                    case CLOSING -> CLOSING;
                    case CARRIED -> CARRIED;
                };
    }
}
