package org.fiscalloop.ledger;

/** A side of an account or of a line: debit or credit (借 / 贷). */
public enum Side {
    /** 借: debit. */
    DEBIT,
    /** 贷: credit. */
    CREDIT;

    /** The other side. */
    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
