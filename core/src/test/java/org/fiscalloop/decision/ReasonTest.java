package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.decision.DecisionFixtures.OVER;
import static org.fiscalloop.decision.DecisionFixtures.SOURCE;
import static org.fiscalloop.decision.DecisionFixtures.reason;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @ParameterizedTest
    @ValueSource(strings = {"payment.over-allotment", "a.b", "lifecycle.four-eyes", "e1.2-3.x9"})
    void a_code_is_kebab_words_with_dots_between(String code) {
        assertThat(reason(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payment",
                "Payment.over",
                "payment.Over",
                "payment.over_allotment",
                "payment.",
                ".over",
                "payment..over",
                "payment.-over",
                "payment.over-",
                "payment.over--allotment",
                "1payment.over",
                "payment.超",
                "payment.over "
            })
    void any_other_code_is_a_broken_argument(String code) {
        assertThatThrownBy(() -> reason(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("code must be like payment.over-allotment: " + code);
    }

    @Test
    void every_title_and_text_is_there() {
        assertBlank(() -> new Reason("a.b", " ", "题", "text", "文", SOURCE));
        assertBlank(() -> new Reason("a.b", "title", "", "text", "文", SOURCE));
        assertBlank(() -> new Reason("a.b", "title", "题", "", "文", SOURCE));
        assertBlank(() -> new Reason("a.b", "title", "题", "text", "\u3000", SOURCE));
    }

    @Test
    void placeholders_are_in_the_order_of_the_english_text() {
        assertThat(OVER.placeholders()).containsExactly("asked", "available");
        assertThat(new Reason("a.b", "t", "题", "{b-2} {a} {b-2}", "{a}{b-2}", SOURCE).placeholders())
                .containsExactly("b-2", "a");
    }

    @Test
    void both_texts_name_the_same_facts() {
        assertThatThrownBy(() -> new Reason("a.b", "t", "题", "{asked} {on}", "{asked}", SOURCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text and textZh must name the same facts: a.b, [asked, on] and [asked]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "a {b", "b} a", "{}", "{ a}", "{a b}", "{1a}", "{{a}}", "{a}}", "{金额}", "{-a}"})
    void a_brace_that_is_no_placeholder_is_a_broken_argument(String text) {
        assertThatThrownBy(() -> new Reason("a.b", "t", "题", text, "文", SOURCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("template has a brace that is no placeholder: " + text);
        assertThatThrownBy(() -> new Reason("a.b", "t", "题", "text", text, SOURCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("template has a brace that is no placeholder: " + text);
    }

    @Test
    void a_source_has_a_citation_and_says_how_certain_it_is() {
        assertThat(Source.certain("c")).isEqualTo(new Source("c", Certainty.CERTAIN));
        assertThat(Source.uncertain("c")).isEqualTo(new Source("c", Certainty.UNCERTAIN));
        assertThat(Source.own("c")).isEqualTo(new Source("c", Certainty.OWN));
        assertThatThrownBy(() -> Source.own(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("citation must not be blank");
    }

    private static void assertBlank(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("titles and texts must not be blank: a.b");
    }
}
