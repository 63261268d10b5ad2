package org.fiscalloop.register;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;

/** The controls of what belongs to a fiscal year (预算年度): people move it until the last day of the year. */
public final class YearControl {
    private static final Source YEAR = Source.certain("《预算法》 art. 18: 预算年度自公历1月1日起, 至12月31日止");

    private YearControl() {}

    /**
     * Refuses what is dated outside the fiscal year: money is ordered in its own year only.
     *
     * @param prefix the package's part of the code, such as {@code payment} of {@code payment.outside-year}
     * @param on the day of the command
     * @param year the fiscal year of the document
     */
    public static <C> Control<C> within(String prefix, Function<C, LocalDate> on, ToIntFunction<C> year) {
        return Control.statutory(
                new Reason(
                        prefix + ".outside-year",
                        "The day is outside the fiscal year",
                        "日期不在预算年度内",
                        "{on} is not in fiscal year {year}",
                        "{on} 不在 {year} 预算年度内",
                        YEAR),
                c -> judged(on.apply(c).getYear() == year.applyAsInt(c), on.apply(c), year.applyAsInt(c)));
    }

    /**
     * Refuses what is dated after the fiscal year.
     *
     * @param prefix the package's part of the code, such as {@code budget} of {@code budget.year-over}
     * @param on the day of the command
     * @param year the fiscal year of the document
     */
    public static <C> Control<C> notOver(String prefix, Function<C, LocalDate> on, ToIntFunction<C> year) {
        return Control.statutory(
                new Reason(
                        prefix + ".year-over",
                        "The fiscal year is over",
                        "预算年度已结束",
                        "{on} is after fiscal year {year}",
                        "{on} 已过 {year} 预算年度",
                        YEAR),
                c -> judged(on.apply(c).getYear() <= year.applyAsInt(c), on.apply(c), year.applyAsInt(c)));
    }

    /**
     * Refuses what would be booked into a fiscal year that has not begun.
     *
     * @param prefix the package's part of the code, such as {@code settlement} of {@code settlement.year-not-begun}
     * @param on the day of the command
     * @param year the fiscal year of the books
     */
    public static <C> Control<C> begun(String prefix, Function<C, LocalDate> on, ToIntFunction<C> year) {
        return Control.statutory(
                new Reason(
                        prefix + ".year-not-begun",
                        "The fiscal year has not begun",
                        "预算年度尚未开始",
                        "{on} is before fiscal year {year}",
                        "{on} 时 {year} 预算年度尚未开始",
                        YEAR),
                c -> judged(on.apply(c).getYear() >= year.applyAsInt(c), on.apply(c), year.applyAsInt(c)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> judged(boolean holds, LocalDate on, int year) {
        return holds ? holds() : violated(Facts.of("on", day(on)).and("year", count(year)));
    }
}
