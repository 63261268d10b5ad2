package org.fiscalloop.closing;

/** What is done at the end of a year. */
public enum ClosingAction {
    /** 单位年结: the books of an agency are closed. */
    CLOSE_AGENCY,
    /** 财政年结: the allotment ledger and the treasury ledger of a division are closed. */
    CLOSE_DIVISION,
    /** 安排或动用: the budget stabilisation fund is topped up or drawn. */
    ARRANGE
}
