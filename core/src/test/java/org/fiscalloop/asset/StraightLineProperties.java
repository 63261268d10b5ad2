package org.fiscalloop.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fiscalloop.asset.AssetTerms.Acquisition;
import org.fiscalloop.asset.AssetTerms.Use;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;

/** The months of an asset add up to what it cost. */
class StraightLineProperties {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

    private static AssetTerms asset(long fen, int months, boolean isNominal) {
        return ImmutableAssetTerms.builder()
                .division("310107000")
                .agency("105001")
                .fiscalYear(2024)
                .name("计算机")
                .category("A0201")
                .assetClass(AssetClass.FIXED_ASSETS)
                .acquisition(Acquisition.GIFT)
                .use(Use.OPERATION)
                .acquiredOn(DAY)
                .cost(Fen.money(fen))
                .isNominal(isNominal)
                .months(months)
                .build();
    }

    @Property
    void months_add_up_to_the_cost_and_each_is_within_a_fen_of_its_part(
            @ForAll @IntRange(min = 0) int fen, @ForAll @IntRange(min = 1, max = 720) int months) {
        AssetTerms terms = asset(fen, months, false);
        long sum = 0;
        for (int i = 0; i < months; i++) {
            YearMonth month = YearMonth.from(DAY).plusMonths(i);
            long part = StraightLine.until(terms, month) - StraightLine.until(terms, month.minusMonths(1));
            assertThat(part).isBetween((long) fen / months, (long) fen / months + 1);
            sum += part;
        }
        assertThat(sum).isEqualTo(fen);
    }

    @Property
    void nothing_is_depreciated_before_the_month_of_addition_nor_after_the_last(
            @ForAll @IntRange(min = 1) int fen,
            @ForAll @IntRange(min = 1, max = 720) int months,
            @ForAll @IntRange(min = 0, max = 2000) int later) {
        AssetTerms terms = asset(fen, months, false);
        YearMonth first = YearMonth.from(DAY);
        assertThat(StraightLine.until(terms, first.minusMonths(1 + later))).isZero();
        assertThat(StraightLine.until(terms, first)).isEqualTo(fen / months);
        assertThat(StraightLine.until(terms, first.plusMonths(months - 1L + later)))
                .isEqualTo(fen);
    }

    @Property
    void who_takes_an_asset_over_has_the_months_that_are_left(
            @ForAll @IntRange(min = 1, max = 720) int months, @ForAll @IntRange(min = 0, max = 800) int passed) {
        AssetTerms terms = asset(100, months, false);
        int left = StraightLine.left(terms, YearMonth.from(DAY).minusMonths(1).plusMonths(passed));
        assertThat(left).isEqualTo(Math.max(1, months - passed));
    }

    @Test
    void what_is_only_named_or_has_no_life_is_not_depreciated() {
        YearMonth late = YearMonth.of(2090, 1);
        assertThat(StraightLine.until(asset(100, 0, true), late)).isZero();
        assertThat(StraightLine.until(asset(100, 72, true), late)).isZero();
        assertThat(StraightLine.until(asset(1_000_000, 0, false), late)).isZero();
        assertThat(StraightLine.left(asset(1_000_000, 0, false), late)).isZero();
    }
}
