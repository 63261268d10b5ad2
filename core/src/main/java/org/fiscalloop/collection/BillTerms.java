package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What stands on a payment notice of non-tax revenue. Amounts are yuan. */
@Value.Immutable
public interface BillTerms extends Terms {
    /** Who owes it (缴款人). */
    String payer();

    /** The last day on which it is not late (缴款期限). */
    LocalDate dueOn();

    /** What it is for (NON_TAX_PAY_DETAIL), in order; at least one. */
    ImmutableList<Detail> details();

    /** How it was paid, once it has been. */
    Optional<Paid> paid();

    /** How it entered the treasury or the special account, once it has. */
    Optional<Entered> entered();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** It may be paid in a later year than that in which it was made. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** What is owed together, without what being late costs, in fen. */
    default long fen() {
        return Fen.sum(details().stream().map(Detail::amount).toList());
    }

    /** Something must be owed. */
    @Value.Check
    default void check() {
        if (details().isEmpty()) {
            throw new IllegalArgumentException("a bill must have at least one detail: " + payer());
        }
    }

    /**
     * One thing that is owed.
     *
     * @param item the item of the catalogue of non-tax revenue (执收项目, NON_TAX_CODE), as the place numbers it
     * @param income income code (收入分类科目)
     * @param fund fund (资金性质): of the treasury or of the special account
     * @param charge by what standard, where it goes by one
     * @param amount how much in yuan
     */
    public record Detail(String item, String income, String fund, Optional<Charge> charge, Money amount) {}

    /**
     * A standard of charging (收费标准).
     *
     * @param standard for one, in yuan
     * @param quantity how many
     */
    public record Charge(Money standard, long quantity) {}

    /**
     * How a bill was paid.
     *
     * @param serial the bank's serial number
     * @param paidOn the day
     * @param amount what was paid of what is owed, in yuan
     * @param lateFee what being late cost (滞纳金, DELAY_AMT), in yuan; zero where it was paid in time
     */
    public record Paid(String serial, LocalDate paidOn, Money amount, Money lateFee) {
        /** What was paid together, in fen. */
        public long fen() {
            return Fen.add(Fen.of(amount), Fen.of(lateFee));
        }
    }

    /**
     * How a bill entered the treasury or the special account (入账, RECORD_DATE).
     *
     * @param report the number of the day report that it is part of
     * @param enteredOn the day of that report
     */
    public record Entered(String report, LocalDate enteredOn) {}
}
