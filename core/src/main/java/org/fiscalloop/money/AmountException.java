package org.fiscalloop.money;

/**
 * An amount that cannot be held or computed exactly; the message names the operation and its operands.
 *
 * <p>It is a broken argument, never a business refusal.
 */
public final class AmountException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with an amount. */
    public enum Problem {
        /** Finer than one fen (分). */
        SUB_FEN,
        /** Outside the 64 bits of fen that an amount has. */
        OVERFLOW,
        /** In a currency other than CNY. */
        FOREIGN_CURRENCY,
        /** Text that is not a plain decimal number. */
        MALFORMED,
        /** A price with more than six decimals. */
        PRICE_TOO_FINE
    }

    private final Problem problem;

    AmountException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What is wrong, for a caller that answers each problem in its own way. */
    public Problem problem() {
        return problem;
    }
}
