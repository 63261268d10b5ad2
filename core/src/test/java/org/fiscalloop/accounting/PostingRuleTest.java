package org.fiscalloop.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.accounting.national.NationalAccounting;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostingRuleTest {
    private static PostingRule rule(RuleLine... lines) {
        return new PostingRule(
                "X-01", Ledgers.ALLOTMENT, Basis.CONTROL, Source.own("a test"), ImmutableList.copyOf(lines));
    }

    static ImmutableList<PostingRule> national() {
        return NationalAccounting.RULES.rules();
    }

    @ParameterizedTest
    @MethodSource("national")
    void every_posting_rule_balances_in_each_of_its_amounts(PostingRule rule) {
        Map<String, Integer> debits = new TreeMap<>();
        Map<String, Integer> credits = new TreeMap<>();
        for (RuleLine line : rule.lines()) {
            (line.side() == Side.DEBIT ? debits : credits).merge(line.amount(), line.sign(), Integer::sum);
        }
        assertThat(debits).isNotEmpty().isEqualTo(credits);
        assertThat(rule.source().citation()).isNotBlank();
    }

    @Test
    void the_ids_of_the_nation_s_posting_rules_are_unique() {
        assertThat(NationalAccounting.RULES.rules()).extracting(PostingRule::id).doesNotHaveDuplicates();
    }

    @Test
    void a_rule_of_one_side_does_not_balance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(debit("A"), debit("B")))
                .withMessage("posting rule X-01 does not balance: {total=2}");
        assertThatIllegalArgumentException().isThrownBy(() -> rule(debit("A")));
    }

    @Test
    void a_rule_without_lines_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(PostingRuleTest::rule);
    }

    @Test
    void two_amounts_do_not_balance_each_other() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(
                        new RuleLine(Side.DEBIT, "A", "net", 1, "own"),
                        new RuleLine(Side.CREDIT, "B", "tax", 1, "own")))
                .withMessageContaining("{net=1, tax=-1}");
    }

    @Test
    void a_line_of_the_other_sign_balances_its_own_side() {
        RuleLine red = new RuleLine(Side.DEBIT, "B", "total", -1, "own");
        assertThat(rule(debit("A"), red).lines()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> rule(red, credit("A")));
    }

    @Test
    void a_sign_is_one_or_minus_one() {
        for (int sign : new int[] {-2, 0, 2}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RuleLine(Side.DEBIT, "A", "total", sign, "own"))
                    .withMessageContaining(Integer.toString(sign));
        }
    }

    @Test
    void the_opposite_of_a_rule_changes_the_sides_and_nothing_else() {
        PostingRule opposite = rule(debit("A"), credit("B", "line")).opposite("X-02", Source.own("back"));
        assertThat(opposite)
                .isEqualTo(new PostingRule(
                        "X-02",
                        Ledgers.ALLOTMENT,
                        Basis.CONTROL,
                        Source.own("back"),
                        ImmutableList.of(credit("A"), debit("B", "line"))));
    }

    @Test
    void a_decrease_keeps_the_sides_and_turns_the_signs() {
        assertThat(rule(debit("A"), credit("B")).decreasing("X-03").lines())
                .containsExactly(
                        new RuleLine(Side.DEBIT, "A", "total", -1, "own"),
                        new RuleLine(Side.CREDIT, "B", "total", -1, "own"));
    }

    @Test
    void a_rule_with_an_open_account_makes_a_draft() {
        assertThat(rule(debit(PostingRule.OPEN), credit("B")).isDraft()).isTrue();
        assertThat(rule(debit("A"), credit("B")).isDraft()).isFalse();
    }
}
