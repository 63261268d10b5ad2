package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.debt.DebtPostings.DebtClass;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What stands on a debt: what was planned or lent, and beside it what has been told of it since. Amounts are yuan. The fiscal
 * year is the one in which it was planned or received; a debt runs on over the years.
 */
@Value.Immutable
public interface DebtTerms extends Terms {
    /** What the money is for. */
    enum Use {
        /** 新增: for public capital expenditure (公益性资本支出). */
        NEW,
        /** 再融资: to repay the principal of debts that are named. */
        REFINANCING
    }

    /** How the days of a part of a year count for interest (计息基础), as the conditions of the debt say. */
    enum DayCount {
        /** 实际天数/付息期实际天数: each full period of interest is the same part of the year's interest. */
        BY_PERIOD,
        /** 实际天数/365. */
        ACTUAL_365
    }

    /** General or special (债务类型). */
    DebtKind kind();

    /** What it is for. */
    Use use();

    /** Name (BOND_NAME 债券名称). */
    String name();

    /** Fund (FUND_TYPE_CODE 资金性质): 112 for general debt, 122 for special debt. */
    String fund();

    /** The principal that is approved, or that was lent on. */
    Money principal();

    /** Number of the document by which it was approved (批准文号). */
    String documentNo();

    /** The debts whose principal it repays (再融资对应的原债务), each once; none where it is not for that. */
    ImmutableList<Refinanced> refinances();

    /** The division that lent it on, 9 digits; none for a bond of the division's own. */
    Optional<String> lender();

    /** How it was received; none before. */
    Optional<Issue> issue();

    /** The principal that has been repaid, in the order in which it was told. */
    ImmutableList<Paid> repayments();

    /** The interest that has been paid, in the order in which it was told. */
    ImmutableList<Paid> interest();

    /** The interest that has been accrued (已计提利息), paid or not. */
    @Value.Default
    default Money accrued() {
        return Fen.money(0);
    }

    /** The finance department: a debt belongs to no agency. */
    @Override
    @Value.Derived
    default String agency() {
        return "";
    }

    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** A name must say something, and nothing is repaid or paid before it was received. */
    @Value.Check
    default void check() {
        if (name().isBlank() || fund().isBlank()) {
            throw new IllegalArgumentException(
                    "name and fund must not be blank: \"" + name() + "\", \"" + fund() + "\"");
        }
        if (issue().isEmpty()
                && !(repayments().isEmpty() && interest().isEmpty() && accrued().isZero())) {
            throw new IllegalArgumentException("what was never received has no interest and is not repaid: " + name());
        }
    }

    /** The principal that is owed, in fen: what was received less what was repaid. */
    default long outstandingFen() {
        return Fen.subtract(receivedFen(), repaidFen());
    }

    /** The principal that was received, in fen. */
    default long receivedFen() {
        return issue().map(issue -> Fen.of(issue.principal())).orElse(0L);
    }

    /** The principal that was repaid, in fen. */
    default long repaidFen() {
        return Paid.sum(repayments());
    }

    /** The account on which it stands; by its conditions, once it was received. */
    default DebtClass debtClass() {
        if (lender().isPresent()) {
            return DebtClass.ON_LENT;
        }
        return issue().filter(issue -> issue.conditions().isShort()).isPresent()
                ? DebtClass.SHORT_BOND
                : DebtClass.LONG_BOND;
    }

    /**
     * A debt that another one repays.
     *
     * @param debt the debt
     * @param amount how much of its principal, in yuan, more than nothing
     */
    record Refinanced(Id<Debt> debt, Money amount) {
        public Refinanced {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what is refinanced of " + debt + " must be positive: " + amount);
            }
        }

        static long sum(ImmutableList<Refinanced> all) {
            long sum = 0;
            for (Refinanced part : all) {
                sum = Fen.add(sum, Fen.of(part.amount()));
            }
            return sum;
        }
    }

    /**
     * What a debt costs and when (发行条件), as the sale has fixed it.
     *
     * @param code the code of the bond (BOND_CODE 债券代码)
     * @param rate interest of a year as a part of the principal, at least 0 and less than 1, with at most ten decimals: 2.73 %
     *     is {@code 0.0273}
     * @param paymentsPerYear how often interest is paid in a year: 1, 2, 3, 4, 6 or 12, or 0 where it is paid with the principal
     * @param from the day from which interest runs (起息日)
     * @param maturity the day on which the principal is due (到期日), after it
     * @param dayCount how the days of a part of a year count
     */
    record Conditions(
            String code, BigDecimal rate, int paymentsPerYear, LocalDate from, LocalDate maturity, DayCount dayCount) {
        private static final int RATE_DECIMALS = 10;

        public Conditions {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0 || rate.scale() > RATE_DECIMALS) {
                throw new IllegalArgumentException("rate must be at least 0 and less than 1, with at most "
                        + RATE_DECIMALS + " decimals: " + rate);
            }
            if (paymentsPerYear < 0 || paymentsPerYear > 12 || (paymentsPerYear > 0 && 12 % paymentsPerYear != 0)) {
                throw new IllegalArgumentException(
                        "payments a year must be 0, 1, 2, 3, 4, 6 or 12: " + paymentsPerYear);
            }
            if (!maturity.isAfter(from)) {
                throw new IllegalArgumentException("a debt must be due after " + from + ": " + maturity);
            }
        }

        boolean isShort() {
            return !maturity.isAfter(from.plusYears(1));
        }
    }

    /**
     * How a debt was received.
     *
     * @param serial number of the notice
     * @param receivedOn the day on which the money came
     * @param principal the principal received, in yuan, more than nothing
     * @param discount what less than the principal was paid for it (折价), in yuan; negative where more was paid (溢价)
     * @param fees what the sale cost (发行费用), in yuan, not negative
     * @param conditions what it costs and when
     */
    record Issue(
            String serial, LocalDate receivedOn, Money principal, Money discount, Money fees, Conditions conditions) {
        public Issue {
            if (!principal.isPositive() || fees.isNegative()) {
                throw new IllegalArgumentException(
                        "principal must be positive and fees not negative: " + principal + ", " + fees);
            }
        }

        /** Discount and fees together in fen; negative where the premium is more than the fees. */
        long costFen() {
            return Fen.add(Fen.of(discount), Fen.of(fees));
        }
    }

    /**
     * A payment of principal or interest that was told.
     *
     * @param serial number of the notice
     * @param on the day on which it was paid
     * @param amount how much, in yuan, more than nothing
     */
    record Paid(String serial, LocalDate on, Money amount) {
        public Paid {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what is paid must be positive: " + amount);
            }
        }

        long fen() {
            return Fen.of(amount);
        }

        static long sum(ImmutableList<Paid> all) {
            long sum = 0;
            for (Paid paid : all) {
                sum = Fen.add(sum, paid.fen());
            }
            return sum;
        }
    }
}
