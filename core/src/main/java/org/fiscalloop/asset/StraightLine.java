package org.fiscalloop.asset;

import java.math.BigInteger;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.fiscalloop.money.Fen;

/**
 * Depreciation by the straight line (年限平均法), exact: after k of n months it is k/n of the cost, <strong>cut to the
 * fen</strong>, and after the last it is the cost. What falls on a month is what it has grown by, so that the months add up.
 *
 * <p>Source: 《政府会计准则第3号——固定资产》: depreciation begins in the month of addition and ends in the month of removal, which has
 * none; no residual value is kept.
 */
public final class StraightLine {
    private StraightLine() {}

    /** What of an asset in use is depreciated at the end of a month, in fen; nothing before its own month. */
    static long until(AssetTerms terms, YearMonth month) {
        if (terms.months() == 0 || terms.isNominal()) {
            return 0;
        }
        long passed = passed(terms, month);
        long cost = Fen.of(terms.cost());
        return passed >= terms.months()
                ? cost
                : BigInteger.valueOf(cost)
                        .multiply(BigInteger.valueOf(passed))
                        .divide(BigInteger.valueOf(terms.months()))
                        .longValueExact();
    }

    /** How many months of an asset have been depreciated at the end of a month. */
    static long passed(AssetTerms terms, YearMonth month) {
        return Math.max(0, ChronoUnit.MONTHS.between(YearMonth.from(terms.acquiredOn()), month) + 1);
    }

    /** The months that are left at the end of a month to whoever takes an asset over, at least one where it is depreciated. */
    static int left(AssetTerms terms, YearMonth month) {
        return terms.months() == 0 ? 0 : (int) Math.max(1, terms.months() - passed(terms, month));
    }
}
