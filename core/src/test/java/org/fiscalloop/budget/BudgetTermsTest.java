package org.fiscalloop.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.AmountException;
import org.fiscalloop.money.Fen;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class BudgetTermsTest {

    @Test
    void a_line_belongs_where_its_elements_say() {
        BudgetTerms terms = BudgetFixtures.terms().build();

        assertThat(terms.division()).isEqualTo(BudgetFixtures.DIVISION);
        assertThat(terms.agency()).isEqualTo(BudgetFixtures.AGENCY);
        assertThat(terms.fiscalYear()).isEqualTo(BudgetFixtures.YEAR);
    }

    @Test
    void an_amount_is_yuan_and_not_negative() {
        assertThatThrownBy(() -> BudgetFixtures.terms().amount(Fen.money(-1)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.01");
        assertThatThrownBy(() -> BudgetFixtures.terms()
                        .amount(Money.of(CurrencyUnit.USD, 1))
                        .build())
                .isInstanceOf(AmountException.class);
    }

    @Test
    void a_line_stands_in_the_books_under_its_elements_and_its_id() {
        Segments segments =
                BudgetFixtures.in(BudgetState.DRAFT).get(BudgetFixtures.LINE).segments();

        assertThat(segments.codes())
                .containsExactly(
                        entry(Dimensions.DIVISION, BudgetFixtures.DIVISION),
                        entry(Dimensions.YEAR, "2024"),
                        entry(Dimensions.AGENCY, BudgetFixtures.AGENCY),
                        entry(Dimensions.FUND, "111"),
                        entry(Dimensions.PROJECT, BudgetFixtures.PROJECT.value()),
                        entry(Dimensions.FUNCTION, "2010602"),
                        entry(Dimensions.GOVERNMENT_ECONOMIC, "50201"),
                        entry(Dimensions.DEPARTMENT_ECONOMIC, "30201"),
                        entry(Dimensions.LINE, "B-1"));
    }

    @Test
    void C5_the_amount_in_force_is_the_sum_over_the_sources() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROPRIATED);
        BudgetLine line = bench.get(BudgetFixtures.LINE);
        bench.with(BudgetMeasure.ARRANGED, line.segments(), 50_700)
                .with(BudgetMeasure.VIRED, line.segments(), -100)
                .with(BudgetMeasure.TRANSFERRED, line.segments(), 2_000)
                .with(BudgetMeasure.CARRIED, line.segments(), 30);

        BudgetAmounts amounts = BudgetAmounts.of(line, bench);

        assertThat(amounts)
                .isEqualTo(new BudgetAmounts(
                        Fen.money(50_000), Fen.money(700), Fen.money(-100), Fen.money(2_000), Fen.money(30)));
        assertThat(amounts.current()).isEqualTo(Fen.money(52_630));
    }

    @Test
    void a_line_that_is_not_appropriated_has_no_amount() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROVED);

        BudgetAmounts amounts = BudgetAmounts.of(bench.get(BudgetFixtures.LINE), bench);

        assertThat(ImmutableList.of(amounts.original(), amounts.adjustment(), amounts.current()))
                .containsOnly(Fen.money(0));
    }

    @Test
    void rules_come_back_from_bytes_and_from_a_tree() {
        BudgetRules rules = ImmutableBudgetRules.builder()
                .reviews(ReviewChains.ONE_POST_EACH)
                .severities(ImmutableMap.of())
                .build();

        Shape<BudgetRules> shape = BudgetShapes.RULES;
        assertThat(shape.decode(shape.encode(rules))).isEqualTo(rules);
        assertThat(shape.fromTree(shape.toTree(rules))).isEqualTo(rules);
    }

    @Test
    void the_project_is_limited_to_its_reserve_and_nothing_softens_that() {
        assertThat(ImmutableBudgetRules.builder().build().limits())
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.code()).isEqualTo("project.over-reserve");
                    assertThat(limit.terms()).containsExactly(new LimitRule.Term(1, "project.open"));
                    assertThat(limit.dimensions()).containsExactly(Dimensions.PROJECT);
                    assertThat(limit.permitted()).containsExactly(org.fiscalloop.decision.Severity.HARD);
                });
    }
}
