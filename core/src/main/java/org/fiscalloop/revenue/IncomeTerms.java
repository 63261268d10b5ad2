package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What has come in: a day of the treasury (国库收入日报), which belongs to no agency, or other income of one agency
 * (INC_CERT 单位资金收入).
 */
@Value.Immutable
public interface IncomeTerms extends Terms {
    /** The day it came in. */
    LocalDate receivedOn();

    /** Number of the agency's account it came in on; none for the treasury. */
    Optional<String> account();

    /** What came in, in order; at least one. */
    ImmutableList<Line> lines();

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
     */
    public record Line(String income, String fund, String function, Money amount) {}
}
