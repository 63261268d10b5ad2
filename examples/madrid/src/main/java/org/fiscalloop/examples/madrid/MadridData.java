package org.fiscalloop.examples.madrid;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fiscalloop.money.Fen;

/**
 * What the city published of a year: the lines of its budget in the order of the table, and its payments.
 *
 * <p>Every row is used. Of the payments none is negative, none is zero, and each names a line that there is. 7,758 rows equal
 * another one in all that is published of them: they are payments of their own, since only with them the payments of a line
 * add up to what it paid. Lines without any credit are lines too: 13 of the 509 are paid from.
 *
 * <p>Source: Ayuntamiento de Madrid, open data, budget execution and payments 2020; reuse with attribution.
 *
 * @param lines the lines of the budget, each key once
 * @param payments the payments, each of one of these lines
 */
record MadridData(ImmutableList<CreditLine> lines, ImmutableList<CityPayment> payments) {
    private static final Splitter COMMA = Splitter.on(',');

    MadridData {
        ImmutableMap<String, CreditLine> byKey =
                lines.stream().collect(toImmutableMap(CreditLine::key, Function.identity()));
        for (CityPayment payment : payments) {
            if (!byKey.containsKey(payment.line())) {
                throw new IllegalArgumentException("there is no line of payment " + payment);
            }
        }
    }

    /** All of it. */
    static MadridData whole() {
        ImmutableList<String> paid = rows("payments-2020.csv");
        ImmutableList.Builder<CityPayment> payments = ImmutableList.builderWithExpectedSize(paid.size());
        for (int i = 0; i < paid.size(); i++) {
            payments.add(CityPayment.of(i + 1, COMMA.splitToList(paid.get(i))));
        }
        return new MadridData(
                rows("expenditure-2020.csv").stream()
                        .map(row -> CreditLine.of(COMMA.splitToList(row)))
                        .collect(toImmutableList()),
                payments.build());
    }

    /** Some of the lines, with all their payments. */
    MadridData of(Predicate<CreditLine> some) {
        ImmutableMap<String, CreditLine> kept =
                lines.stream().filter(some).collect(toImmutableMap(CreditLine::key, Function.identity()));
        return new MadridData(
                kept.values().asList(),
                payments.stream()
                        .filter(payment -> kept.containsKey(payment.line()))
                        .collect(toImmutableList()));
    }

    /** The names of centres (3 digits) and sections (6 digits). */
    static ImmutableMap<String, String> organisation() {
        return rows("organisation-2020.csv").stream()
                .map(row -> COMMA.limit(2).splitToList(row))
                .collect(toImmutableMap(row -> row.get(0), row -> row.get(1)));
    }

    /** What all payments come to, in fen. */
    long paidFen() {
        return payments.stream().map(CityPayment::fen).reduce(0L, Fen::add);
    }

    /** A text that comes with the program. */
    static String text(String name) {
        try {
            return Resources.toString(Resources.getResource(MadridData.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table after its head; no field of these tables stands in quotes. */
    private static ImmutableList<String> rows(String name) {
        return text(name).lines().skip(1).collect(toImmutableList());
    }
}
