package org.fiscalloop.examples.quickstart;

import java.math.BigDecimal;
import org.fiscalloop.finalaccounts.TenThousandYuan;

/** Amounts as the document publishes them: ten thousand yuan (万元), two decimals, rounded half up from fen. */
final class Wan {
    private static final int FEN_OF_ONE = 6;

    private Wan() {}

    /** A published amount in fen. */
    static long fen(String published) {
        return new BigDecimal(published).movePointRight(FEN_OF_ONE).longValueExact();
    }

    /** An amount in fen as it would be published. */
    static String text(long fen) {
        return TenThousandYuan.text(fen);
    }
}
