package org.fiscalloop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.monitoring.PastPayments.Past;
import org.fiscalloop.monitoring.PastPayments.Query;
import org.junit.jupiter.api.Test;

class PaymentHistoryProperties {
    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);

    /** Something is handed in, or given back. */
    record Change(Past past, boolean isGivenBack) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(past(), Arbitraries.integers().between(0, 3))
                .as((past, dice) -> new Change(past, dice == 0))
                .list()
                .ofMaxSize(120);
    }

    private static Arbitrary<Past> past() {
        return Combinators.combine(
                        Arbitraries.of("350200000", "370200000"),
                        Arbitraries.of("101", "102"),
                        Arbitraries.of("6222", "6223", "6224"),
                        Arbitraries.integers().between(-20, 20).map(NEW_YEAR::plusDays),
                        Arbitraries.longs().between(0, 8),
                        Arbitraries.integers().between(1, 5).map(number -> "PR-" + number))
                .as(Past::new);
    }

    @Provide
    Arbitrary<Query> queries() {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(-22, 22).map(NEW_YEAR::plusDays);
        return Combinators.combine(
                        Arbitraries.of("350200000", "370200000", "110000000"),
                        Arbitraries.of("101", "102"),
                        Arbitraries.of("6222", "6223", "6224"),
                        day,
                        day,
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.longs().between(0, 9))
                .as(Query::new);
    }

    @Property(tries = 1000)
    void leaping_finds_what_going_through_all_of_it_finds(
            @ForAll("changes") List<Change> changes, @ForAll("queries") Query query) {
        PaymentHistory history = new PaymentHistory();
        Set<Past> all = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change.isGivenBack()) {
                history.remove(change.past());
                all.remove(change.past());
            } else {
                history.add(change.past());
                all.add(change.past());
            }
        }
        assertThat(history.size()).isEqualTo(all.size());
        assertThat(history.find(query))
                .containsExactlyElementsOf(all.stream()
                        .filter(past -> past.division().equals(query.division())
                                && past.agency().equals(query.agency())
                                && past.account().equals(query.account())
                                && !past.on().isBefore(query.first())
                                && !past.on().isAfter(query.last())
                                && past.fen() >= query.from()
                                && past.fen() < query.below())
                        .sorted(Comparator.comparing(Past::on)
                                .thenComparingLong(Past::fen)
                                .thenComparing(Past::number))
                        .toList());
    }

    @Test
    void what_is_older_than_the_year_before_is_dropped_division_by_division() {
        PaymentHistory history = new PaymentHistory();
        for (int year = 2020; year <= 2024; year++) {
            history.add(new Past("350200000", "101", "6222", LocalDate.of(year, 12, 31), 1, "PR-" + year));
        }
        history.add(new Past("370200000", "101", "6222", LocalDate.of(2021, 1, 1), 1, "PR"));
        history.add(new Past("350200000", "101", "6222", LocalDate.of(2022, 12, 31), 1, "late"));

        assertThat(history.find(new Query(
                        "350200000", "101", "6222", LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31), 0, 2)))
                .extracting(Past::number)
                .isEqualTo(ImmutableList.of("PR-2023", "PR-2024"));
        assertThat(history.size()).isEqualTo(3);
    }
}
