package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.decision.DecisionFixtures.OVER;
import static org.fiscalloop.decision.DecisionFixtures.SOURCE;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final Fact AVAILABLE = Fact.formula(List.of(Term.plus("issued", 1000), Term.minus("spent", 300)));

    @Test
    void a_refusal_explains_itself_in_both_languages() {
        Refusal refusal = Refusal.of(OVER, Facts.of("asked", Fact.amount(800)).and("available", AVAILABLE));
        assertThat(refusal.code()).isEqualTo("payment.over-allotment");
        assertThat(refusal.text()).isEqualTo("asked 8.00, available issued 10.00 - spent 3.00 = 7.00");
        assertThat(refusal.textZh()).isEqualTo("可用 issued 10.00 - spent 3.00 = 7.00，申请 8.00");
    }

    @Test
    void each_language_prints_facts_in_its_own_way() {
        Reason reason = new Reason("a.b", "t", "题", "try {allowed}", "可 {allowed}", SOURCE);
        Refusal refusal = Refusal.of(reason, Facts.of("allowed", Fact.texts(List.of("submit", "void"))));
        assertThat(refusal.text()).isEqualTo("try submit, void");
        assertThat(refusal.textZh()).isEqualTo("可 submit、void");
    }

    @Test
    void a_fact_that_looks_like_a_template_stays_as_it_is() {
        Refusal refusal = Refusal.of(
                OVER, Facts.of("asked", Fact.text("{available} $1 \\")).and("available", Fact.text("$0")));
        assertThat(refusal.text()).isEqualTo("asked {available} $1 \\, available $0");
    }

    @Test
    void a_text_whose_fact_is_not_given_names_it() {
        Refusal refusal = new Refusal(OVER, ImmutableMap.of("asked", Fact.amount(1), "short-by", Fact.amount(1)));
        assertThatThrownBy(refusal::text)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no fact named available for \"asked {asked}, available {available}\""
                        + " among [asked, short-by]");
        assertThatThrownBy(refusal::textZh)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no fact named available for \"可用");
    }

    @Test
    void what_would_be_allowed_is_a_fact() {
        assertThat(Refusal.of(OVER, Facts.of(Refusal.ALLOWED, Fact.texts(List.of("submit", "void"))))
                        .allowed())
                .containsExactly("submit", "void");
        assertThat(Refusal.of(OVER, Facts.of(Refusal.ALLOWED, Fact.text("submit")))
                        .allowed())
                .isEmpty();
        assertThat(Refusal.of(OVER, Facts.none()).allowed()).isEmpty();
    }
}
