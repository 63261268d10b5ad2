package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;
import static org.fiscalloop.ledger.LedgerFixtures.segments;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final long MAX = Long.MAX_VALUE;

    @Test
    void each_side_is_its_increases_less_its_decreases() {
        Balance balance = new Balance(100, 30, 25, 5);

        assertThat(balance.debit()).isEqualTo(70);
        assertThat(balance.credit()).isEqualTo(20);
        assertThat(balance.net(Side.DEBIT)).isEqualTo(50);
        assertThat(balance.net(Side.CREDIT)).isEqualTo(-50);
    }

    @Test
    void balances_add_up_column_by_column() {
        Balance sum = new Balance(1, 2, 3, 4).plus(new Balance(10, 20, 30, 40));

        assertThat(sum).isEqualTo(new Balance(11, 22, 33, 44));
        assertThat(sum.since(new Balance(1, 2, 3, 4))).isEqualTo(new Balance(10, 20, 30, 40));
        assertThatThrownBy(() -> Balance.ZERO.since(sum)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_column_is_negative() {
        assertThatThrownBy(() -> new Balance(-1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Balance(0, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Balance(0, 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Balance(0, 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_does_not_fit_fails() {
        Balance most = new Balance(MAX, 0, 0, 0);

        assertThatThrownBy(() -> most.plus(new Balance(1, 0, 0, 0))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Balance(0, MAX, 0, 0).plus(new Balance(0, 1, 0, 0)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Balance(0, 0, MAX, 0).plus(new Balance(0, 0, 1, 0)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Balance(0, 0, 0, MAX).plus(new Balance(0, 0, 0, 1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Balance(MAX, 0, 0, 1).net(Side.DEBIT)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Balance(0, 2, MAX, 0).net(Side.CREDIT)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_line_alone_is_a_balance() {
        assertThat(Line.debit(PAID, 7, AT).balance()).isEqualTo(new Balance(7, 0, 0, 0));
        assertThat(Line.debit(PAID, -7, AT).balance()).isEqualTo(new Balance(0, 7, 0, 0));
        assertThat(Line.credit(PAID, 7, AT).balance()).isEqualTo(new Balance(0, 0, 7, 0));
        assertThat(Line.credit(PAID, -7, AT).balance()).isEqualTo(new Balance(0, 0, 0, 7));
    }

    @Test
    void a_key_is_made_at_its_grain() {
        Balance.Grain grain = DIMENSIONS.grain(ImmutableList.of(PROJECT, DIVISION), Span.MONTH);

        assertThat(grain.kept()).containsExactly(DIVISION, PROJECT);
        assertThat(grain.span()).isEqualTo(Span.MONTH);
        assertThat(grain.key(AT, MARCH))
                .isEqualTo(new Balance.Key(grain, AT.with(YEAR, "").with(ALLOTMENT, ""), 202403))
                .hasToString("[division, project] MONTH 2024-03 division=D1;project=P");
        assertThat(Balance.Key.full(AT)).isEqualTo(DIMENSIONS.full().key(AT, MARCH));
    }

    @Test
    void grains_are_equal_by_dimensions_and_span() {
        Balance.Grain grain = DIMENSIONS.grain(ImmutableList.of(PROJECT, YEAR), Span.YEAR);

        assertThat(grain)
                .isEqualTo(DIMENSIONS.grain(ImmutableList.of(YEAR, PROJECT), Span.YEAR))
                .hasSameHashCodeAs(DIMENSIONS.grain(ImmutableList.of(YEAR, PROJECT), Span.YEAR))
                .isNotEqualTo(DIMENSIONS.grain(ImmutableList.of(YEAR), Span.YEAR))
                .isNotEqualTo(DIMENSIONS.grain(ImmutableList.of(YEAR, PROJECT), Span.MONTH))
                .isNotEqualTo(Dimensions.of(DIMENSIONS.order()).grain(ImmutableList.of(YEAR, PROJECT), Span.YEAR));
        assertThat(grain.isFull()).isFalse();
        assertThat(DIMENSIONS.grain(DIMENSIONS.order(), Span.MONTH).isFull()).isFalse();
        assertThat(DIMENSIONS.grain(DIMENSIONS.order(), Span.CUMULATIVE).isFull())
                .isTrue();
        assertThat(DIMENSIONS.full().kept()).isEqualTo(DIMENSIONS.order());
    }

    @Test
    void keys_are_ordered_by_grain_then_segments_then_bucket() {
        Balance.Grain coarse = DIMENSIONS.grain(ImmutableList.of(DIVISION), Span.YEAR);
        Balance.Grain monthly = DIMENSIONS.grain(ImmutableList.of(DIVISION), Span.MONTH);
        Segments first = segments("D1", "", "", "");
        Segments second = segments("D2", "", "", "");
        ImmutableList<Balance.Key> ordered = ImmutableList.of(
                new Balance.Key(coarse, first, 2024),
                new Balance.Key(coarse, first, 2025),
                new Balance.Key(coarse, second, 2024),
                new Balance.Key(monthly, first, 202312),
                Balance.Key.full(first));

        assertThat(ordered).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(ordered.reverse()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ordered.get(0)).isEqualByComparingTo(new Balance.Key(coarse, first, 2024));
    }
}
