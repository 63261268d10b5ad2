package org.fiscalloop.finalaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.RecordCursor;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.junit.jupiter.api.Test;

/** Every cell explains itself: the balances it adds up, and the entries and events behind them. */
class CellTest {
    private static final SmallYear SMALL = new SmallYear();

    private static ImmutableList<Cell.Behind> explain(Cell cell) {
        try (RecordCursor records = SMALL.world.loop().records(0)) {
            return cell.explain(records);
        }
    }

    @Test
    void the_parts_of_every_cell_of_every_statement_add_up_to_it() {
        for (Statement statement : SMALL.organAccounts().all()) {
            for (Statement.Line line : statement.lines()) {
                line.cells()
                        .forEach((column, cell) -> assertThat(cell.parts().stream()
                                        .mapToLong(Cell.Part::fen)
                                        .sum())
                                .as(statement.layout().code() + " " + line.row().code() + " " + column)
                                .isEqualTo(cell.fen()));
            }
        }
    }

    @Test
    void a_part_names_account_and_coding_block() {
        Cell services = SMALL.organAccounts()
                .statement("F3")
                .line("FUNCTION", "2010602")
                .cell("PROJECT");

        assertThat(services.parts())
                .extracting(part -> part.at().value(Dimensions.DEPARTMENT_ECONOMIC), Cell.Part::fen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("30201", 2_900_000L),
                        org.assertj.core.groups.Tuple.tuple("31002", 1_300_000L));
        assertThat(services.parts())
                .allMatch(part -> part.account()
                        .equals(KeptBooks.account("ADMINISTRATIVE_EXPENDITURE_FROM_FISCAL_APPROPRIATION")));
    }

    @Test
    void a_cell_is_explained_by_the_entries_and_events_behind_it() {
        Cell services = SMALL.organAccounts()
                .statement("F3")
                .line("FUNCTION", "2010602")
                .cell("PROJECT");

        ImmutableList<Cell.Behind> behind = explain(services);
        assertThat(behind).extracting(Cell.Behind::fen).containsExactly(3_000_000L, -100_000L, 1_300_000L);
        Cell.Behind refund = behind.get(1);
        assertThat(refund.record().events()).hasAtLeastOneElementOfType(VoucherRefunded.class);
        assertThat(refund.record().entries().get(refund.entry().index()).lines())
                .contains(refund.line())
                .anyMatch(line -> line.side() == Side.DEBIT);
        assertThat(SMALL.world.loop().records(refund.entry().position()).next().record())
                .isEqualTo(refund.record());
    }

    @Test
    void what_counts_on_both_sides_of_a_total_cancels_in_its_explanation() {
        Statement f1 = SMALL.organAccounts().statement("F1");
        assertThat(explain(f1.line("INCOME").cell("AMOUNT")).stream()
                        .mapToLong(Cell.Behind::fen)
                        .sum())
                .isEqualTo(14_400_000);
        assertThat(f1.line("TOTAL_OUT").cell("AMOUNT").parts()).anyMatch(part -> part.fen() < 0);
    }

    @Test
    void records_that_did_not_make_the_balances_are_refused() {
        Cell opening = SMALL.organAccounts().statement("F1").line("OPENING").cell("AMOUNT");
        assertThatThrownBy(() -> explain(opening))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the records add up to 0.00 where the balances are 491400.00");
    }
}
