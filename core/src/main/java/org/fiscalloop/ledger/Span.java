package org.fiscalloop.ledger;

import java.time.LocalDate;
import java.util.Locale;

/** Over what time amounts are added up (控制期间), each stretch of it being a bucket with a number. */
public enum Span {
    /** 按年: the fiscal year that the segments name; where they name none, the calendar year of the entry's date. */
    YEAR,
    /** 按月: the calendar month of the entry's date; only what is dated in that month counts. */
    MONTH,
    /** 累计: all time, in one bucket. */
    CUMULATIVE;

    private static final int MONTHS = 100;

    /** The bucket of an amount with this date and these segments: 2024, 202403, or 0 for all time. */
    public int bucket(LocalDate date, Segments segments) {
        return switch (this) {
            case YEAR -> segments.year(date);
            case MONTH -> date.getYear() * MONTHS + date.getMonthValue();
            case CUMULATIVE -> 0;
        };
    }

    /** The name of a bucket: {@code 2024}, {@code 2024-03}, or {@code cumulative}. */
    public String text(int bucket) {
        return switch (this) {
            case YEAR -> Integer.toString(bucket);
            case MONTH -> bucket / MONTHS + (bucket % MONTHS < 10 ? "-0" : "-") + bucket % MONTHS;
            case CUMULATIVE -> name().toLowerCase(Locale.ROOT);
        };
    }
}
