package org.fiscalloop.debt;

import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * How much a division may owe (债务限额). It is the limit of what is owed at any time, not of what is borrowed in the year, so
 * that the limit of a year takes the place of that of the year before.
 *
 * <p>Source: 《预算法》 art. 35; 《预算法实施条例》 (2020) art. 43, 44.
 */
@Value.Immutable
public interface DebtLimitTerms extends Terms {
    /** General or special debt. */
    DebtKind kind();

    /** How much may be owed, in yuan, not negative. */
    Money amount();

    /** Number of the document by which the congress or its standing committee approved it (批准文号). */
    String documentNo();

    /** The finance department: debt belongs to no agency. */
    @Override
    @Value.Derived
    default String agency() {
        return "";
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** A limit is not below nothing. */
    @Value.Check
    default void check() {
        if (amount().isNegative()) {
            throw new IllegalArgumentException("a debt limit must not be negative: " + amount());
        }
    }
}
