package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final LocalDate NEXT_JANUARY = LocalDate.of(2025, 1, 31);

    @Test
    void a_year_is_the_fiscal_year_named_before_that_of_the_date() {
        assertThat(Span.YEAR.bucket(NEXT_JANUARY, AT)).isEqualTo(2024);
        assertThat(Span.YEAR.bucket(NEXT_JANUARY, AT.with(YEAR, ""))).isEqualTo(2025);
        assertThat(Span.YEAR.text(2024)).isEqualTo("2024");
    }

    @Test
    void a_month_is_that_of_the_date() {
        assertThat(Span.MONTH.bucket(NEXT_JANUARY, AT)).isEqualTo(202501);
        assertThat(Span.MONTH.bucket(LocalDate.of(2024, 12, 1), AT)).isEqualTo(202412);
        assertThat(Span.MONTH.text(202501)).isEqualTo("2025-01");
        assertThat(Span.MONTH.text(202410)).isEqualTo("2024-10");
        assertThat(Span.MONTH.text(202409)).isEqualTo("2024-09");
    }

    @Test
    void all_time_is_one_bucket() {
        assertThat(Span.CUMULATIVE.bucket(NEXT_JANUARY, AT)).isZero();
        assertThat(Span.CUMULATIVE.text(0)).isEqualTo("cumulative");
    }

    @Test
    void a_side_has_another() {
        assertThat(Side.DEBIT.opposite()).isEqualTo(Side.CREDIT);
        assertThat(Side.CREDIT.opposite()).isEqualTo(Side.DEBIT);
    }
}
