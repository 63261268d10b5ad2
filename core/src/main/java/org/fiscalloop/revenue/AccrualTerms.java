package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Elements;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on wages that are owed (工资计提). Amounts are yuan. */
@Value.Immutable
public interface AccrualTerms extends CodedTerms {
    /** The coding block of the wages. */
    @Override
    Elements elements();

    /** What is owed, in yuan. */
    Money amount();

    /** What for, such as the month. */
    String purpose();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();
}
