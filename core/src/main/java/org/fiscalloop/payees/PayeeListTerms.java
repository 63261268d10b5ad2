package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;

/** What is filled in on a payee list (支付明细清单). Amounts are yuan. */
@Value.Immutable
public interface PayeeListTerms extends Terms {
    /** What kind of list it is: a code of {@link PayeesRules#kinds}, such as 1 工资. */
    String kind();

    /** What it is called (名称), such as 2024年3月工资; blank if left out. */
    @Value.Default
    default String title() {
        return "";
    }

    /** Who is paid how much, in order; a detail is called by its place, from 1. */
    ImmutableList<PayeeDetail> details();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** The details of earlier lists that it pays again, in order. */
    default ImmutableList<PayeeDetail.Origin> origins() {
        return details().stream().flatMap(detail -> detail.origin().stream()).collect(ImmutableList.toImmutableList());
    }

    /** What all details come to, in fen. */
    @Value.Derived
    default long fen() {
        long sum = 0;
        for (PayeeDetail detail : details()) {
            sum = Fen.add(sum, detail.fen());
        }
        return sum;
    }
}
