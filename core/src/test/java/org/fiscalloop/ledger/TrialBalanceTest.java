package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENTS;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.OFFSET;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.PLANS;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;
import static org.fiscalloop.ledger.LedgerFixtures.accepted;
import static org.fiscalloop.ledger.LedgerFixtures.books;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.move;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Severity;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {

    private static final ImmutableList<Dimension> BY_PROJECT = ImmutableList.of(PROJECT);
    private static final Segments OTHER = AT.with(PROJECT, "Q").with(ALLOTMENT, "B");

    private final Limit everywhere = new Limit(
            LedgerFixtures.reason("test.everywhere"),
            ImmutableList.of(Measure.Term.plus("sources", SOURCES), Measure.Term.minus("paid", PAID)),
            ImmutableList.of(DIVISION, YEAR, PROJECT, ALLOTMENT),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.WARN),
            Severity.WARN);

    private final Books books = books(everywhere);
    private final Balances opening = Balances.none();

    @Test
    void rows_are_by_account_code_and_the_chosen_dimensions() {
        opening.apply(
                books,
                ImmutableList.of(
                        move(EXECUTABLE, SOURCES, 100, OTHER),
                        move(EXECUTABLE, SOURCES, 30),
                        move(EXECUTABLE, SOURCES, 5, AT.with(ALLOTMENT, "B")),
                        entry(MARCH, Line.debit(OFFSET, 9, AT), Line.credit(PLANNED, 9, AT))));

        assertThat(TrialBalance.of(books, opening, BY_PROJECT).rows())
                .extracting(row -> row.account().code(), row -> row.at().toString(), TrialBalance.Row::closingNet)
                .containsExactly(
                        tuple("IE04", "project=P", 35L),
                        tuple("IE04", "project=Q", 100L),
                        tuple("IS01", "project=P", 35L),
                        tuple("IS01", "project=Q", 100L),
                        tuple("P1", "project=P", 9L),
                        tuple("P2", "project=P", 9L));
        assertThat(TrialBalance.of(books, opening, ImmutableList.of()).rows())
                .extracting(TrialBalance.Row::at)
                .containsOnly(DIMENSIONS.none());
    }

    @Test
    void a_row_tells_what_was_left_what_was_booked_and_what_is_left() {
        opening.apply(books, ImmutableList.of(move(EXECUTABLE, SOURCES, 100)));
        Balances closing = opening.copy();
        Entry wrong = move(PAID, EXECUTABLE, 25);
        closing.apply(
                books,
                ImmutableList.of(
                        move(EXECUTABLE, SOURCES, 7),
                        wrong,
                        accepted(wrong.reverse(new Entry.Id(1, 1), MARCH, id -> false)),
                        move(PAID, EXECUTABLE, 40)));

        TrialBalance trial = TrialBalance.between(books, opening, closing, BY_PROJECT);

        assertThat(trial.rows())
                .extracting(
                        row -> row.account().meaning(),
                        TrialBalance.Row::openingNet,
                        TrialBalance.Row::increase,
                        TrialBalance.Row::decrease,
                        TrialBalance.Row::closingNet)
                .containsExactly(
                        tuple(EXECUTABLE, 100L, 7L, 40L, 67L),
                        tuple(PAID, 0L, 40L, 0L, 40L),
                        tuple(SOURCES, 100L, 7L, 0L, 107L));
        assertThat(trial.rows().get(0).movement()).isEqualTo(new Balance(7, 0, 65, 25));
        assertThat(trial.movement()).isEqualTo(new TrialBalance.Totals(47, 47));
        assertThat(trial.closing()).isEqualTo(new TrialBalance.Totals(107, 107));
    }

    @Test
    void the_first_state_is_an_earlier_one() {
        opening.apply(books, ImmutableList.of(move(EXECUTABLE, SOURCES, 100)));

        assertThatThrownBy(() -> TrialBalance.between(books, opening, Balances.none(), BY_PROJECT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_ledger_and_basis_can_be_looked_at_alone() {
        opening.apply(
                books,
                ImmutableList.of(
                        move(EXECUTABLE, SOURCES, 100),
                        entry(MARCH, Line.debit(OFFSET, 9, AT), Line.credit(PLANNED, 9, AT))));
        TrialBalance trial = TrialBalance.of(books, opening, ImmutableList.of(ALLOTMENT));

        assertThat(trial.of(PLANS, Basis.CONTROL).rows())
                .extracting(row -> row.account().meaning())
                .containsExactly(PLANNED, OFFSET);
        assertThat(trial.of(PLANS, Basis.CONTROL).closing()).isEqualTo(new TrialBalance.Totals(9, 9));
        assertThat(trial.of(ALLOTMENTS, Basis.FINANCIAL).rows()).isEmpty();
    }

    @Test
    void an_account_that_the_books_do_not_know_cannot_be_printed() {
        opening.apply(books, ImmutableList.of(move(new Meaning(ALLOTMENTS, "dropped"), SOURCES, 1)));

        assertThatThrownBy(() -> TrialBalance.of(books, opening, BY_PROJECT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allotment/dropped");
    }
}
