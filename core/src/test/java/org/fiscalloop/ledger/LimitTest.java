package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.APPLIED;
import static org.fiscalloop.ledger.LedgerFixtures.APRIL;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.OFFSET;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;
import static org.fiscalloop.ledger.LedgerFixtures.accepted;
import static org.fiscalloop.ledger.LedgerFixtures.available;
import static org.fiscalloop.ledger.LedgerFixtures.codes;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.ledger;
import static org.fiscalloop.ledger.LedgerFixtures.limit;
import static org.fiscalloop.ledger.LedgerFixtures.move;
import static org.fiscalloop.ledger.LedgerFixtures.post;
import static org.fiscalloop.ledger.LedgerFixtures.reason;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.groups.Tuple;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.decision.Term;
import org.junit.jupiter.api.Test;

class LimitTest {

    private static final Limit PLAN = limit(
            "test.over-plan",
            Severity.HARD,
            Span.MONTH,
            PROJECT,
            Measure.Term.plus("planned", PLANNED),
            Measure.Term.minus("paid", PAID));

    @Test
    void what_is_there_may_be_taken_to_the_last_fen_and_no_more() {
        Ledger ledger = ledger(available());
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 1000)));

        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 1001)))).containsExactly("test.over-allotment");
        assertThat(post(ledger, move(PAID, EXECUTABLE, 1000)).isAccepted()).isTrue();
        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 1)))).containsExactly("test.over-allotment");
    }

    @Test
    void a_refusal_explains_itself() {
        Ledger ledger = ledger(available());
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 1000)));

        Refusal refusal = post(ledger, move(PAID, EXECUTABLE, 1300)).refusals().get(0);

        assertThat(refusal.facts())
                .containsExactlyEntriesOf(ImmutableMap.<String, Fact>builder()
                        .put("allotment", Fact.text("A"))
                        .put("span", Fact.text("CUMULATIVE"))
                        .put("period", Fact.text("cumulative"))
                        .put("formula", Fact.formula(ImmutableList.of(Term.plus("executable", 1000))))
                        .put("available", Fact.amount(1000))
                        .put("asked", Fact.amount(1300))
                        .put("short-by", Fact.amount(300))
                        .buildOrThrow());
        assertThat(refusal.text()).isEqualTo("short by 3.00");
        assertThat(refusal.facts().keySet().asList()).endsWith(Limit.FACTS.toArray(String[]::new));
    }

    @Test
    void several_terms_are_the_formula_of_the_refusal() {
        Ledger ledger = ledger(PLAN);
        accepted(post(ledger, entry(MARCH, Line.debit(OFFSET, 500, AT), Line.credit(PLANNED, 500, AT))));
        accepted(post(ledger, move(PAID, EXECUTABLE, 200)));

        Refusal refusal = post(ledger, move(PAID, EXECUTABLE, 301)).refusals().get(0);

        assertThat(refusal.facts().get("formula"))
                .isEqualTo(Fact.formula(ImmutableList.of(Term.plus("planned", 500), Term.minus("paid", 200))));
        assertThat(refusal.facts().get("available")).isEqualTo(Fact.amount(300));
        assertThat(refusal.facts().get("asked")).isEqualTo(Fact.amount(301));
        assertThat(refusal.facts().get("short-by")).isEqualTo(Fact.amount(1));
        assertThat(refusal.facts().get("period")).isEqualTo(Fact.text("2024-03"));
        assertThat(refusal.facts().get("project")).isEqualTo(Fact.text("P"));
        assertThat(post(ledger, move(PAID, EXECUTABLE, 300)).isAccepted()).isTrue();
        assertThat(codes(post(ledger, entry(MARCH, Line.debit(OFFSET, -1, AT), Line.credit(PLANNED, -1, AT)))))
                .containsExactly("test.over-plan");
    }

    /** What is planned may not be spent otherwise; where nothing is planned this holds nobody. */
    @Test
    void a_limit_may_hold_only_where_something_stands_on_an_account() {
        Limit unplanned = limit(
                "test.over-unplanned",
                Severity.HARD,
                Span.CUMULATIVE,
                PROJECT,
                Measure.Term.plus("executable", EXECUTABLE),
                Measure.Term.minus("planned", PLANNED));
        Limit where = new Limit(
                unplanned.reason(),
                unplanned.terms(),
                unplanned.dimensions(),
                unplanned.span(),
                unplanned.permitted(),
                unplanned.severity(),
                Optional.of(PLANNED));
        Ledger ledger = ledger(where);
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 1000)));

        assertThat(accepted(post(ledger, move(PAID, EXECUTABLE, 1100))))
                .allSatisfy(change -> assertThat(change.floor()).isEmpty());
        assertThat(codes(post(ledger, entry(MARCH, Line.debit(OFFSET, 400, AT), Line.credit(PLANNED, 400, AT)))))
                .containsExactly("test.over-unplanned");
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 1000)));
        accepted(post(ledger, entry(MARCH, Line.debit(OFFSET, 400, AT), Line.credit(PLANNED, 400, AT))));
        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 501)))).containsExactly("test.over-unplanned");
        assertThat(accepted(post(ledger, move(PAID, EXECUTABLE, 500))))
                .anySatisfy(change -> assertThat(change.floor()).isPresent());
    }

    @Test
    void only_what_is_dated_in_the_month_counts_in_the_month() {
        Ledger ledger = ledger(PLAN);
        accepted(post(ledger, entry(MARCH, Line.debit(OFFSET, 500, AT), Line.credit(PLANNED, 500, AT))));
        Entry inApril = entry(APRIL, Line.debit(PAID, 1, AT), Line.credit(EXECUTABLE, 1, AT));

        assertThat(codes(post(ledger, inApril))).containsExactly("test.over-plan");
        assertThat(post(ledger, move(PAID, EXECUTABLE, 1)).isAccepted()).isTrue();
    }

    @Test
    void only_what_is_of_the_fiscal_year_counts_in_the_year() {
        Ledger ledger = ledger(
                limit("test.year", Severity.HARD, Span.YEAR, PROJECT, Measure.Term.plus("executable", EXECUTABLE)));
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 500)));

        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 1, AT.with(YEAR, "2025")))))
                .containsExactly("test.year");
        assertThat(post(ledger, entry(APRIL, Line.debit(PAID, 1, AT), Line.credit(EXECUTABLE, 1, AT)))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void all_levels_are_asked_in_one_step_and_all_that_break_refuse_in_declared_order() {
        Measure.Term executable = Measure.Term.plus("executable", EXECUTABLE);
        Ledger ledger = ledger(
                limit("test.c-project", Severity.HARD, Span.YEAR, PROJECT, executable),
                limit("test.a-allotment", Severity.HARD, Span.CUMULATIVE, ALLOTMENT, executable),
                limit("test.b-division", Severity.HARD, Span.CUMULATIVE, DIVISION, executable));
        Segments other = AT.with(ALLOTMENT, "B");
        Segments elsewhere = AT.with(ALLOTMENT, "C").with(PROJECT, "Q");
        accepted(post(
                ledger,
                move(EXECUTABLE, SOURCES, 100),
                move(EXECUTABLE, SOURCES, 100, other),
                move(EXECUTABLE, SOURCES, 100, elsewhere)));

        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 101)))).containsExactly("test.a-allotment");
        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 201))))
                .containsExactly("test.c-project", "test.a-allotment");
        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 150), move(PAID, EXECUTABLE, 151, other))))
                .containsExactly("test.c-project", "test.a-allotment", "test.a-allotment", "test.b-division");
    }

    @Test
    void a_command_is_judged_by_its_net_change() {
        Ledger ledger = ledger(available());

        assertThat(post(ledger, move(PAID, EXECUTABLE, 700), move(EXECUTABLE, SOURCES, 700))
                        .isAccepted())
                .isTrue();
        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 701), move(EXECUTABLE, SOURCES, 700))))
                .containsExactly("test.over-allotment");
    }

    @Test
    void who_does_not_lower_a_negative_value_is_not_refused_for_it() {
        Ledger ledger = ledger(available());
        ledger.replay(ImmutableList.of(move(PAID, EXECUTABLE, 1000)));

        assertThat(post(ledger, move(EXECUTABLE, SOURCES, 10)).isAccepted()).isTrue();
        assertThat(post(ledger, move(EXECUTABLE, SOURCES, 10), move(PAID, EXECUTABLE, 10))
                        .isAccepted())
                .isTrue();
        Refusal refusal = post(ledger, move(PAID, EXECUTABLE, 1)).refusals().get(0);
        assertThat(refusal.facts().get("available")).isEqualTo(Fact.amount(-990));
        assertThat(refusal.facts().get("short-by")).isEqualTo(Fact.amount(991));
    }

    @Test
    void amounts_that_name_no_allotment_are_held_together() {
        Ledger ledger = ledger(available());
        Segments without = AT.with(ALLOTMENT, "");
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 100), move(EXECUTABLE, SOURCES, 5, without)));

        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 6, without)))).containsExactly("test.over-allotment");
        assertThat(post(ledger, move(PAID, EXECUTABLE, 5, without)).isAccepted())
                .isTrue();
    }

    @Test
    void a_softened_limit_warns_and_one_that_is_off_is_silent() {
        Ledger warning = ledger(available().withSeverity(Severity.WARN));
        Ledger silent = ledger(available().withSeverity(Severity.OFF));

        Decision<ImmutableList<Change>> decision = post(warning, move(PAID, EXECUTABLE, 1));
        assertThat(decision.isAccepted()).isTrue();
        assertThat(decision.warnings()).extracting(Refusal::code).containsExactly("test.over-allotment");
        assertThat(accepted(decision)).extracting(Change::floor).containsOnly(OptionalLong.empty());
        assertThat(post(silent, move(PAID, EXECUTABLE, 1))).satisfies(quiet -> {
            assertThat(quiet.isAccepted()).isTrue();
            assertThat(quiet.warnings()).isEmpty();
        });
    }

    @Test
    void a_refusal_hides_no_warning_of_another_limit_and_a_warning_no_refusal() {
        Ledger ledger = ledger(
                limit("test.warn", Severity.WARN, Span.YEAR, PROJECT, Measure.Term.plus("executable", EXECUTABLE)),
                available());

        assertThat(codes(post(ledger, move(PAID, EXECUTABLE, 1)))).containsExactly("test.over-allotment");
    }

    @Test
    void a_hard_limit_puts_a_floor_under_the_balance_that_the_command_lowers() {
        Ledger ledger = ledger(available(), PLAN);
        ledger.replay(ImmutableList.of(
                move(EXECUTABLE, SOURCES, 900),
                entry(MARCH, Line.debit(OFFSET, 900, AT), Line.credit(PLANNED, 900, AT))));

        ImmutableList<Change> changes = accepted(post(ledger, move(PAID, EXECUTABLE, 40)));

        assertThat(changes)
                .filteredOn(change -> change.floor().isPresent())
                .extracting(Change::account, Change::by, Change::floor)
                .containsExactly(
                        Tuple.tuple(EXECUTABLE, -40L, OptionalLong.of(0)),
                        Tuple.tuple(new Meaning(new LedgerId("limit"), "test.over-plan"), -40L, OptionalLong.of(0)));
        assertThat(accepted(post(ledger, move(EXECUTABLE, SOURCES, 40))))
                .extracting(Change::floor)
                .containsOnly(OptionalLong.empty());
        assertThat(accepted(post(ledger, move(EXECUTABLE, EXECUTABLE, 40))))
                .extracting(Change::by, Change::floor)
                .containsOnly(Tuple.tuple(0L, OptionalLong.empty()));
    }

    @Test
    void an_account_that_only_subtracts_has_a_balance_of_the_limit_beside_it() {
        Limit none =
                limit("test.none", Severity.HARD, Span.CUMULATIVE, PROJECT, Measure.Term.minus("applied", APPLIED));
        Ledger ledger = ledger(none);

        assertThat(codes(post(ledger, move(APPLIED, EXECUTABLE, 1)))).containsExactly("test.none");
        assertThat(post(ledger, move(EXECUTABLE, APPLIED, 1)).isAccepted()).isTrue();
        assertThat(post(ledger, move(APPLIED, EXECUTABLE, 1)).isAccepted()).isTrue();
        assertThat(none.account()).isEqualTo(new Meaning(new LedgerId("limit"), "test.none"));
        assertThat(available().account()).isEqualTo(EXECUTABLE);
    }

    @Test
    void a_severity_is_one_of_the_permitted() {
        Limit statutory = new Limit(
                reason("test.statutory"),
                ImmutableList.of(Measure.Term.plus("paid", PAID)),
                ImmutableList.of(),
                Span.YEAR,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);

        assertThat(statutory.withSeverity(Severity.HARD)).isEqualTo(statutory);
        assertThatThrownBy(() -> statutory.withSeverity(Severity.WARN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.statutory")
                .hasMessageContaining("WARN");
        assertThat(available().withSeverity(Severity.WARN).severity()).isEqualTo(Severity.WARN);
        assertThat(new Limit(
                                statutory.reason(),
                                statutory.terms(),
                                ImmutableList.of(),
                                Span.YEAR,
                                ImmutableSet.of(Severity.HARD, Severity.OFF),
                                Severity.OFF)
                        .permitted())
                .containsExactly(Severity.OFF, Severity.HARD);
    }

    @Test
    void texts_and_dimensions_agree_with_the_facts() {
        Reason named = new Reason("test.named", "t", "题", "{project} {asked}", "{project} {asked}", Source.own("test"));
        ImmutableList<Measure.Term> paid = ImmutableList.of(Measure.Term.plus("paid", PAID));
        ImmutableSet<Severity> hard = ImmutableSet.of(Severity.HARD);

        assertThat(new Limit(named, paid, ImmutableList.of(PROJECT), Span.YEAR, hard, Severity.HARD).code())
                .isEqualTo("test.named");
        assertThatThrownBy(() -> new Limit(named, paid, ImmutableList.of(ALLOTMENT), Span.YEAR, hard, Severity.HARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("project");
        assertThatThrownBy(() -> new Limit(
                        reason("test.asked"),
                        paid,
                        ImmutableList.of(new Dimension("asked")),
                        Span.YEAR,
                        hard,
                        Severity.HARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asked");
        assertThatThrownBy(() -> new Limit(
                        reason("test.empty"), ImmutableList.of(), ImmutableList.of(), Span.YEAR, hard, Severity.HARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.empty");
    }
}
