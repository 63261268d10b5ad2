package org.fiscalloop.closing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What is filled in when the budget stabilisation fund (预算稳定调节基金) is topped up or drawn. Amounts are yuan.
 *
 * <p>Source: 《预算法》 art. 41, 66.
 */
@Value.Immutable
public interface ArrangementTerms extends Terms {
    /** Whether money goes in or comes out. */
    enum Direction {
        /** 安排: the fund is topped up from a surplus or from more revenue than was budgeted. */
        TOP_UP,
        /** 动用: the fund is drawn to cover what the revenue of the year does not. */
        DRAW
    }

    /** Money that goes in or comes out. */
    Direction direction();

    /** Fund (FUND_TYPE_CODE 资金性质), one of the general public budget. */
    String fund();

    /** How much, in yuan. */
    Money amount();

    /** Number of the document by which it was decided (文号). */
    String documentNo();

    /** The finance department: the fund belongs to no agency. */
    @Override
    @Value.Derived
    default String agency() {
        return "";
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** What is decided must be named. */
    @Value.Check
    default void check() {
        if (fund().isBlank() || documentNo().isBlank()) {
            throw new IllegalArgumentException(
                    "fund and documentNo must not be blank: \"" + fund() + "\", \"" + documentNo() + "\"");
        }
    }

    /** The coding block under which it is booked. */
    default Segments block() {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, division(),
                Dimensions.YEAR, Integer.toString(fiscalYear()),
                Dimensions.FUND, fund()));
    }
}
