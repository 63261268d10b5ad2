package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a line of the revenue budget. Amounts are yuan. */
@Value.Immutable
public interface IncomeBudgetTerms extends Terms {
    /** Income code (收入分类科目); of any level, since congress approves by 类 and 款. */
    String income();

    /** Fund (资金性质): of a budget of the government, or of the special account. */
    String fund();

    /** What is to come in, in yuan; above zero. What was adjusted afterwards stands in the books. */
    Money amount();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();
}
