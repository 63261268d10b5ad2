package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What a province lends on of a bond (债券转贷), and what has come back of it. Amounts are yuan. */
@Value.Immutable
public interface OnLendingTerms extends Terms {
    /** The bond of which it is lent. */
    Id<Debt> bond();

    /** The division to which it is lent, 9 digits. */
    String borrower();

    /** How much of its principal. */
    Money amount();

    /** Number of the document by which it is lent (转贷文号). */
    String documentNo();

    /** The debts of the borrower whose principal it repays, for a bond that refinances; none where it is not for that. */
    ImmutableList<DebtTerms.Refinanced> refinances();

    /** What has come back, in the order in which it was told. */
    ImmutableList<Returned> returns();

    /** The finance department: debt belongs to no agency. */
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

    /** The principal that has not come back, in fen. */
    default long outstandingFen() {
        long left = Fen.of(amount());
        for (Returned returned : returns()) {
            left = Fen.subtract(left, Fen.of(returned.principal()));
        }
        return left;
    }

    /**
     * What has come back at one time.
     *
     * @param serial number of the notice
     * @param principal how much principal, in yuan, not negative
     * @param interest how much interest, in yuan, not negative; one of the two is more than nothing
     */
    record Returned(String serial, Money principal, Money interest) {
        public Returned {
            if (principal.isNegative()
                    || interest.isNegative()
                    || principal.plus(interest).isZero()) {
                throw new IllegalArgumentException(
                        "something must come back, and nothing less than nothing: " + principal + ", " + interest);
            }
        }
    }
}
