package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.fiscalloop.decision.Source;
import org.fiscalloop.money.Fen;

/**
 * How the levels of government share one kind of revenue (共享收入): by portions, and what rounding leaves over goes to one level.
 *
 * @param code the beginning of the income codes (收入分类科目) that are shared so
 * @param portions what each level has of it, each level once; together ten thousand
 * @param remainder the level to which the fen go that rounding leaves over, one of those above
 * @param source where that comes from
 */
public record Sharing(String code, ImmutableList<Portion> portions, String remainder, Source source) {
    /** What a whole is written as. */
    public static final int WHOLE = 10_000;

    /**
     * What one level has.
     *
     * @param level its budget level (预算级次): 1 中央, 2 省, 3 市, 4 县, 5 乡
     * @param perTenThousand its part of ten thousand, not negative
     */
    public record Portion(String level, int perTenThousand) {
        public Portion {
            if (perTenThousand < 0) {
                throw new IllegalArgumentException(
                        "portion of level " + level + " must not be negative: " + perTenThousand);
            }
        }
    }

    public Sharing {
        Set<String> levels = new HashSet<>();
        int sum = 0;
        for (Portion portion : portions) {
            if (!levels.add(portion.level())) {
                throw new IllegalArgumentException("level " + portion.level() + " shares " + code + " twice");
            }
            sum = Math.addExact(sum, portion.perTenThousand());
        }
        if (sum != WHOLE) {
            throw new IllegalArgumentException("the portions of " + code + " must be " + WHOLE + " together: " + sum);
        }
        if (!levels.contains(remainder)) {
            throw new IllegalArgumentException(
                    "the remainder of " + code + " must go to a level that shares: " + remainder);
        }
    }

    /**
     * A receipt divided: each level has its portion <strong>rounded down</strong> to the fen, one of them the rest. Together
     * they are the receipt.
     *
     * @param fen the whole, not negative
     */
    public ImmutableList<IncomeTerms.Share> divide(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("what is divided must not be negative: " + fen);
        }
        long left = fen;
        for (Portion portion : portions) {
            left = Fen.subtract(left, cut(fen, portion));
        }
        ImmutableList.Builder<IncomeTerms.Share> shares = ImmutableList.builder();
        for (Portion portion : portions) {
            long own = cut(fen, portion);
            shares.add(new IncomeTerms.Share(
                    portion.level(), Fen.money(portion.level().equals(remainder) ? Fen.add(own, left) : own)));
        }
        return shares.build();
    }

    /** Exact before it is cut: the product of a large amount and a portion does not fit into a long. */
    private static long cut(long fen, Portion portion) {
        return BigInteger.valueOf(fen)
                .multiply(BigInteger.valueOf(portion.perTenThousand()))
                .divide(BigInteger.valueOf(WHOLE))
                .longValueExact();
    }
}
