package org.fiscalloop.finalaccounts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as final accounts print them, in 万元 with two decimals. */
public final class TenThousandYuan {
    private static final int FEN_DIGITS = 6; // 1 万元 is 1,000,000 fen

    private TenThousandYuan() {}

    /**
     * An amount in fen, rounded to the nearest 0.01 万元, which is 100 yuan; one that lies half-way away from zero (四舍五入).
     * Every amount is rounded by itself, so that printed parts may miss their printed total by some 0.01.
     */
    public static String text(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
