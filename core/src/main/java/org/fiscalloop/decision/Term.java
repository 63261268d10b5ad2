package org.fiscalloop.decision;

import org.fiscalloop.money.Fen;

/**
 * One signed term of a {@link Fact.Formula}: a named amount that is added or subtracted.
 *
 * <p>The sign is kept apart from the amount, so that a term that subtracts nothing still reads as subtracted.
 *
 * @param name how the amount is called in print, not blank
 * @param sign 1 where the amount is added, -1 where it is subtracted
 * @param amount in fen, before the sign; may be negative
 */
public record Term(String name, int sign, long amount) {

    public Term {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("sign must be 1 or -1: " + sign);
        }
    }

    /** The term that contributes this many fen: a negative number is a subtracted amount. */
    public Term(String name, long fen) {
        this(name, fen < 0 ? -1 : 1, fen < 0 ? Fen.negate(fen) : fen);
    }

    /** The term that adds an amount. */
    public static Term plus(String name, long amount) {
        return new Term(name, 1, amount);
    }

    /** The term that subtracts an amount. */
    public static Term minus(String name, long amount) {
        return new Term(name, -1, amount);
    }

    /** What the term contributes to the sum, in fen. */
    public long fen() {
        return sign == 1 ? amount : Fen.negate(amount);
    }
}
