package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.transfer.Transfer;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What stands on the settlement of a year between two levels (年终结算单), on the side that issues it and on the side that
 * confirms it. The fiscal year is the one that is settled.
 */
@Value.Immutable
public interface SettlementTerms extends Terms {
    /** What is settled. */
    enum Kind {
        /** 补助: what the level above gives to the level below. */
        GRANT,
        /** 上解: what the level below owes to the level above. */
        REMITTANCE
    }

    /** The other division (对方财政区划), 9 digits: the one below, or on the other side the one above. */
    String counterpart();

    /** What is settled. */
    Kind kind();

    /** Fund (FUND_TYPE_CODE 资金性质). */
    String fund();

    /** What it comes to, in yuan, above zero. */
    Money amount();

    /** The transfers that it settles, as the level above calls them; none where it is settled by a total. */
    ImmutableList<Id<Transfer>> transfers();

    /** Number of the document by which it is settled (结算文号). */
    String documentNo();

    /** What the host carries along, by name; nothing here reads it, and the other side is not told it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** The finance department: a settlement belongs to no agency. */
    @Override
    @Value.Derived
    default String agency() {
        return "";
    }

    /** A year is settled when it is over. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** It is of something, and between two divisions. */
    @Value.Check
    default void check() {
        requireParties(division(), counterpart(), fund());
    }

    /** The amount in fen. */
    default long fen() {
        return Fen.of(amount());
    }

    /** The same as the other side keeps it. */
    default SettlementTerms mirrored() {
        return ImmutableSettlementTerms.builder()
                .from(this)
                .division(counterpart())
                .counterpart(division())
                .attributes(ImmutableSortedMap.of())
                .build();
    }

    /**
     * Both parties of money between levels.
     *
     * @throws IllegalArgumentException if both are the same, or the fund is blank
     */
    static void requireParties(String division, String counterpart, String fund) {
        if (counterpart.equals(division)) {
            throw new IllegalArgumentException("money between levels goes to another division than " + division);
        }
        if (fund.isBlank()) {
            throw new IllegalArgumentException("the fund of money between levels must not be blank");
        }
    }
}
