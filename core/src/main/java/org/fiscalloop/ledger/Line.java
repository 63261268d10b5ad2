package org.fiscalloop.ledger;

/**
 * A line of an entry (分录): an amount on one side of one account.
 *
 * @param fen not zero; a negative amount decreases its own side, as a red line or a reduction does
 */
public record Line(Meaning account, Side side, long fen, Segments segments) {

    public Line {
        if (fen == 0 || fen == Long.MIN_VALUE) {
            throw new IllegalArgumentException("fen of a line on " + account + " must be an amount: " + fen);
        }
    }

    /** A line on the debit side. */
    public static Line debit(Meaning account, long fen, Segments segments) {
        return new Line(account, Side.DEBIT, fen, segments);
    }

    /** A line on the credit side. */
    public static Line credit(Meaning account, long fen, Segments segments) {
        return new Line(account, Side.CREDIT, fen, segments);
    }

    /** The red line (红字): the same side with the amount negated. */
    public Line red() {
        return new Line(account, side, -fen, segments);
    }

    /** The line alone as a balance. */
    public Balance balance() {
        long increase = Math.max(fen, 0);
        long decrease = Math.max(-fen, 0);
        return side == Side.DEBIT ? new Balance(increase, decrease, 0, 0) : new Balance(0, 0, increase, decrease);
    }

    /** The amount as it counts on a side: negated on the other one. */
    long on(Side counted) {
        return side == counted ? fen : -fen;
    }
}
