package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What stands on a temporary payment: what was applied for, and beside it what has been told and charged since. Amounts are
 * yuan. The fiscal year is the one in which it was applied for; what is not cleared in it runs on.
 */
@Value.Immutable
public interface TemporaryTerms extends Terms {
    /** What it is for the treasury (暂付款类型), which decides the accounts. */
    enum Kind {
        /** 预拨经费: appropriated to an agency ahead of its budget. */
        APPROPRIATED_AHEAD,
        /** 借出款项: lent to an agency for an urgent need. */
        LOAN,
        /** 与下级往来: paid to the treasury of a division below. */
        LOWER_LEVEL
    }

    /** What it is for the treasury. */
    Kind kind();

    /** The agency that gets it; empty exactly where a division below does. */
    @Override
    String agency();

    /** The division below that gets it, 9 digits; on {@link Kind#LOWER_LEVEL} and no other. */
    Optional<String> lowerDivision();

    /** Fund (FUND_TYPE_CODE 资金性质) whose money it is: an allotment that clears it is of the same. */
    String fund();

    /** How much. */
    Money amount();

    /** What it is for (用途). */
    String purpose();

    /** On what ground it may be paid without a budget (依据): the number of the document that says so. */
    String legalBasis();

    /** The day by whose end it is to be cleared (清理期限). */
    LocalDate dueOn();

    /** How it was paid out; none before. */
    Optional<PaidOut> paidOut();

    /** What was cleared of it, in the order in which it was. */
    ImmutableList<Settlement> settlements();

    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** It goes to one recipient of its kind, and nothing is cleared before it was paid out. */
    @Value.Check
    default void check() {
        boolean isLower = kind() == Kind.LOWER_LEVEL;
        if (isLower != lowerDivision().isPresent() || isLower != agency().isEmpty()) {
            throw new IllegalArgumentException("a temporary payment of kind " + kind() + " goes to one recipient: \""
                    + agency() + "\", " + lowerDivision());
        }
        if (fund().isBlank()) {
            throw new IllegalArgumentException("the fund of a temporary payment must not be blank");
        }
        if (paidOut().isEmpty() && !settlements().isEmpty()) {
            throw new IllegalArgumentException("what was never paid out is not cleared: " + settlements());
        }
    }

    /** Whoever gets it: the agency, or the division below. */
    default String recipient() {
        return lowerDivision().orElseGet(this::agency);
    }

    /** What is not cleared of it, in fen; nothing before it was paid out. */
    default long restFen() {
        return Fen.subtract(paidOut().isPresent() ? Fen.of(amount()) : 0, settledFen());
    }

    /** What was cleared of it, in fen. */
    default long settledFen() {
        return Fen.sum(Lists.transform(settlements(), Settlement::amount));
    }

    /** Whether something of it is not cleared and the day by which it should be is over. */
    default boolean isOverdue(LocalDate on) {
        return restFen() > 0 && on.isAfter(dueOn());
    }

    /**
     * How the treasury paid it out.
     *
     * @param serial the treasury's number of the payment
     * @param on the day it was paid
     * @param year the fiscal year whose books took it
     */
    record PaidOut(String serial, LocalDate on, int year) {}

    /**
     * What was cleared at one time.
     *
     * @param number the treasury's number of the money that came back, or that of the document by which it was charged
     * @param on the day
     * @param amount in yuan, above zero
     * @param allotment the allotment of whose expenditure it became a part; none where money came back
     */
    record Settlement(String number, LocalDate on, Money amount, Optional<Id<Allotment>> allotment) {
        public Settlement {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what is cleared at one time is above zero: " + amount);
            }
        }
    }
}
