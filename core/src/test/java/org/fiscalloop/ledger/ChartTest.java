package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENTS;
import static org.fiscalloop.ledger.LedgerFixtures.CHART;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.HEADING;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.PLANS;
import static org.fiscalloop.ledger.LedgerFixtures.PLAN_CHART;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.account;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Source;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void accounts_are_found_by_meaning_and_by_code() {
        assertThat(CHART.ledger()).isEqualTo(ALLOTMENTS);
        assertThat(CHART.accounts())
                .extracting(Account::code)
                .containsExactly("IS01", "IE", "IE04", "IA01", "IP01", "1001");
        assertThat(CHART.account(EXECUTABLE)).map(Account::code).contains("IE04");
        assertThat(CHART.byCode("IP01")).map(Account::meaning).contains(PAID);
        assertThat(CHART.account(PLANNED)).isEmpty();
        assertThat(CHART.byCode("IX")).isEmpty();
    }

    @Test
    void a_heading_takes_no_lines() {
        assertThat(CHART.account(HEADING)).map(CHART::isPostable).contains(false);
        assertThat(CHART.account(EXECUTABLE)).map(CHART::isPostable).contains(true);
        Chart made = Chart.of(ALLOTMENTS, ImmutableList.of(child(PAID, "11", "1"), account(SOURCES, "1", Side.DEBIT)));
        assertThat(made.accounts()).extracting(made::isPostable).containsExactly(true, false);
    }

    @Test
    void a_meaning_or_a_code_stands_once() {
        assertBroken("meaning", account(PAID, "1", Side.DEBIT), account(PAID, "2", Side.DEBIT));
        assertBroken("code", account(PAID, "1", Side.DEBIT), account(SOURCES, "1", Side.DEBIT));
    }

    @Test
    void a_parent_is_there_and_not_below_its_own_child() {
        assertBroken("parent of 1 is missing or below its own child: 9", child(PAID, "1", "9"));
        assertBroken("below its own child", child(PAID, "1", "2"), child(SOURCES, "2", "1"));
        assertBroken("below its own child", child(PAID, "1", "1"));
    }

    @Test
    void accounts_are_of_the_ledger_and_have_names() {
        assertBroken("another ledger", account(PLANNED, "1", Side.DEBIT));
        assertThatThrownBy(() -> account(PAID, " ", Side.DEBIT)).isInstanceOf(IllegalArgumentException.class);
        for (int blank = 0; blank < 3; blank++) {
            String[] texts = {"name", "名称", "ELEMENT"};
            texts[blank] = "";
            assertThatThrownBy(() -> new Account(
                            PAID,
                            "1",
                            texts[0],
                            texts[1],
                            Basis.CONTROL,
                            texts[2],
                            Side.DEBIT,
                            Optional.empty(),
                            Source.own("test")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("allotment/paid");
        }
        assertThatThrownBy(() -> new Meaning(PLANS, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LedgerId("Plan")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void charts_are_equal_by_ledger_and_accounts() {
        Chart same = Chart.of(ALLOTMENTS, CHART.accounts());

        assertThat(same).isEqualTo(CHART).hasSameHashCodeAs(CHART);
        assertThat(PLAN_CHART).isNotEqualTo(CHART).doesNotHaveSameHashCodeAs(CHART);
        assertThat(Chart.of(ALLOTMENTS, ImmutableList.of())).isNotEqualTo(Chart.of(PLANS, ImmutableList.of()));
        assertThat(Chart.of(ALLOTMENTS, ImmutableList.of())).isNotEqualTo(CHART);
        assertThat(PLAN_CHART).hasToString("plan [P1, P2]");
    }

    @Test
    void meanings_are_ordered_by_ledger_and_name() {
        assertThat(PAID).isLessThan(SOURCES).isLessThan(new Meaning(PLANS, "a")).isEqualByComparingTo(PAID);
        assertThat(PLANNED).isGreaterThan(SOURCES).hasToString("plan/planned");
    }

    private static Account child(Meaning meaning, String code, String parent) {
        return new Account(
                meaning, code, "n", "名", Basis.CONTROL, "X", Side.DEBIT, Optional.of(parent), Source.own("test"));
    }

    private static void assertBroken(String because, Account... accounts) {
        assertThatThrownBy(() -> Chart.of(ALLOTMENTS, ImmutableList.copyOf(accounts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
