package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENTS;
import static org.fiscalloop.ledger.LedgerFixtures.APRIL;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.accepted;
import static org.fiscalloop.ledger.LedgerFixtures.codes;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.move;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Entry.Id ID = new Entry.Id(7, 1);

    @Test
    void a_red_entry_mirrors_the_lines_on_the_same_sides_and_names_the_original() {
        Entry original =
                entry(MARCH, Line.debit(PAID, 500, AT), Line.credit(EXECUTABLE, 700, AT), Line.credit(PAID, -200, AT));

        Entry red = accepted(original.reverse(ID, APRIL, id -> false));

        assertThat(red.lines())
                .containsExactly(
                        Line.debit(PAID, -500, AT), Line.credit(EXECUTABLE, -700, AT), Line.credit(PAID, 200, AT));
        assertThat(red)
                .isEqualTo(new Entry(
                        ALLOTMENTS,
                        Basis.CONTROL,
                        "TEST",
                        APRIL,
                        MARCH,
                        red.lines(),
                        original.narration(),
                        Optional.of(ID)));
    }

    @Test
    void an_entry_is_reversed_at_most_once() {
        Entry original = move(PAID, EXECUTABLE, 500);

        assertThat(original.reverse(ID, APRIL, ID::equals).refusals())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(LedgerReasons.REVERSED_ALREADY);
                    assertThat(refusal.text()).contains("7.1");
                });
        assertThat(original.reverse(ID, APRIL, new Entry.Id(7, 2)::equals).isAccepted())
                .isTrue();
    }

    @Test
    void a_red_entry_is_not_reversed() {
        Entry red = accepted(move(PAID, EXECUTABLE, 500).reverse(ID, APRIL, id -> false));

        assertThat(codes(red.reverse(new Entry.Id(8, 0), APRIL, id -> false))).containsExactly("ledger.red-entry");
    }

    @Test
    void an_entry_has_lines_and_a_rule() {
        assertThatThrownBy(() -> new Entry(
                        ALLOTMENTS, Basis.CONTROL, "R", MARCH, MARCH, ImmutableList.of(), "", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lines");
        assertThatThrownBy(() -> new Entry(
                        ALLOTMENTS,
                        Basis.CONTROL,
                        " ",
                        MARCH,
                        MARCH,
                        ImmutableList.of(Line.debit(PAID, 1, AT)),
                        "",
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule");
    }

    @Test
    void a_line_has_an_amount() {
        assertThatThrownBy(() -> Line.debit(PAID, 0, AT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Line.credit(PAID, Long.MIN_VALUE, AT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allotment/paid");
        assertThat(Line.debit(PAID, 3, AT).on(Side.DEBIT)).isEqualTo(3);
        assertThat(Line.debit(PAID, 3, AT).on(Side.CREDIT)).isEqualTo(-3);
    }

    @Test
    void a_place_in_the_journal_is_not_negative() {
        assertThat(new Entry.Id(0, 0)).hasToString("0.0");
        assertThatThrownBy(() -> new Entry.Id(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Entry.Id(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
