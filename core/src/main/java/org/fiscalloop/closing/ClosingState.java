package org.fiscalloop.closing;

/** Where a closing or an arrangement stands: it is booked when it is made, and does not live on. */
public enum ClosingState {
    /** 已记账: its entries stand in the books. */
    BOOKED
}
