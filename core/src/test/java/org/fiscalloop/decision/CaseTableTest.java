package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.decision.CaseTable.ANY;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.ledger.Side;
import org.junit.jupiter.api.Test;

class CaseTableTest {
    private enum Weather {
        DRY,
        WET
    }

    private static CaseTable<String> table(ImmutableList<CaseTable.Row<String>> rows) {
        return CaseTable.of("walk", rows, Side.class, Weather.class);
    }

    @Test
    void a_row_answers_for_a_constant_or_for_anything() {
        CaseTable<String> table = table(ImmutableList.of(
                row("stay", ANY, Weather.WET),
                row("left", Side.DEBIT, Weather.DRY),
                row("right", Side.CREDIT, Weather.DRY)));
        assertThat(table.answer(ImmutableList.of("DEBIT", "WET"))).isEqualTo("stay");
        assertThat(table.answer(ImmutableList.of("CREDIT", "WET"))).isEqualTo("stay");
        assertThat(table.answer(ImmutableList.of("DEBIT", "DRY"))).isEqualTo("left");
        assertThat(table.answer(ImmutableList.of("CREDIT", "DRY"))).isEqualTo("right");
    }

    @Test
    void a_table_without_facets_always_answers_the_same() {
        assertThat(CaseTable.always("one", "answer").answer(ImmutableList.of())).isEqualTo("answer");
    }

    @Test
    void a_hole_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        table(ImmutableList.of(row("stay", ANY, Weather.WET), row("left", Side.DEBIT, Weather.DRY))))
                .withMessage("case table walk answers [CREDIT, DRY] 0 times, not once");
    }

    @Test
    void an_overlap_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(ImmutableList.of(row("stay", ANY, ANY), row("left", Side.DEBIT, Weather.DRY))))
                .withMessage("case table walk answers [DEBIT, DRY] 2 times, not once");
    }

    @Test
    void an_unknown_constant_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(ImmutableList.of(
                        row("stay", ANY, ANY), new CaseTable.Row<>(ImmutableList.of("DEBIT", "SNOW"), "left"))))
                .withMessageContaining("SNOW is no constant of")
                .withMessageContaining("Weather");
    }

    @Test
    void a_row_of_another_width_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(ImmutableList.of(row("stay", ANY))))
                .withMessageContaining("another width");
    }

    @Test
    void a_question_of_an_unknown_constant_is_refused() {
        CaseTable<String> table =
                CaseTable.of("side", ImmutableList.of(row("d", Side.DEBIT), row("c", Side.CREDIT)), Side.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.answer(ImmutableList.of("MIDDLE")))
                .withMessageContaining("does not know [MIDDLE]");
    }

    @Test
    void a_facet_needs_distinct_constants() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Facet("none", ImmutableList.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Facet("twins", ImmutableList.of("A", "A")))
                .withMessageContaining("distinct");
    }
}
