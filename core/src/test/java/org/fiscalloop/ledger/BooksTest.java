package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENTS;
import static org.fiscalloop.ledger.LedgerFixtures.APPLIED;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.CASH;
import static org.fiscalloop.ledger.LedgerFixtures.CHART;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.HEADING;
import static org.fiscalloop.ledger.LedgerFixtures.LEDGERS;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;
import static org.fiscalloop.ledger.LedgerFixtures.account;
import static org.fiscalloop.ledger.LedgerFixtures.available;
import static org.fiscalloop.ledger.LedgerFixtures.books;
import static org.fiscalloop.ledger.LedgerFixtures.codes;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.ledger;
import static org.fiscalloop.ledger.LedgerFixtures.limit;
import static org.fiscalloop.ledger.LedgerFixtures.move;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Severity;
import org.junit.jupiter.api.Test;

class BooksTest {

    private final Books books = books(available());

    @Test
    void a_sound_entry_passes_the_check() {
        Entry sound = move(PAID, EXECUTABLE, 500);

        assertThat(books.check(sound)).isEqualTo(Decision.accepted(sound));
    }

    @Test
    void an_entry_made_by_hand_is_refused_with_everything_that_is_wrong() {
        Entry wrong = entry(
                MARCH,
                Line.debit(PAID, 500, AT),
                Line.credit(PLANNED, 300, AT),
                Line.credit(HEADING, 100, AT),
                Line.credit(CASH, 50, AT),
                Line.credit(CASH, 20, AT));

        assertThat(codes(books.check(wrong)))
                .containsExactly(
                        "ledger.unknown-account", "ledger.heading-account", "ledger.mixed-bases", "ledger.unbalanced");
        assertThat(books.check(wrong).refusals().get(0).text())
                .isEqualTo("account plan/planned is not in the chart of allotment");
        assertThat(books.check(wrong).refusals().get(1).text()).contains("allotment/heading");
        assertThat(books.check(wrong).refusals().get(2).text())
                .isEqualTo("account allotment/cash is FINANCIAL, the entry is CONTROL");
        assertThat(books.check(wrong).refusals().get(3).text())
                .isEqualTo("debits 5.00 and credits 4.70 differ by 0.30 at \"division=D1;year=2024\"");
    }

    @Test
    void debits_equal_credits_within_each_combination_of_balancing_codes() {
        Entry acrossProjects = entry(MARCH, Line.debit(PAID, 5, AT), Line.credit(EXECUTABLE, 5, AT.with(PROJECT, "Q")));
        Entry acrossYears = entry(MARCH, Line.debit(PAID, 5, AT), Line.credit(EXECUTABLE, 5, AT.with(YEAR, "2025")));
        Entry twoDivisions = entry(
                MARCH,
                Line.debit(PAID, 5, AT),
                Line.debit(PAID, 7, AT.with(DIVISION, "D2")),
                Line.credit(EXECUTABLE, 5, AT),
                Line.credit(EXECUTABLE, 7, AT.with(DIVISION, "D2")));

        assertThat(books.check(acrossProjects).isAccepted()).isTrue();
        assertThat(books.check(twoDivisions).isAccepted()).isTrue();
        assertThat(books.check(acrossYears).refusals())
                .extracting(refusal -> refusal.facts().get("difference"))
                .containsExactly(Fact.amount(5), Fact.amount(-5));
    }

    @Test
    void an_unsound_entry_at_the_gate_is_an_error_of_the_rule_that_made_it() {
        Ledger ledger = ledger();
        Dimensions others = Dimensions.of(DIVISION);

        for (Entry wrong : ImmutableList.of(
                entry(MARCH, Line.debit(PAID, 5, AT), Line.credit(EXECUTABLE, 4, AT)),
                entry(MARCH, Line.debit(PAID, 5, AT), Line.credit(EXECUTABLE, 5, AT.with(YEAR, "2025"))),
                entry(MARCH, Line.debit(PAID, 5, AT), Line.credit(PLANNED, 5, AT)),
                entry(MARCH, Line.debit(PAID, 5, AT), Line.credit(HEADING, 5, AT)),
                entry(MARCH, Line.debit(PAID, 5, AT), Line.credit(CASH, 5, AT)))) {
            assertThatThrownBy(() -> ledger.post(ImmutableList.of(move(EXECUTABLE, SOURCES, 9), wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Refusal")
                    .hasMessageContaining(wrong.toString());
        }
        Entry overOthers = entry(MARCH, Line.debit(PAID, 5, others.none()), Line.credit(PAID, 5, others.none()));
        assertThatThrownBy(() -> ledger.post(ImmutableList.of(overOthers)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("division, year, project, allotment");
        assertThat(ledger.balances().kept()).isEmpty();
    }

    @Test
    void a_ledger_that_is_not_kept_is_a_broken_argument() {
        LedgerId other = new LedgerId("other");
        Meaning elsewhere = new Meaning(other, "elsewhere");

        assertThatThrownBy(() -> books.check(entry(MARCH, Line.debit(elsewhere, 1, AT))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }

    @Test
    void a_definition_names_only_what_is_there() {
        Chart limits = Chart.of(new LedgerId("limit"), ImmutableList.of());

        assertBroken(
                "name of a ledger", ImmutableList.of(new Books.Keeping(limits, ImmutableList.of(), Optional.empty())));
        assertBroken("allotment", ImmutableList.of(LEDGERS.get(0), LEDGERS.get(0)));
        assertBroken("stands twice: test.over-allotment", LEDGERS, available(), available());
        assertBroken(
                "test.heading names an account that takes no lines",
                LEDGERS,
                limit("test.heading", Severity.HARD, Span.YEAR, PROJECT, Measure.Term.plus("heading", HEADING)));
        assertBroken(
                "other",
                LEDGERS,
                limit(
                        "test.dimension",
                        Severity.HARD,
                        Span.YEAR,
                        new Dimension("other"),
                        Measure.Term.plus("paid", PAID)));
        assertThatThrownBy(() -> new Books.Keeping(CHART, ImmutableList.of(DIVISION), Optional.of(PROJECT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("project");
    }

    @Test
    void a_definition_tells_what_it_was_made_of() {
        Measure measure = new Measure(
                "project.open",
                ImmutableList.of(Measure.Term.plus("paid", PAID)),
                ImmutableList.of(PROJECT),
                Span.YEAR);
        Books defined = Books.of(DIMENSIONS, LEDGERS, ImmutableList.of(available()), ImmutableList.of(measure));

        assertThat(defined.dimensions()).isEqualTo(DIMENSIONS);
        assertThat(defined.ledgers()).isEqualTo(LEDGERS);
        assertThat(defined.limits()).containsExactly(available());
        assertThat(defined.measures()).containsExactly(measure);
        assertThat(defined.account(PAID)).isEqualTo(account(PAID, "IP01", Side.DEBIT));
        assertThatThrownBy(() -> defined.account(HEADING)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_measure_is_read_by_key() {
        Measure open = new Measure(
                "project.open",
                ImmutableList.of(Measure.Term.plus("sources", SOURCES), Measure.Term.minus("paid", PAID)),
                ImmutableList.of(PROJECT),
                Span.YEAR);
        Books measured = Books.of(DIMENSIONS, LEDGERS, ImmutableList.of(), ImmutableList.of(open));
        Ledger ledger = LedgerFixtures.opened(measured);
        LedgerFixtures.post(ledger, move(EXECUTABLE, SOURCES, 100), move(PAID, EXECUTABLE, 30));
        LedgerFixtures.post(ledger, move(PAID, EXECUTABLE, 5, AT.with(ALLOTMENT, "B")));
        LedgerFixtures.post(ledger, move(PAID, EXECUTABLE, 1, AT.with(YEAR, "2025")));

        assertThat(ledger.value(open, open.key(AT, LocalDate.of(1999, 1, 1)))).isEqualTo(65);
        assertThat(ledger.value(open, open.key(AT.with(YEAR, "2025"), MARCH))).isEqualTo(-1);
        assertThat(ledger.value(open, open.key(AT.with(PROJECT, "Q"), MARCH))).isZero();
        assertThat(ledger.books()).isSameAs(measured);
    }

    private static Limit left(Measure.Term... terms) {
        return LedgerFixtures.limit("test.left", Severity.HARD, Span.CUMULATIVE, ALLOTMENT, terms);
    }

    private static Measure sum(Measure.Term... terms) {
        return new Measure("test.left", ImmutableList.copyOf(terms), ImmutableList.of(ALLOTMENT), Span.CUMULATIVE);
    }

    @Test
    void what_limits_of_other_books_rest_on_is_kept_once_whatever_its_terms_are_called() {
        Limit limit = left(Measure.Term.plus("sources", SOURCES), Measure.Term.minus("paid", PAID));
        Measure renamed = sum(Measure.Term.minus("spent", PAID), Measure.Term.plus("of", SOURCES));
        Books both =
                Books.of(DIMENSIONS, LEDGERS, ImmutableList.of(limit), ImmutableList.of(), ImmutableList.of(renamed));
        Books alone = Books.of(DIMENSIONS, LEDGERS, ImmutableList.of(limit), ImmutableList.of());
        Ledger ledger = LedgerFixtures.opened(both);
        Ledger other = LedgerFixtures.opened(alone);
        for (Ledger each : ImmutableList.of(ledger, other)) {
            LedgerFixtures.post(each, move(EXECUTABLE, SOURCES, 100), move(PAID, EXECUTABLE, 30));
            assertThat(each.balance(limit.account(), renamed.key(AT, MARCH)).net(Side.DEBIT))
                    .isEqualTo(70);
        }
    }

    @Test
    void limits_of_one_code_add_the_same() {
        Limit limit = left(Measure.Term.plus("sources", SOURCES), Measure.Term.minus("paid", PAID));
        Measure differing = sum(Measure.Term.plus("sources", SOURCES), Measure.Term.plus("paid", PAID));

        assertThatThrownBy(() -> Books.of(
                        DIMENSIONS, LEDGERS, ImmutableList.of(limit), ImmutableList.of(), ImmutableList.of(differing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limits of one code add other terms: " + limit.code());
    }

    @Test
    void a_measure_names_accounts_that_take_lines_each_once() {
        Measure heading = new Measure(
                "heading", ImmutableList.of(Measure.Term.plus("heading", HEADING)), ImmutableList.of(), Span.YEAR);

        assertThatThrownBy(() -> Books.of(DIMENSIONS, LEDGERS, ImmutableList.of(), ImmutableList.of(heading)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heading names an account that takes no lines: allotment/heading");
        assertThatThrownBy(() -> new Measure("m", ImmutableList.of(), ImmutableList.of(), Span.YEAR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measure(
                        "m",
                        ImmutableList.of(Measure.Term.plus("a", PAID), Measure.Term.minus("b", PAID)),
                        ImmutableList.of(),
                        Span.YEAR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Measure(" ", ImmutableList.of(Measure.Term.plus("a", PAID)), ImmutableList.of(), Span.YEAR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Measure.Term.plus(" ", PAID)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measure.Term("a", 2, PAID)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measure.Term("a", 0, PAID)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_amount_at_the_gate_that_does_not_fit_fails() {
        Ledger ledger = ledger(available());
        LedgerFixtures.post(ledger, move(EXECUTABLE, SOURCES, Long.MAX_VALUE));
        ImmutableList<Balances.Kept> before = ledger.balances().kept();

        assertThatThrownBy(() -> LedgerFixtures.post(ledger, move(EXECUTABLE, SOURCES, 1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LedgerFixtures.post(
                        ledger, move(PAID, APPLIED, Long.MAX_VALUE), move(PAID, APPLIED, Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(ledger.balances().kept()).isEqualTo(before);
    }

    @Test
    void what_is_left_that_does_not_fit_fails_at_the_gate() {
        Ledger ledger = ledger(available());
        LedgerFixtures.post(ledger, move(EXECUTABLE, SOURCES, Long.MAX_VALUE));
        ImmutableList<Balances.Kept> before = ledger.balances().kept();

        // Each column fits, their difference does not, on either side.
        assertThatThrownBy(() -> LedgerFixtures.post(
                        ledger,
                        entry(
                                MARCH,
                                Line.debit(APPLIED, -2, AT),
                                Line.debit(SOURCES, -2, AT),
                                Line.debit(PAID, 4, AT))))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LedgerFixtures.post(
                        ledger, entry(MARCH, Line.credit(EXECUTABLE, -1, AT), Line.credit(PAID, 1, AT))))
                .isInstanceOf(ArithmeticException.class);
        assertThat(ledger.balances().kept()).isEqualTo(before);
    }

    @Test
    void the_gate_reads_no_balance_but_those_that_a_limit_may_stop_while_the_turnover_leaves_room() {
        Ledger ledger = ledger(available());
        LedgerFixtures.post(ledger, move(EXECUTABLE, SOURCES, 1000));

        assertThat(read(ledger, move(APPLIED, EXECUTABLE, 400))).containsExactly(EXECUTABLE);
        assertThat(read(ledger, move(PAID, APPLIED, 400))).isEmpty();
    }

    @Test
    void the_gate_reads_every_balance_once_the_turnover_leaves_no_room() {
        Ledger ledger = ledger(available());
        LedgerFixtures.post(ledger, move(EXECUTABLE, SOURCES, 1000));
        // An amount on two accounts turns over twice; each account of these books is kept by one balance but
        // EXECUTABLE.
        long room = Long.MAX_VALUE - ledger.turnover();

        assertThat(read(ledger, move(PAID, APPLIED, room / 2))).isEmpty();
        assertThat(read(ledger, move(PAID, APPLIED, room / 2 + 1))).containsExactly(APPLIED, PAID);
    }

    @Test
    void the_turnover_is_everything_ever_added_to_a_balance_however_it_came() {
        Ledger posted = ledger();
        Ledger replayed = ledger();
        Entry first = move(PAID, APPLIED, 500);
        Entry red = entry(MARCH, Line.debit(PAID, -200, AT), Line.credit(APPLIED, -200, AT));

        LedgerFixtures.post(posted, first);
        LedgerFixtures.post(posted, red);
        replayed.replay(ImmutableList.of(first, red));

        assertThat(posted.turnover()).isEqualTo(1400);
        assertThat(replayed.turnover()).isEqualTo(1400);
        assertThat(posted.balances().turnover()).isEqualTo(1400);
        assertThat(Balances.none().turnover()).isZero();
        LedgerFixtures.post(posted, move(PAID, APPLIED, Long.MAX_VALUE - 1000));
        assertThat(posted.turnover()).isEqualTo(Long.MAX_VALUE);
    }

    /** The accounts whose balances the gate reads. */
    private static ImmutableList<Meaning> read(Ledger ledger, Entry entry) {
        ImmutableList.Builder<Meaning> read = ImmutableList.builder();
        BalanceSource watched = new BalanceSource() {
            @Override
            public Balance balance(Meaning account, Balance.Key key) {
                read.add(account);
                return ledger.balance(account, key);
            }

            @Override
            public long turnover() {
                return ledger.turnover();
            }
        };
        LedgerFixtures.accepted(ledger.books().gate(ImmutableList.of(entry), watched, ledger));
        return read.build();
    }

    private static void assertBroken(String because, ImmutableList<Books.Keeping> ledgers, Limit... limits) {
        assertThatThrownBy(() -> Books.of(DIMENSIONS, ledgers, ImmutableList.copyOf(limits), ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    @Test
    void the_name_of_a_ledger_is_its_text() {
        assertThat(ALLOTMENTS).hasToString("allotment").isLessThan(new LedgerId("plan"));
    }
}
