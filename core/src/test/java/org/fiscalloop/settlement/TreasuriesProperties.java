package org.fiscalloop.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.ledger.Balances;

/** Treasuries of three levels that send money to each other and settle, while messages are lost, doubled and reordered. */
class TreasuriesProperties {
    private static final String ABOVE = "CURRENT_ACCOUNT_WITH_UPPER_LEVEL_TREASURY";
    private static final String BELOW = "CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY";
    private static final String GENERAL = "GENERAL_PUBLIC_BUDGET_";

    @Property(tries = 40)
    void INV_60_what_stands_with_the_level_below_is_what_stands_there_and_what_is_on_its_way(
            @ForAll("histories") List<Treasuries.Step> steps) {
        Treasuries all = apart();
        for (Treasuries.Step step : steps) {
            all.take(step);
            assertThat(all.centre.treasury(BELOW))
                    .isEqualTo(all.city.treasury(ABOVE) + all.onItsWay(all.centre, all.city));
            assertThat(all.city.treasury(BELOW))
                    .isEqualTo(all.district.treasury(ABOVE) + all.onItsWay(all.city, all.district));
            assertThat(all.centre.unsettled(all.city.level.division)).isEqualTo(all.centre.treasury(BELOW));
            assertThat(all.city.unsettled(all.centre.level.division)).isEqualTo(all.city.treasury(ABOVE));
        }
    }

    @Property(tries = 40)
    void INV_60_when_all_has_arrived_and_is_confirmed_both_sides_say_the_same(
            @ForAll("histories") List<Treasuries.Step> steps) {
        Treasuries all = apart();
        steps.forEach(all::take);
        all.settle();

        same(all.centre, all.city);
        all.sent.forEach((id, from) -> assertThat(from.level.find(id).state()).isEqualTo(CashTransfer.State.DELIVERED));
        all.issued.forEach((id, from) -> assertThat(from.level.find(id).state()).isEqualTo(Settlement.State.DELIVERED));
        assertThat(all.centre.treasury(BELOW) + all.city.treasury(BELOW))
                .isEqualTo(all.city.treasury(ABOVE) + all.district.treasury(ABOVE));
        assertThat(total(all, "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_" + GENERAL + "TRANSFERS"))
                .isEqualTo(total(all, "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_" + GENERAL + "TRANSFERS"));
        assertThat(total(all, "REMITTANCE_BUDGET_EXPENDITURE_TO_UPPER_LEVEL_" + GENERAL + "REMITTANCES"))
                .isEqualTo(total(all, "REMITTANCE_BUDGET_REVENUE_FROM_LOWER_LEVEL"));
        assertThat(total(all, "TRANSFER_EXPENSE_TO_LOWER_LEVEL"))
                .isEqualTo(total(all, "TRANSFER_INCOME_FROM_UPPER_LEVEL"));
        assertThat(total(all, "TREASURY_DEPOSITS")).isEqualTo(102_000);
    }

    private static void same(Treasury upper, Treasury lower) {
        assertThat(upper.unsettled(lower.level.division)).isEqualTo(lower.unsettled(upper.level.division));
    }

    private static long total(Treasuries all, String account) {
        return all.all().stream()
                .mapToLong(treasury -> treasury.treasury(account))
                .sum();
    }

    @Property(tries = 40)
    void no_treasury_is_asked_for_more_than_it_has(@ForAll("histories") List<Treasuries.Step> steps) {
        Treasuries all = apart();
        for (Treasuries.Step step : steps) {
            all.take(step);
            all.all()
                    .forEach(treasury -> assertThat(treasury.treasury("TREASURY_DEPOSITS"))
                            .isGreaterThanOrEqualTo(treasury.level.memorandum("CASH_ORDERED")));
        }
    }

    @Property(tries = 30)
    void treasuries_in_one_loop_end_as_treasuries_that_have_a_loop_each(
            @ForAll("histories") List<Treasuries.Step> steps) {
        Treasuries apart = apart();
        Treasuries together = new Treasuries(Treasury.loop());
        for (Treasuries.Step step : steps) {
            apart.take(step);
            together.take(step);
        }
        apart.settle();
        together.settle();

        assertThat(kept(apart)).isEqualTo(kept(together));
        assertThat(apart.states()).isEqualTo(together.states());
    }

    @Property(tries = 20)
    void what_the_records_say_is_what_is_decided_again(@ForAll("histories") List<Treasuries.Step> steps) {
        Treasuries all = apart();
        steps.forEach(all::take);

        all.loops().forEach(loop -> assertThat(loop.verify()).isEmpty());
    }

    private static Treasuries apart() {
        return new Treasuries(Treasury.loop(), Treasury.loop(), Treasury.loop());
    }

    private static ImmutableList<String> kept(Treasuries all) {
        return all.loops().stream()
                .flatMap(loop -> loop.balances().kept().stream())
                .map(Balances.Kept::toString)
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    @Provide
    Arbitrary<List<Treasuries.Step>> histories() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 59);
        Arbitrary<Treasuries.Kind> kinds = Arbitraries.of(Stream.of(Treasuries.Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
                .toList());
        return Combinators.combine(kinds, number, number, number)
                .as(Treasuries.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
