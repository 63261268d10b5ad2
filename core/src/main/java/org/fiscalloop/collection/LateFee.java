package org.fiscalloop.collection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.fiscalloop.decision.Source;

/**
 * What being late costs (滞纳金, 加处罚款) for one kind of revenue.
 *
 * @param code the beginning of the income codes (收入分类科目)
 * @param perTenThousandADay of what is owed, for each day after the last day
 * @param mostPerTenThousand at most this part of what is owed
 * @param source where that comes from
 */
public record LateFee(String code, int perTenThousandADay, int mostPerTenThousand, Source source) {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public LateFee {
        if (perTenThousandADay < 0 || mostPerTenThousand < 0) {
            throw new IllegalArgumentException("what being late costs for " + code + " must not be negative");
        }
    }

    /**
     * The cost in fen, <strong>rounded half up</strong> once, on the exact product.
     *
     * @param fen what is owed, not negative
     * @param days after the last day; none where it is not late
     */
    public long of(long fen, long days) {
        BigInteger rate = BigInteger.valueOf(perTenThousandADay)
                .multiply(BigInteger.valueOf(Math.max(days, 0)))
                .min(BigInteger.valueOf(mostPerTenThousand));
        return new BigDecimal(BigInteger.valueOf(fen).multiply(rate))
                .divide(new BigDecimal(WHOLE), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
