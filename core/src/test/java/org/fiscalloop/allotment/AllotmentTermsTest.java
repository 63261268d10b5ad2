package org.fiscalloop.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.allotment.AllotmentFixtures.ALLOTMENT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.budget.BudgetFixtures;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.AmountException;
import org.fiscalloop.money.Fen;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AllotmentTermsTest {

    @Test
    void an_allotment_belongs_where_its_elements_say() {
        AllotmentTerms terms = AllotmentFixtures.terms().build();

        assertThat(terms.division()).isEqualTo(BudgetFixtures.DIVISION);
        assertThat(terms.agency()).isEqualTo(BudgetFixtures.AGENCY);
        assertThat(terms.fiscalYear()).isEqualTo(BudgetFixtures.YEAR);
        assertThat(terms.basis()).isEqualTo(YearBasis.CURRENT);
    }

    @Test
    void an_amount_is_yuan_and_not_negative() {
        assertThatThrownBy(() -> AllotmentFixtures.terms().amount(Fen.money(-1)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.01");
        assertThatThrownBy(() -> AllotmentFixtures.terms()
                        .amount(Money.of(CurrencyUnit.USD, 1))
                        .build())
                .isInstanceOf(AmountException.class);
    }

    @Test
    void an_allotment_names_its_document() {
        assertThatThrownBy(() -> AllotmentFixtures.terms().documentNo(" ").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AllotmentFixtures.terms().title("").build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_allotment_stands_in_the_books_under_its_line_and_its_id() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.DRAFT);
        Allotment allotment = bench.get(ALLOTMENT);

        assertThat(allotment.segments())
                .isEqualTo(bench.get(BudgetFixtures.LINE).segments().with(Dimensions.ALLOTMENT, "A-1"));
        assertThat(allotment.segments()).isSameAs(allotment.segments());
    }

    @Test
    void rules_come_back_from_bytes_and_from_a_tree() {
        AllotmentRules rules = ImmutableAllotmentRules.builder()
                .reviews(ReviewChains.ONE_POST_EACH)
                .severities(ImmutableMap.of())
                .build();

        Shape<AllotmentRules> shape = AllotmentShapes.RULES;
        assertThat(shape.decode(shape.encode(rules))).isEqualTo(rules);
        assertThat(shape.fromTree(shape.toTree(rules))).isEqualTo(rules);
    }

    @Test
    void what_allotments_take_is_limited_and_nothing_softens_that() {
        ImmutableList<LimitRule> limits =
                ImmutableAllotmentRules.builder().build().limits();

        assertThat(limits)
                .extracting(LimitRule::code)
                .containsExactly(
                        "budget.over-line",
                        "allotment.over-parent",
                        "allotment.over-frozen",
                        "allotment.over-pre-issued",
                        "allotment.over-proposed",
                        "allotment.over-unspent");
        assertThat(limits)
                .flatExtracting(LimitRule::terms)
                .containsExactly(
                        new LimitRule.Term(1, "budget.unreleased"),
                        new LimitRule.Term(1, "allotment.pending"),
                        new LimitRule.Term(1, "allotment.frozen"),
                        new LimitRule.Term(1, "allotment.pre-issued"),
                        new LimitRule.Term(1, "allotment.line-budgeted"),
                        new LimitRule.Term(-1, "allotment.line-pre-issued"),
                        new LimitRule.Term(1, "allotment.line-unspent"),
                        new LimitRule.Term(-1, "allotment.line-pre-issued"));
        assertThat(limits).allSatisfy(limit -> assertThat(limit.permitted()).containsExactly(Severity.HARD));
        assertThat(limits.get(0).dimensions()).containsExactly(Dimensions.LINE);
        assertThat(limits.get(1).dimensions()).containsExactly(Dimensions.ALLOTMENT);
    }
}
