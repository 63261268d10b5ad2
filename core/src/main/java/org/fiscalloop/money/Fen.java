package org.fiscalloop.money;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.primitives.ImmutableLongArray;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiscalloop.money.AmountException.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts in fen (分, 1/100 yuan) as {@code long}: the conversions at the edges and the exact arithmetic between them.
 *
 * <p>Every function returns the exact result or throws {@link AmountException}; only {@link #priced} and {@link #share} round.
 */
public final class Fen {
    /** The whole of a ratio: ratios are in ten-thousandths. */
    public static final int WHOLE = 10_000;

    /** The one currency of an amount, the yuan (元, CNY). */
    public static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

    /** The decimals of a yuan amount. */
    private static final int DECIMALS = 2;

    /** The decimals that a price may have. */
    private static final int PRICE_DECIMALS = 6;

    /** The most digits that a yuan amount can have before its decimal point and still fit a {@code long} of fen. */
    private static final int YUAN_DIGITS = 17;

    /** How much of a malformed text a message repeats. */
    private static final int SHOWN = 64;

    private static final Pattern DECIMAL = Pattern.compile("(-?)(0|[1-9][0-9]*)(?:\\.([0-9]+))?");

    private Fen() {}

    /**
     * The fen of an amount of money.
     *
     * @throws AmountException {@code FOREIGN_CURRENCY} if it is not in CNY, {@code OVERFLOW} if it does not fit
     */
    public static long of(Money money) {
        if (!money.getCurrencyUnit().equals(CNY)) {
            throw new AmountException(Problem.FOREIGN_CURRENCY, "amount is not in CNY: " + money);
        }
        return of(money.getAmount());
    }

    /**
     * The fen of a number of yuan; trailing zeros do not matter.
     *
     * @throws AmountException {@code OVERFLOW} if it does not fit, {@code SUB_FEN} if it is finer than a fen
     */
    public static long of(BigDecimal yuan) {
        if (yuan.signum() == 0) {
            return 0;
        }
        // Looked at before any digit is moved, so that an exponent of a billion costs nothing.
        if (magnitude(yuan) > YUAN_DIGITS) {
            throw overflow("amount " + yuan);
        }
        if (yuan.scale() == DECIMALS && yuan.precision() <= YUAN_DIGITS) {
            return yuan.movePointRight(DECIMALS).longValue();
        }
        BigDecimal stripped = yuan.stripTrailingZeros();
        if (stripped.scale() > DECIMALS) {
            throw new AmountException(Problem.SUB_FEN, "amount is finer than a fen: " + yuan);
        }
        return exact(stripped.setScale(DECIMALS).unscaledValue(), "amount " + yuan);
    }

    /** The amount as money in CNY. */
    public static Money money(long fen) {
        return Money.ofMinor(CNY, fen);
    }

    /** The amount as a number of yuan, always with two decimals. */
    public static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS);
    }

    /** The amount as decimal text in yuan, always with two decimals and without grouping, such as {@code -1234.50}. */
    public static String text(long fen) {
        return yuan(fen).toPlainString();
    }

    /**
     * The fen of a decimal text in yuan, such as {@code 0}, {@code 12.5} or {@code -1234.50}.
     *
     * <p>Strict: ASCII digits, an optional minus, no plus, no leading zeros, no exponent, no grouping, no blanks, and a
     * decimal point only with one or two decimals after it.
     *
     * @throws AmountException {@code MALFORMED} if it is not such a text, {@code SUB_FEN} if it has more than two decimals
     *     (zeros too), {@code OVERFLOW} if it does not fit
     */
    public static long parse(String yuan) {
        String shown = "\"" + Ascii.truncate(yuan, SHOWN, "...") + "\"";
        Matcher matcher = DECIMAL.matcher(yuan);
        if (!matcher.matches()) {
            throw new AmountException(Problem.MALFORMED, "amount is not a decimal number of yuan: " + shown);
        }
        String decimals = Strings.nullToEmpty(matcher.group(3));
        if (decimals.length() > DECIMALS) {
            throw new AmountException(Problem.SUB_FEN, "amount has more than two decimals: " + shown);
        }
        try {
            return Long.parseLong(matcher.group(1) + matcher.group(2) + Strings.padEnd(decimals, DECIMALS, '0'));
        } catch (NumberFormatException tooLong) {
            throw overflow("amount " + shown);
        }
    }

    /**
     * The sum of two amounts.
     *
     * @throws AmountException {@code OVERFLOW} if it does not fit
     */
    public static long add(long augend, long addend) {
        try {
            return Math.addExact(augend, addend);
        } catch (ArithmeticException tooLarge) {
            throw overflow(text(augend) + " + " + text(addend));
        }
    }

    /**
     * The difference of two amounts.
     *
     * @throws AmountException {@code OVERFLOW} if it does not fit
     */
    public static long subtract(long minuend, long subtrahend) {
        try {
            return Math.subtractExact(minuend, subtrahend);
        } catch (ArithmeticException tooLarge) {
            throw overflow(text(minuend) + " - " + text(subtrahend));
        }
    }

    /**
     * The amount with the other sign.
     *
     * @throws AmountException {@code OVERFLOW} for the one amount that has no opposite, {@link Long#MIN_VALUE}
     */
    public static long negate(long fen) {
        return subtract(0, fen);
    }

    /**
     * The sum of amounts of money, zero for none. Only the total must fit, so the order does not matter.
     *
     * @throws AmountException {@code FOREIGN_CURRENCY} or {@code OVERFLOW} for one of them, {@code OVERFLOW} for the total
     */
    public static long sum(Iterable<Money> amounts) {
        ImmutableLongArray.Builder fen = ImmutableLongArray.builder();
        amounts.forEach(amount -> fen.add(of(amount)));
        return sum(fen.build());
    }

    /**
     * The sum of amounts in fen, zero for none. Only the total must fit, so the order does not matter.
     *
     * @throws AmountException {@code OVERFLOW} if the total does not fit
     */
    public static long sum(ImmutableLongArray amounts) {
        return exact(total(amounts), "sum of " + amounts.length() + " amounts");
    }

    /**
     * The fen of price × quantity, <strong>rounded half up</strong>: to the nearest fen, and half a fen away from zero
     * ({@link RoundingMode#HALF_UP}), once, on the exact product.
     *
     * @param price yuan for one, at most six decimals
     * @param quantity how many, with any number of decimals
     * @throws AmountException {@code PRICE_TOO_FINE} for a price with more than six decimals, {@code OVERFLOW} if the product
     *     does not fit
     */
    public static long priced(BigDecimal price, BigDecimal quantity) {
        if (price.signum() == 0 || quantity.signum() == 0) {
            return 0;
        }
        if (price.scale() > PRICE_DECIMALS && price.stripTrailingZeros().scale() > PRICE_DECIMALS) {
            throw new AmountException(Problem.PRICE_TOO_FINE, "price has more than six decimals: " + price);
        }
        // 10^(magnitude - 2) <= |price × quantity| < 10^magnitude. Both ends are settled before any digit is moved, so
        // that an exponent of a billion costs nothing.
        String operands = price + " × " + quantity;
        long magnitude = magnitude(price) + magnitude(quantity);
        if (magnitude > YUAN_DIGITS + 1) {
            throw overflow(operands);
        }
        if (magnitude < -DECIMALS) {
            return 0;
        }
        BigDecimal product = price.multiply(quantity).setScale(DECIMALS, RoundingMode.HALF_UP);
        return exact(product.unscaledValue(), operands);
    }

    /**
     * The amount in parts proportional to the weights, in their order; the parts add up to the amount exactly.
     *
     * <p>By largest remainder: each part is its exact share cut to whole fen, and the fen left over go one each to the
     * parts that lost most by the cut, <strong>of equal losses to the earlier part</strong>. Every part is within one fen
     * of its exact share and has the sign of the amount or is zero; a part of weight zero is zero.
     *
     * @param weights not negative, not all zero
     * @throws IllegalArgumentException if a weight is negative or there is none above zero
     */
    public static ImmutableLongArray split(long amount, ImmutableLongArray weights) {
        BigInteger total = total(weights);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must not be negative and not all zero: " + weights);
        }
        return LargestRemainder.split(amount, weights, total);
    }

    /**
     * A share of an amount, rounded down to the fen: toward nothing, never up.
     *
     * @param amount not negative
     * @param ratio the share in ten-thousandths, 0 to {@link #WHOLE}
     * @throws IllegalArgumentException if the amount is negative or the ratio is outside
     */
    public static long share(long amount, int ratio) {
        if (amount < 0 || ratio < 0 || ratio > WHOLE) {
            throw new IllegalArgumentException("no share of " + amount + ": " + ratio);
        }
        return amount / WHOLE * ratio + amount % WHOLE * ratio / WHOLE;
    }

    private static BigInteger total(ImmutableLongArray amounts) {
        BigInteger total = BigInteger.ZERO;
        for (int i = 0; i < amounts.length(); i++) {
            total = total.add(BigInteger.valueOf(amounts.get(i)));
        }
        return total;
    }

    /** The number of digits before the decimal point, negative for leading zeros after it: {@code |x| < 10^magnitude}. */
    private static long magnitude(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }

    private static long exact(BigInteger fen, String what) {
        try {
            return fen.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw overflow(what);
        }
    }

    private static AmountException overflow(String what) {
        return new AmountException(Problem.OVERFLOW, "does not fit 64 bits of fen: " + what);
    }
}
