package org.fiscalloop.payment.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Source;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.kinds.FinanceReview.Entry;
import org.fiscalloop.payment.kinds.FinanceReview.Row;
import org.junit.jupiter.api.Test;

/** When finance reviews: the first row that fits says so. */
class FinanceReviewTableTest {
    private static final Source SOURCE = Source.own("test");

    private static Row row(String code, Optional<String> kind, Entry entry, Optional<Long> from, boolean isReviewed) {
        return new Row(code, kind, entry, from.map(Fen::money), isReviewed, SOURCE);
    }

    @Test
    void nationally_finance_reviews_what_it_fills_in_and_nothing_else() {
        assertThat(FinanceReview.NATIONAL.isAsked("1", true, 1)).isTrue();
        assertThat(FinanceReview.NATIONAL.isAsked("1", false, Long.MAX_VALUE)).isFalse();
        assertThat(FinanceReview.NATIONAL.rows())
                .allSatisfy(row -> assertThat(row.source().certainty()).isEqualTo(Certainty.UNCERTAIN));
    }

    @Test
    void the_first_row_that_fits_kind_entry_and_amount_decides() {
        FinanceReview table = new FinanceReview(ImmutableList.of(
                row("small", Optional.empty(), Entry.ANY, Optional.of(0L), false),
                row("never", Optional.empty(), Entry.ANY, Optional.empty(), true)));
        assertThat(table.isAsked("1", true, 5)).isFalse();

        FinanceReview large = new FinanceReview(ImmutableList.of(
                row("direct", Optional.of("11"), Entry.AGENCY, Optional.of(100L), true),
                row("other", Optional.empty(), Entry.AGENCY, Optional.of(1000L), true)));
        assertThat(large.isAsked("11", false, 99)).isFalse();
        assertThat(large.isAsked("11", false, 100)).isTrue();
        assertThat(large.isAsked("1", false, 100)).isFalse();
        assertThat(large.isAsked("1", false, 1000)).isTrue();
        assertThat(large.isAsked("11", true, 1000)).isFalse();
    }

    @Test
    void where_no_row_fits_finance_does_not_review() {
        assertThat(new FinanceReview(ImmutableList.of()).isAsked("1", true, 1)).isFalse();
    }

    @Test
    void nationally_one_kind_and_allocation_are_open_and_the_legacy_two_are_not() {
        assertThat(PaymentKind.NATIONAL)
                .extracting(kind -> kind.code() + " " + kind.nameZh() + " " + kind.isOpen() + " " + kind.route() + " "
                        + kind.order())
                .containsExactly(
                        "1 国库集中支付 true AGENCY 5214",
                        "11 财政直接支付 false FINANCE 5201",
                        "12 财政授权支付 false AGENCY 8202",
                        "2 实拨 true AGENCY 5207");
    }
}
