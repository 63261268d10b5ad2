package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENTS;
import static org.fiscalloop.ledger.LedgerFixtures.PLANS;
import static org.fiscalloop.ledger.LedgerFixtures.accepted;
import static org.fiscalloop.ledger.LedgerFixtures.codes;

import java.time.LocalDate;
import java.time.YearMonth;
import org.fiscalloop.decision.Decision;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    @Test
    void months_open_one_after_the_other() {
        Periods periods = opened(3, 4);

        assertThat(state(periods, 2)).isEqualTo(PeriodSource.State.NOT_OPENED);
        assertThat(state(periods, 3)).isEqualTo(PeriodSource.State.OPEN);
        assertThat(state(periods, 4)).isEqualTo(PeriodSource.State.OPEN);
        assertThat(state(periods, 5)).isEqualTo(PeriodSource.State.NOT_OPENED);
        assertThat(codes(open(periods, 4))).containsExactly("ledger.period-open-already");
        assertThat(open(periods, 6).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("ledger.period-not-next");
            assertThat(refusal.allowed()).containsExactly("2024-05");
            assertThat(refusal.text()).isEqualTo("2024-06 of ledger allotment is not next, which is 2024-05");
        });
        assertThat(codes(open(periods, 2))).containsExactly("ledger.period-not-next");
    }

    @Test
    void months_close_one_after_the_other_and_stay_closed() {
        Periods periods = accepted(close(opened(3, 4, 5), 3));

        assertThat(state(periods, 3)).isEqualTo(PeriodSource.State.CLOSED);
        assertThat(state(periods, 4)).isEqualTo(PeriodSource.State.OPEN);
        assertThat(codes(close(periods, 3))).containsExactly("ledger.period-closed");
        assertThat(codes(open(periods, 3))).containsExactly("ledger.period-closed");
        assertThat(close(periods, 5).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("ledger.period-not-next");
            assertThat(refusal.allowed()).containsExactly("2024-04");
        });
        assertThat(codes(close(periods, 6))).containsExactly("ledger.period-not-opened");
    }

    @Test
    void when_all_are_closed_the_next_one_may_open() {
        Periods closed = accepted(close(opened(3), 3));

        assertThat(closed.firstOpen(ALLOTMENTS, "D1", MARCH)).isEmpty();
        Periods reopened = accepted(open(closed, 4));
        assertThat(state(reopened, 3)).isEqualTo(PeriodSource.State.CLOSED);
        assertThat(reopened.firstOpen(ALLOTMENTS, "D1", MARCH)).contains(YearMonth.of(2024, 4));
    }

    @Test
    void each_owner_and_ledger_has_months_of_its_own() {
        Periods periods = opened(3);

        assertThat(periods.state(ALLOTMENTS, "D2", MARCH)).isEqualTo(PeriodSource.State.NOT_OPENED);
        assertThat(periods.state(PLANS, "D1", MARCH)).isEqualTo(PeriodSource.State.NOT_OPENED);
        assertThat(codes(periods.close(PLANS, "D1", MARCH))).containsExactly("ledger.period-not-opened");
        assertThat(periods.firstOpen(PLANS, "D1", MARCH)).isEmpty();
        assertThat(Periods.none().books()).isEmpty();
    }

    @Test
    void a_day_goes_to_the_first_open_month() {
        Periods periods = accepted(close(opened(3, 4), 3));

        assertThat(periods.firstOpenDay(ALLOTMENTS, "D1", LocalDate.of(2024, 4, 9)))
                .contains(LocalDate.of(2024, 4, 9));
        assertThat(periods.firstOpenDay(ALLOTMENTS, "D1", LocalDate.of(2024, 3, 31)))
                .contains(LocalDate.of(2024, 4, 1));
        assertThat(periods.firstOpenDay(ALLOTMENTS, "D1", LocalDate.of(2024, 1, 31)))
                .contains(LocalDate.of(2024, 4, 1));
        assertThat(periods.firstOpenDay(ALLOTMENTS, "D1", LocalDate.of(2024, 5, 1)))
                .isEmpty();
        assertThat(periods.firstOpen(ALLOTMENTS, "D1", YearMonth.of(2024, 4))).contains(YearMonth.of(2024, 4));
    }

    @Test
    void months_are_in_order() {
        YearMonth february = YearMonth.of(2024, 2);

        assertThat(new Periods.Months(february, MARCH, february).state(february))
                .isEqualTo(PeriodSource.State.CLOSED);
        assertThatThrownBy(() -> new Periods.Months(MARCH, february, MARCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-02");
        assertThatThrownBy(() -> new Periods.Months(february, YearMonth.of(2024, 4), february))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Periods opened(int... months) {
        Periods periods = Periods.none();
        for (int month : months) {
            periods = accepted(open(periods, month));
        }
        return periods;
    }

    private static Decision<Periods> open(Periods periods, int month) {
        return periods.open(ALLOTMENTS, "D1", YearMonth.of(2024, month));
    }

    private static Decision<Periods> close(Periods periods, int month) {
        return periods.close(ALLOTMENTS, "D1", YearMonth.of(2024, month));
    }

    private static PeriodSource.State state(Periods periods, int month) {
        return periods.state(ALLOTMENTS, "D1", YearMonth.of(2024, month));
    }
}
