package org.fiscalloop.debt;

import static java.time.temporal.ChronoUnit.DAYS;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.debt.DebtTerms.Conditions;
import org.fiscalloop.debt.DebtTerms.DayCount;
import org.fiscalloop.debt.DebtTerms.Paid;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * The interest of a debt, computed exactly: principal × rate × part of the year, of the principal that is owed day by day.
 *
 * <p>It is one sum that grows from the first day to the last. Up to a day it is <strong>cut to the fen</strong>, up to maturity
 * it is <strong>rounded half up</strong>, once. An instalment is what the sum has grown by since the one before: so the last
 * takes the rest, and all of them add up to the interest of the whole.
 */
public final class Interest {
    private static final int MONTHS = 12;
    private static final int YEAR = 365;

    private Interest() {}

    /**
     * An instalment of interest.
     *
     * @param due the day on which it is due (付息日)
     * @param amount how much, in yuan
     */
    public record Instalment(LocalDate due, Money amount) {}

    /** All instalments of a debt that was received, in their order, if nothing more is repaid than has been. */
    public static ImmutableList<Instalment> instalments(DebtTerms terms) {
        ImmutableList.Builder<Instalment> instalments = ImmutableList.builder();
        long before = 0;
        for (LocalDate due : dueDays(conditions(terms))) {
            long until = until(terms, due);
            instalments.add(new Instalment(due, Fen.money(Fen.subtract(until, before))));
            before = until;
        }
        return instalments.build();
    }

    /** The days on which interest is due: counted from the first day, the last one at maturity. */
    static ImmutableList<LocalDate> dueDays(Conditions conditions) {
        List<LocalDate> days = new ArrayList<>();
        int step = conditions.paymentsPerYear() == 0 ? 0 : MONTHS / conditions.paymentsPerYear();
        for (int i = 1; step > 0 && day(conditions, step, i).isBefore(conditions.maturity()); i++) {
            days.add(day(conditions, step, i));
        }
        days.add(conditions.maturity());
        return ImmutableList.copyOf(days);
    }

    /** What a debt has cost up to a day, that day itself not counted, in fen. */
    static long until(DebtTerms terms, LocalDate day) {
        Conditions conditions = conditions(terms);
        boolean isWhole = !day.isBefore(conditions.maturity());
        Ratio exact = exact(terms, conditions, isWhole ? conditions.maturity() : day);
        return isWhole ? exact.halfUp() : exact.cut();
    }

    private static Ratio exact(DebtTerms terms, Conditions conditions, LocalDate end) {
        Ratio years = conditions.dayCount() == DayCount.ACTUAL_365
                ? new Ratio(principalDays(terms, conditions.from(), end), BigInteger.valueOf(YEAR))
                : byPeriod(terms, conditions, end);
        return years.times(
                conditions.rate().unscaledValue(),
                BigInteger.TEN.pow(Math.max(0, conditions.rate().scale())));
    }

    /** Principal × years, each period of interest being the same part of a year. */
    private static Ratio byPeriod(DebtTerms terms, Conditions conditions, LocalDate end) {
        int perYear = Math.max(1, conditions.paymentsPerYear());
        int step = MONTHS / perYear;
        Ratio sum = Ratio.ZERO;
        LocalDate start = conditions.from();
        for (int i = 1; start.isBefore(end); i++) {
            LocalDate next = day(conditions, step, i);
            LocalDate stop = next.isBefore(end) ? next : end;
            sum = sum.plus(new Ratio(
                    principalDays(terms, start, stop),
                    BigInteger.valueOf(DAYS.between(start, next)).multiply(BigInteger.valueOf(perYear))));
            start = next;
        }
        return sum;
    }

    private static LocalDate day(Conditions conditions, int step, int number) {
        return conditions.from().plusMonths((long) step * number);
    }

    /** The principal owed on each day from one day to another, that one not counted, added up in fen. */
    private static BigInteger principalDays(DebtTerms terms, LocalDate from, LocalDate to) {
        BigInteger sum = days(terms.receivedFen(), from, to);
        for (Paid repaid : terms.repayments()) {
            if (repaid.on().isBefore(to)) {
                LocalDate since = repaid.on().isBefore(from) ? from : repaid.on();
                sum = sum.subtract(days(repaid.fen(), since, to));
            }
        }
        return sum;
    }

    private static BigInteger days(long fen, LocalDate from, LocalDate to) {
        return BigInteger.valueOf(fen).multiply(BigInteger.valueOf(Math.max(0, DAYS.between(from, to))));
    }

    private static Conditions conditions(DebtTerms terms) {
        return terms.issue()
                .orElseThrow(() -> new IllegalStateException("a debt that was not received costs nothing: " + terms))
                .conditions();
    }

    /** An exact number that is not negative. */
    private record Ratio(BigInteger numerator, BigInteger denominator) {
        static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);

        Ratio plus(Ratio other) {
            return reduced(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Ratio times(BigInteger factor, BigInteger divisor) {
            return reduced(numerator.multiply(factor), denominator.multiply(divisor));
        }

        private static Ratio reduced(BigInteger numerator, BigInteger denominator) {
            BigInteger common = numerator.gcd(denominator);
            return new Ratio(numerator.divide(common), denominator.divide(common));
        }

        long cut() {
            return numerator.divide(denominator).longValueExact();
        }

        long halfUp() {
            BigInteger twice = denominator.add(denominator);
            return numerator.add(numerator).add(denominator).divide(twice).longValueExact();
        }
    }
}
