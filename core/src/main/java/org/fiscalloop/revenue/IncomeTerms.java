package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What has come in: a day of the treasury or of a special account (收入日报), which belongs to no agency, or other income of one
 * agency (INC_CERT 单位资金收入).
 */
@Value.Immutable
public interface IncomeTerms extends Terms {
    /** The day it came in. */
    LocalDate receivedOn();

    /** Number of the agency's account it came in on; none for the treasury. */
    Optional<String> account();

    /** Number of the report that is in force for the day; none for what an agency received. */
    Optional<String> report();

    /** What came in, in order; at least one. */
    ImmutableList<Line> lines();

    /** The reports of the day that were corrected, in order, with what they said. */
    ImmutableList<Earlier> earlier();

    /** Something must have come in. */
    @Value.Check
    default void check() {
        if (lines().isEmpty()) {
            throw new IllegalArgumentException("income must have at least one line: " + receivedOn());
        }
    }

    /**
     * What came in under one code.
     *
     * @param income income code (收入分类科目), empty where an agency's income names none
     * @param fund fund (资金性质), empty where an agency's income names none
     * @param function function (支出功能分类科目) that an agency's income is for, by which its final accounts show it; empty
     *     where none is told, and for the treasury
     * @param amount what came in, in yuan
     * @param level whose it is (预算级次): empty for the division's own, 1 to 5 for one level's, {@link #SHARED} for what
     *     levels share
     * @param shares what each level has of it, filled in when it is booked; empty where nothing is shared
     * @param booking how it was booked, filled in when it is; none as it is told, and for an agency's income
     */
    public record Line(
            String income,
            String fund,
            String function,
            Money amount,
            String level,
            ImmutableList<Share> shares,
            Optional<Booking> booking) {
        /** 共享: what came in is of several levels. Uncertain: the code of the treasury's reports, known and not published. */
        public static final String SHARED = "0";

        /** What came in, as it is told, and whose it is. */
        public Line(String income, String fund, Money amount, String level) {
            this(income, fund, "", amount, level, ImmutableList.of(), Optional.empty());
        }

        /** What came in is the division's or the agency's own. */
        public Line(String income, String fund, String function, Money amount) {
            this(income, fund, function, amount, "", ImmutableList.of(), Optional.empty());
        }

        /** The same, as told: nobody has divided or booked it. */
        Line told() {
            return new Line(income, fund, function, amount, level, ImmutableList.of(), Optional.empty());
        }
    }

    /**
     * How the treasury's books took in a line, which a correction takes back by.
     *
     * @param kind tax or not
     * @param book the budget of its fund
     * @param amount what of the line is the division's, in yuan; zero where all of it is another level's
     */
    public record Booking(RevenueKind kind, FundBook book, Money amount) {}

    /**
     * A report that another one has corrected.
     *
     * @param report its number
     * @param lines what was booked of it
     */
    public record Earlier(String report, ImmutableList<Line> lines) {}

    /**
     * What one level has of shared revenue.
     *
     * @param level its budget level (预算级次)
     * @param amount in yuan
     */
    public record Share(String level, Money amount) {}
}
