package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.fiscalloop.examples.quickstart.Reconstruction.Pair;
import org.junit.jupiter.api.Test;

class ReconstructionTest {
    @Test
    void parts_take_what_rounding_lost_in_equal_shares_and_add_up_to_their_total() {
        assertThat(Reconstruction.spread(1000, ImmutableMap.of("a", 400L, "b", 300L, "c", 310L)))
                .containsExactly(Map.entry("a", 396L), Map.entry("b", 297L), Map.entry("c", 307L));
    }

    @Test
    void a_table_is_filled_by_name_first_and_then_from_its_corner() {
        var table = Reconstruction.twoWay(
                ImmutableMap.of("2010601", 70L, "2080505", 30L), ImmutableMap.of("30101", 50L, "30108", 50L));
        assertThat(table)
                .containsExactly(
                        Map.entry(new Pair("2010601", "30101"), 50L),
                        Map.entry(new Pair("2010601", "30108"), 20L),
                        Map.entry(new Pair("2080505", "30108"), 30L));
    }

    @Test
    void margins_that_differ_fill_no_table() {
        assertThatThrownBy(() -> Reconstruction.twoWay(ImmutableMap.of("2010601", 70L), ImmutableMap.of("30101", 50L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2010601=20");
    }

    @Test
    void the_rebuilt_year_keeps_every_published_margin_to_the_fen() {
        Published published = Published.read();
        Plan plan = Plan.of(published);
        long basic = plan.lines().stream()
                .filter(line -> line.kind().isBasic())
                .mapToLong(Plan.Line::actual)
                .sum();
        assertThat(basic).isEqualTo(Wan.fen("2336.91"));
        for (Published.Row row : published.byEconomic()) {
            long spent = plan.lines().stream()
                    .filter(line -> line.kind().isBasic() && line.economic().startsWith(row.code()))
                    .mapToLong(Plan.Line::actual)
                    .sum();
            assertThat(row.isTotal() || Wan.text(spent).equals(Wan.text(row.fen(Published.ALL))))
                    .as(row.code())
                    .isTrue();
        }
        assertThat(plan.lines()).allSatisfy(line -> assertThat(line.budget()).isGreaterThanOrEqualTo(line.actual()));
    }

    @Test
    void what_does_not_belong_together_by_name_is_all_of_one_function() {
        assertThat(Plan.of(Published.read()).lines().stream()
                        .filter(line -> line.kind().isBasic())
                        .filter(line -> !Reconstruction.BY_NAME.contains(new Pair(line.function(), line.economic())))
                        .map(Plan.Line::function))
                .isNotEmpty()
                .containsOnly("2010601");
    }
}
