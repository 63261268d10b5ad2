package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.transfer.Transfer;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What stands on money between two treasuries (资金调拨单), on the side that sends it and on the side to which it comes. */
@Value.Immutable
public interface CashTerms extends Terms {
    /** What the money is, which decides the entries of both treasuries. */
    enum Kind {
        /** 调拨: sent to a division below ahead of a settlement, and owed until then. */
        CASH_ADVANCE,
        /** 补助: sent to a division below for transfers, income there at once. */
        GRANT,
        /** 上解: sent to a division above, its income at once. */
        REMITTANCE;

        /** Whether it goes to a division below. */
        public boolean isDown() {
            return this != REMITTANCE;
        }
    }

    /** The other division (对方财政区划), 9 digits: that to which it is sent, or on the other side that which has sent it. */
    String counterpart();

    /** What it is. */
    Kind kind();

    /** Fund (FUND_TYPE_CODE 资金性质) whose money it is, on both sides. */
    String fund();

    /** How much, in yuan, above zero. */
    Money amount();

    /** The transfers that it pays, as the division calls them that issued them; none where it is for no certain one. */
    ImmutableList<Id<Transfer>> transfers();

    /** Number of the document by which it is sent (调拨文号). */
    String documentNo();

    /** What it is for, in words (用途); may be empty. */
    @Value.Default
    default String purpose() {
        return "";
    }

    /** How the treasury of the sender paid it; none before. */
    Optional<Sent> sent();

    /** What the host carries along, by name; nothing here reads it, and the other side is not told it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** The finance department: money between treasuries belongs to no agency. */
    @Override
    @Value.Derived
    default String agency() {
        return "";
    }

    /** What was ordered late in a year may be paid in the next. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** It is of something, and goes to another division. */
    @Value.Check
    default void check() {
        SettlementTerms.requireParties(division(), counterpart(), fund());
    }

    /** The amount in fen. */
    default long fen() {
        return Fen.of(amount());
    }

    /** The same as the other side keeps it. */
    default CashTerms mirrored() {
        return ImmutableCashTerms.builder()
                .from(this)
                .division(counterpart())
                .counterpart(division())
                .attributes(ImmutableSortedMap.of())
                .build();
    }

    /**
     * How the treasury of the sender paid it.
     *
     * @param serial the treasury's number of the payment
     * @param on the day on which it was paid
     */
    record Sent(String serial, LocalDate on) {}
}
