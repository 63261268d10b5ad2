package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * How much may be out of temporary payments of a division at one time (暂付款上限): a part of its expenditure. The ceiling of a
 * year takes the place of that of the year before.
 */
@Value.Immutable
public interface CeilingTerms extends Terms {
    /** Expenditure of the general public budget (一般公共预算支出), in yuan, not negative. */
    Money generalExpenditure();

    /** Expenditure of the government fund budget (政府性基金预算支出), in yuan, not negative. */
    Money fundExpenditure();

    /** Number of the document that says so: the final accounts, or the budget. */
    String documentNo();

    /** What the rules in force made of it; what is filled in says none. */
    Optional<Worked> worked();

    /** The finance department: a ceiling belongs to no agency. */
    @Override
    @Value.Derived
    default String agency() {
        return "";
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** Expenditure is not below nothing. */
    @Value.Check
    default void check() {
        if (generalExpenditure().isNegative() || fundExpenditure().isNegative()) {
            throw new IllegalArgumentException(
                    "expenditure must not be negative: " + generalExpenditure() + ", " + fundExpenditure());
        }
    }

    /** Both together, in fen. */
    default long expenditureFen() {
        return Fen.add(Fen.of(generalExpenditure()), Fen.of(fundExpenditure()));
    }

    /**
     * A ceiling as the rules in force made it.
     *
     * @param base which expenditure it is a part of
     * @param perTenThousand the part, of ten thousand
     * @param amount how much may be out, in yuan; cut to whole fen, never up
     */
    record Worked(ExpenditureBase base, int perTenThousand, Money amount) {}
}
