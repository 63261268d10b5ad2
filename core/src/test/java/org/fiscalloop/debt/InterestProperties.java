package org.fiscalloop.debt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.fiscalloop.debt.DebtTerms.Conditions;
import org.fiscalloop.debt.DebtTerms.DayCount;
import org.fiscalloop.debt.DebtTerms.Issue;
import org.fiscalloop.debt.DebtTerms.Paid;
import org.fiscalloop.debt.Interest.Instalment;
import org.fiscalloop.money.Fen;

/** Interest is one exact sum, however it is paid. */
class InterestProperties {
    private static final LocalDate FROM = LocalDate.of(2024, 2, 29);

    private static DebtTerms debt(long fen, Conditions conditions, ImmutableList<Paid> repayments) {
        return ImmutableDebtTerms.builder()
                .division("350000000")
                .fiscalYear(2024)
                .kind(DebtKind.GENERAL)
                .use(DebtTerms.Use.NEW)
                .name("一般债券")
                .fund("112")
                .principal(Fen.money(fen))
                .documentNo("闽财债〔2024〕1号")
                .issue(new Issue("S1", conditions.from(), Fen.money(fen), Fen.money(0), Fen.money(0), conditions))
                .repayments(repayments)
                .build();
    }

    @Provide
    Arbitrary<Conditions> conditions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99_999),
                        Arbitraries.of(0, 1, 2, 3, 4, 6, 12),
                        Arbitraries.integers().between(0, 800),
                        Arbitraries.integers().between(1, 30 * 366),
                        Arbitraries.of(DayCount.class))
                .as((rate, payments, start, days, count) -> new Conditions(
                        "2405001",
                        BigDecimal.valueOf(rate, 6),
                        payments,
                        FROM.plusDays(start),
                        FROM.plusDays(start + (long) days),
                        count));
    }

    @Property(tries = 300)
    void instalments_add_up_to_the_interest_of_the_whole_to_the_fen(
            @ForAll @IntRange(min = 1) int fen, @ForAll("conditions") Conditions conditions) {
        DebtTerms terms = debt(fen, conditions, ImmutableList.of());
        long sum = 0;
        for (Instalment instalment : Interest.instalments(terms)) {
            assertThat(instalment.amount().isNegative()).as("%s", instalment).isFalse();
            sum += Fen.of(instalment.amount());
        }
        assertThat(sum).isEqualTo(Interest.until(terms, conditions.maturity()));
    }

    @Property(tries = 200)
    void a_bond_of_whole_years_costs_principal_times_rate_times_years_rounded_half_up(
            @ForAll @IntRange(min = 1) int fen,
            @ForAll @IntRange(min = 0, max = 99_999) int rate,
            @ForAll @IntRange(min = 1, max = 30) int years) {
        LocalDate from = LocalDate.of(2024, 3, 15);
        Conditions conditions = new Conditions(
                "2405001", BigDecimal.valueOf(rate, 6), 2, from, from.plusYears(years), DayCount.BY_PERIOD);
        BigDecimal whole = BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(rate, 6))
                .multiply(BigDecimal.valueOf(years))
                .setScale(0, RoundingMode.HALF_UP);
        DebtTerms terms = debt(fen, conditions, ImmutableList.of());
        assertThat(Interest.until(terms, conditions.maturity())).isEqualTo(whole.longValueExact());
        assertThat(Interest.instalments(terms)).hasSize(2 * years);
    }

    @Property(tries = 200)
    void interest_grows_from_day_to_day_and_never_beyond_maturity(
            @ForAll @IntRange(min = 1) int fen,
            @ForAll("conditions") Conditions conditions,
            @ForAll @IntRange(min = -10, max = 40 * 366) int day) {
        DebtTerms terms = debt(fen, conditions, ImmutableList.of());
        LocalDate on = conditions.from().plusDays(day);
        long today = Interest.until(terms, on);
        assertThat(today).isLessThanOrEqualTo(Interest.until(terms, on.plusDays(1)));
        assertThat(today).isBetween(0L, Interest.until(terms, conditions.maturity()));
        if (day <= 0) {
            assertThat(today).isZero();
        }
    }

    @Property(tries = 200)
    void principal_that_is_repaid_costs_nothing_from_that_day_on(
            @ForAll @IntRange(min = 2) int fen,
            @ForAll("conditions") Conditions conditions,
            @ForAll @IntRange(min = 0, max = 30 * 366) int day) {
        LocalDate on = conditions.from().plusDays(day);
        DebtTerms whole = debt(fen, conditions, ImmutableList.of());
        DebtTerms half = debt(fen, conditions, ImmutableList.of(new Paid("P1", on, Fen.money(fen / 2))));
        assertThat(Interest.until(half, on.isBefore(conditions.maturity()) ? on : conditions.maturity()))
                .isEqualTo(Interest.until(whole, on.isBefore(conditions.maturity()) ? on : conditions.maturity()));
        assertThat(Interest.until(half, conditions.maturity()))
                .isLessThanOrEqualTo(Interest.until(whole, conditions.maturity()));
    }
}
