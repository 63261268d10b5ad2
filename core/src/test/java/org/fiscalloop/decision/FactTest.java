package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import org.fiscalloop.money.AmountException;
import org.junit.jupiter.api.Test;

class FactTest {

    @Test
    void every_kind_of_fact_prints_itself_in_both_languages() {
        assertPrints(Fact.text("复核 {x} $1 \\"), "复核 {x} $1 \\", "复核 {x} $1 \\");
        assertPrints(Fact.amount(-123_450), "-1234.50", "-1234.50");
        assertPrints(Fact.count(-1_234_567), "-1234567", "-1234567");
        assertPrints(Fact.day(LocalDate.of(2024, 2, 29)), "2024-02-29", "2024-02-29");
        assertPrints(Fact.texts(List.of()), "none", "无");
        assertPrints(Fact.texts(List.of("a")), "a", "a");
        assertPrints(Fact.texts(List.of("b", "a")), "b, a", "b、a");
    }

    @Test
    void a_formula_prints_its_signed_terms_and_their_sum() {
        assertPrints(formula(Term.plus("a", 1000), Term.minus("b", 300)), "a 10.00 - b 3.00 = 7.00");
        assertPrints(formula(new Term("a", 1000), new Term("b", -300)), "a 10.00 - b 3.00 = 7.00");
        assertPrints(formula(Term.minus("b", 300), Term.plus("a", 100)), "- b 3.00 + a 1.00 = -2.00");
        assertPrints(formula(Term.plus("issued", 5)), "issued 0.05 = 0.05");
    }

    @Test
    void a_term_keeps_its_sign_where_the_amount_is_zero_or_negative() {
        assertPrints(
                formula(Term.plus("a", 0), Term.minus("b", 0), Term.minus("c", -100)),
                "a 0.00 - b 0.00 - c -1.00 = 1.00");
    }

    @Test
    void a_formula_knows_its_sum() {
        assertThat(new Fact.Formula(ImmutableList.of(Term.plus("a", 1000), Term.minus("b", 1300))).sum())
                .isEqualTo(-300);
    }

    @Test
    void a_formula_has_terms_and_its_sum_fits() {
        assertThatThrownBy(() -> Fact.formula(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("terms must not be empty");
        assertThatThrownBy(() -> formula(Term.plus("a", Long.MAX_VALUE), Term.plus("b", 1)))
                .isInstanceOf(AmountException.class);
    }

    @Test
    void a_term_contributes_its_signed_amount() {
        assertThat(new Term("a", -300)).isEqualTo(Term.minus("a", 300)).isEqualTo(new Term("a", -1, 300));
        assertThat(new Term("a", 0)).isEqualTo(Term.plus("a", 0));
        assertThat(new Term("a", 300)).isEqualTo(Term.plus("a", 300));
        assertThat(Term.plus("a", -300).fen()).isEqualTo(-300);
        assertThat(Term.minus("a", -300).fen()).isEqualTo(300);
    }

    @Test
    void a_term_has_a_name_and_a_sign() {
        assertThatThrownBy(() -> Term.plus(" ", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank");
        assertThatThrownBy(() -> new Term("a", 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sign must be 1 or -1: 0");
        assertThatThrownBy(() -> new Term("a", Long.MIN_VALUE)).isInstanceOf(AmountException.class);
    }

    @Test
    void every_kind_of_fact_is_matched_as_itself() {
        Fact.Cases<String> kinds = new Fact.Cases<>() {
            @Override
            public String text(Fact.Text fact) {
                return "text " + fact.value();
            }

            @Override
            public String amount(Fact.Amount fact) {
                return "amount " + fact.fen();
            }

            @Override
            public String count(Fact.Count fact) {
                return "count " + fact.value();
            }

            @Override
            public String day(Fact.Day fact) {
                return "day " + fact.value();
            }

            @Override
            public String texts(Fact.Texts fact) {
                return "texts " + fact.values();
            }

            @Override
            public String formula(Fact.Formula fact) {
                return "formula " + fact.terms().size();
            }
        };
        assertThat(List.of(
                        Fact.text("x").match(kinds),
                        Fact.amount(1).match(kinds),
                        Fact.count(2).match(kinds),
                        Fact.day(LocalDate.of(2024, 1, 1)).match(kinds),
                        Fact.texts(List.of("y")).match(kinds),
                        formula(Term.plus("a", 1)).match(kinds)))
                .containsExactly("text x", "amount 1", "count 2", "day 2024-01-01", "texts [y]", "formula 1");
    }

    @Test
    void facts_keep_the_order_they_are_given_in() {
        Facts facts =
                Facts.of("z", Fact.count(1)).and("short-by", Fact.count(2)).and("a2", Fact.count(3));
        assertThat(facts.map())
                .containsExactlyEntriesOf(
                        ImmutableMap.of("z", Fact.count(1), "short-by", Fact.count(2), "a2", Fact.count(3)));
        assertThat(Facts.none().map()).isEmpty();
        assertThat(Facts.none().and("z", Fact.count(1))).isEqualTo(Facts.of("z", Fact.count(1)));
    }

    @Test
    void a_fact_is_given_once_under_a_name_that_a_template_can_use() {
        assertThatThrownBy(() -> Facts.of("z", Fact.count(1)).and("z", Fact.count(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("z");
        for (String name : List.of("", "1a", "a b", "{a}", "a.b", "金额", "-a", "a\n")) {
            assertThatThrownBy(() -> Facts.of(name, Fact.count(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fact name must be letters, digits and hyphens: \"" + name + "\"");
        }
    }

    private static Fact formula(Term... terms) {
        return Fact.formula(ImmutableList.copyOf(terms));
    }

    private static void assertPrints(Fact fact, String text) {
        assertPrints(fact, text, text);
    }

    private static void assertPrints(Fact fact, String text, String textZh) {
        assertThat(fact.text()).isEqualTo(text);
        assertThat(fact.textZh()).isEqualTo(textZh);
    }
}
