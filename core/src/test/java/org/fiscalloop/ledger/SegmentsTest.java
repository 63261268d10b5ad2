package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;
import static org.fiscalloop.ledger.LedgerFixtures.segments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void codes_come_in_the_declared_order_and_empty_ones_are_absent() {
        Segments at = DIMENSIONS.segments(ImmutableMap.of(ALLOTMENT, "A", PROJECT, "", DIVISION, "D1"));

        assertThat(at.codes().entrySet().asList())
                .containsExactlyElementsOf(
                        ImmutableMap.of(DIVISION, "D1", ALLOTMENT, "A").entrySet());
        assertThat(at.value(ALLOTMENT)).isEqualTo("A");
        assertThat(at.value(PROJECT)).isEmpty();
        assertThat(at.dimensions()).isEqualTo(DIMENSIONS);
        assertThat(DIMENSIONS.none().codes()).isEmpty();
    }

    @Test
    void a_code_is_replaced_or_taken_away() {
        assertThat(AT.with(PROJECT, "Q")).isEqualTo(segments("D1", "2024", "Q", "A"));
        assertThat(AT.with(PROJECT, "").codes()).doesNotContainKey(PROJECT).hasSize(3);
        assertThat(AT.value(PROJECT)).isEqualTo("P");
    }

    @Test
    void the_year_has_four_digits() {
        assertThatThrownBy(() -> AT.with(YEAR, "24"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24");
        for (String broken : new String[] {"20x4", "20/4", "20:4", "02024", "２０２４"}) {
            assertThatThrownBy(() -> AT.with(YEAR, broken)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(AT.with(YEAR, "0919").value(YEAR)).isEqualTo("0919");
    }

    @Test
    void the_year_is_the_one_named_or_else_that_of_the_date() {
        LocalDate inJanuary = LocalDate.of(2025, 1, 7);

        assertThat(AT.year(inJanuary)).isEqualTo(2024);
        assertThat(AT.with(YEAR, "").year(inJanuary)).isEqualTo(2025);
        assertThat(Dimensions.of(YEAR).segments(ImmutableMap.of(YEAR, "any")).year(inJanuary))
                .isEqualTo(2025);
    }

    @Test
    void the_year_may_be_the_first_dimension() {
        Dimensions yearFirst = Dimensions.of(YEAR, PROJECT).withYear(YEAR);

        assertThat(yearFirst.none().with(YEAR, "2023").year(LocalDate.of(2025, 1, 7)))
                .isEqualTo(2023);
        assertThatThrownBy(() -> yearFirst.none().with(YEAR, "23")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codes_of_the_same_hash_are_told_apart() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(AT.with(PROJECT, "Aa")).isNotEqualTo(AT.with(PROJECT, "BB"));
    }

    @Test
    void the_finest_grain_has_all_dimensions() {
        Dimensions three = Dimensions.of(YEAR, PROJECT, ALLOTMENT);

        assertThat(three.full().kept()).containsExactly(YEAR, PROJECT, ALLOTMENT);
        assertThat(three.full().isFull()).isTrue();
        assertThat(three.grain(ImmutableList.of(YEAR, PROJECT), Span.CUMULATIVE).isFull())
                .isFalse();
    }

    @Test
    void a_dimension_that_is_not_declared_is_a_broken_argument() {
        Dimension other = new Dimension("other");

        assertThatThrownBy(() -> AT.value(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AT.project(ImmutableList.of(other))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DIMENSIONS.segments(ImmutableMap.of(other, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
        assertThatThrownBy(() -> DIMENSIONS.withYear(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void segments_over_other_dimensions_are_others() {
        Dimensions turned = Dimensions.of(ALLOTMENT, PROJECT, YEAR, DIVISION);
        Dimensions withoutYear = Dimensions.of(DIMENSIONS.order());

        assertThat(turned.none()).isNotEqualTo(DIMENSIONS.none());
        assertThat(withoutYear.none()).isNotEqualTo(DIMENSIONS.none());
        assertThat(Dimensions.of(DIMENSIONS.order()).withYear(YEAR).none()).isEqualTo(DIMENSIONS.none());
        assertThat(Dimensions.of(DIMENSIONS.order()).withYear(YEAR)).hasSameHashCodeAs(DIMENSIONS);
        assertThat(Dimensions.of(ALLOTMENT)).doesNotHaveSameHashCodeAs(DIMENSIONS);
        assertThat(DIMENSIONS.year()).contains(YEAR);
        assertThat(DIMENSIONS).hasToString("[division, year, project, allotment]");
    }

    @Test
    void the_text_differs_where_the_segments_differ() {
        assertThat(AT).hasToString("division=D1;year=2024;project=P;allotment=A");
        assertThat(segments("D1", "", "P;allotment=B", "")).hasToString("division=D1;project=P\\;allotment=B");
        assertThat(segments("D\\", "", "P", "")).hasToString("division=D\\\\;project=P");
    }

    @Test
    void an_amount_of_a_year_that_is_over_counts_in_its_december() {
        LocalDate late = LocalDate.of(2025, 1, 5);
        assertThat(AT.month(late)).isEqualTo(YearMonth.of(2024, 12));
        assertThat(AT.month(LocalDate.of(2024, 11, 30))).isEqualTo(YearMonth.of(2024, 11));
        assertThat(AT.month(LocalDate.of(2023, 11, 30))).isEqualTo(YearMonth.of(2023, 11));
        assertThat(segments("D1", "", "P", "A").month(late)).isEqualTo(YearMonth.of(2025, 1));
    }

    @Test
    void segments_are_within_others_whose_codes_they_all_have() {
        assertThat(AT.isWithin(AT)).isTrue();
        assertThat(AT.isWithin(segments("D1", "", "P", ""))).isTrue();
        assertThat(AT.isWithin(segments("", "", "", ""))).isTrue();
        assertThat(AT.isWithin(segments("D1", "", "Q", ""))).isFalse();
        assertThat(segments("D1", "", "P", "").isWithin(AT)).isFalse();
    }

    @Test
    void dimensions_are_words_each_declared_once_and_not_too_many() {
        ImmutableList<Dimension> many =
                IntStream.range(0, 62).mapToObj(i -> new Dimension("d" + i)).collect(ImmutableList.toImmutableList());
        Segments last = Dimensions.of(many).none().with(many.get(61), "x");

        assertThat(last.codes()).containsExactly(Map.entry(many.get(61), "x"));
        assertThat(last.project(ImmutableList.of(many.get(0))))
                .isEqualTo(Dimensions.of(many).none());
        assertThatThrownBy(() -> Dimensions.of(ImmutableList.copyOf(Iterables.concat(many, ImmutableList.of(PROJECT)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("63");
        assertThatThrownBy(() -> Dimensions.of(PROJECT, PROJECT)).isInstanceOf(IllegalArgumentException.class);
        for (String broken : new String[] {"", "Big", "a b", "a--b", "-a", "1a", "a-", "用途"}) {
            assertThatThrownBy(() -> new Dimension(broken))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + broken + "\"");
        }
        assertThat(new Dimension("budget-line2")).hasToString("budget-line2");
    }
}
