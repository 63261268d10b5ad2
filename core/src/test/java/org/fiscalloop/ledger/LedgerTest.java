package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENTS;
import static org.fiscalloop.ledger.LedgerFixtures.APRIL;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.OFFSET;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.PLANS;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.accepted;
import static org.fiscalloop.ledger.LedgerFixtures.available;
import static org.fiscalloop.ledger.LedgerFixtures.books;
import static org.fiscalloop.ledger.LedgerFixtures.codes;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.ledger;
import static org.fiscalloop.ledger.LedgerFixtures.move;
import static org.fiscalloop.ledger.LedgerFixtures.net;
import static org.fiscalloop.ledger.LedgerFixtures.post;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fiscalloop.decision.Refusal;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final YearMonth MARCH_2024 = YearMonth.of(2024, 3);

    @Test
    void what_is_refused_is_not_booked() {
        Ledger ledger = ledger(available());
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 100)));
        ImmutableList<Balances.Kept> before = ledger.balances().kept();

        assertThat(post(ledger, move(EXECUTABLE, SOURCES, 1), move(PAID, EXECUTABLE, 102))
                        .isAccepted())
                .isFalse();

        assertThat(ledger.balances().kept()).isEqualTo(before);
    }

    @Test
    void balances_given_out_stay_as_they_were() {
        Ledger ledger = ledger();
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 100)));
        Balances then = ledger.balances();

        accepted(post(ledger, move(EXECUTABLE, SOURCES, 11)));

        assertThat(net(then, EXECUTABLE, Side.DEBIT, AT)).isEqualTo(100);
        assertThat(net(ledger, EXECUTABLE, Side.DEBIT, AT)).isEqualTo(111);
        assertThat(net(ledger, SOURCES, Side.CREDIT, AT)).isEqualTo(111);
        assertThat(ledger.trialBalance(ImmutableList.of(ALLOTMENT)))
                .isEqualTo(TrialBalance.of(ledger.books(), ledger.balances(), ImmutableList.of(ALLOTMENT)));
        assertThat(ledger.trialBalance(ImmutableList.of()).closing()).isEqualTo(new TrialBalance.Totals(111, 111));
    }

    @Test
    void a_month_that_is_not_open_refuses_for_each_owner() {
        Ledger ledger = ledger(available());
        accepted(ledger.close(ALLOTMENTS, "D1", MARCH_2024));
        Segments second = AT.with(DIVISION, "D2");
        Entry both = entry(
                MARCH,
                Line.debit(EXECUTABLE, 1, AT),
                Line.credit(SOURCES, 1, AT),
                Line.debit(EXECUTABLE, 1, second),
                Line.credit(SOURCES, 1, second));

        assertThat(post(ledger, both, both, move(PAID, EXECUTABLE, 5)).refusals())
                .extracting(Refusal::code)
                .containsExactly("ledger.period-closed", "test.over-allotment");
        Refusal refusal = post(ledger, both).refusals().get(0);
        assertThat(refusal.allowed()).containsExactly("2024-04");
        assertThat(refusal.text()).isEqualTo("2024-03 of ledger allotment is closed; open from: 2024-04");
        assertThat(post(ledger, move(EXECUTABLE, SOURCES, 1, second)).isAccepted())
                .isTrue();
        accepted(ledger.close(ALLOTMENTS, "D2", MARCH_2024));
        assertThat(codes(post(ledger, both))).containsExactly("ledger.period-closed", "ledger.period-closed");
    }

    @Test
    void a_month_that_nobody_opened_refuses() {
        Ledger ledger = ledger();
        LocalDate may = LocalDate.of(2024, 5, 1);

        Refusal refusal = post(ledger, entry(may, Line.debit(EXECUTABLE, 1, AT), Line.credit(SOURCES, 1, AT)))
                .refusals()
                .get(0);

        assertThat(refusal.code()).isEqualTo("ledger.period-not-opened");
        assertThat(refusal.text()).isEqualTo("2024-05 of ledger allotment is not opened; open from: none");
        accepted(ledger.open(ALLOTMENTS, "D1", YearMonth.of(2024, 5)));
        assertThat(ledger.periods().state(ALLOTMENTS, "D1", YearMonth.of(2024, 5)))
                .isEqualTo(PeriodSource.State.OPEN);
        assertThat(ledger.firstOpen(ALLOTMENTS, "D1", MARCH_2024)).contains(MARCH_2024);
        assertThat(codes(ledger.open(ALLOTMENTS, "D1", MARCH_2024))).containsExactly("ledger.period-open-already");
    }

    @Test
    void a_ledger_without_owners_opens_and_closes_as_a_whole() {
        Ledger ledger = ledger();
        Entry plan = entry(MARCH, Line.debit(OFFSET, 5, AT), Line.credit(PLANNED, 5, AT));

        assertThat(post(ledger, plan).isAccepted()).isTrue();
        accepted(ledger.close(PLANS, "", MARCH_2024));
        assertThat(codes(post(ledger, plan))).containsExactly("ledger.period-closed");
        assertThat(post(ledger, move(EXECUTABLE, SOURCES, 5)).isAccepted()).isTrue();
    }

    @Test
    void a_red_entry_restores_what_is_left_and_leaves_a_trace() {
        Ledger ledger = ledger(available());
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 100)));
        Entry wrong = move(PAID, EXECUTABLE, 60);
        accepted(post(ledger, wrong));
        Entry.Id id = new Entry.Id(1, 0);

        accepted(post(ledger, accepted(ledger.reverse(id, wrong, APRIL))));

        assertThat(net(ledger, EXECUTABLE, Side.DEBIT, AT)).isEqualTo(100);
        assertThat(ledger.balance(EXECUTABLE, Balance.Key.full(AT))).isEqualTo(new Balance(100, 0, 60, 60));
        assertThat(ledger.balance(PAID, Balance.Key.full(AT))).isEqualTo(new Balance(60, 60, 0, 0));
        assertThat(codes(ledger.reverse(id, wrong, APRIL))).containsExactly("ledger.reversed-already");
        assertThat(ledger.reverse(new Entry.Id(0, 0), wrong, APRIL).isAccepted())
                .isTrue();
    }

    @Test
    void a_red_entry_never_goes_into_a_closed_month() {
        Ledger ledger = ledger();
        Entry wrong = move(EXECUTABLE, SOURCES, 60);
        accepted(post(ledger, wrong));
        accepted(ledger.close(ALLOTMENTS, "D1", MARCH_2024));
        Entry.Id id = new Entry.Id(0, 0);

        assertThat(codes(post(ledger, accepted(ledger.reverse(id, wrong, MARCH)))))
                .containsExactly("ledger.period-closed");
        assertThat(post(ledger, accepted(ledger.reverse(id, wrong, APRIL))).isAccepted())
                .isTrue();
    }

    @Test
    void a_red_entry_is_held_by_the_limits_too() {
        Ledger ledger = ledger(available());
        Entry issued = move(EXECUTABLE, SOURCES, 100);
        accepted(post(ledger, issued));
        accepted(post(ledger, move(PAID, EXECUTABLE, 60)));

        assertThat(codes(post(ledger, accepted(ledger.reverse(new Entry.Id(0, 0), issued, APRIL)))))
                .containsExactly("test.over-allotment");
    }

    @Test
    void one_command_reverses_an_entry_at_most_once() {
        Ledger ledger = ledger();
        Entry wrong = move(EXECUTABLE, SOURCES, 60);
        Entry red = accepted(ledger.reverse(new Entry.Id(0, 0), wrong, MARCH));
        Entry other = accepted(ledger.reverse(new Entry.Id(0, 1), wrong, MARCH));

        assertThat(codes(post(ledger, red, other, red))).containsExactly("ledger.reversed-already");
        assertThat(post(ledger, red, other).isAccepted()).isTrue();
    }

    @Test
    void replay_asks_nothing_and_remembers_what_is_reversed() {
        Ledger ledger = Ledger.of(books(available()));
        Entry wrong = move(PAID, EXECUTABLE, 60);

        ledger.replay(ImmutableList.of(wrong));
        ledger.replay(ImmutableList.of(accepted(ledger.reverse(new Entry.Id(0, 0), wrong, MARCH))));

        assertThat(net(ledger, EXECUTABLE, Side.DEBIT, AT)).isZero();
        assertThat(codes(ledger.reverse(new Entry.Id(0, 0), wrong, MARCH))).containsExactly("ledger.reversed-already");
    }

    @Test
    void what_an_older_chart_booked_stays() {
        Meaning dropped = new Meaning(ALLOTMENTS, "dropped");
        Ledger ledger = ledger();

        ledger.replay(ImmutableList.of(move(dropped, SOURCES, 60), move(dropped, SOURCES, 2)));

        assertThat(net(ledger, dropped, Side.DEBIT, AT)).isEqualTo(62);
        assertThat(ledger.balance(dropped, Balance.Key.full(AT.with(ALLOTMENT, "Z"))))
                .isEqualTo(Balance.ZERO);
    }
}
