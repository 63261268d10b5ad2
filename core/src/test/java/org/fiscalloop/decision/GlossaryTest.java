package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.util.Set;
import java.util.TreeSet;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.lifecycle.Row;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;

/** What texts in 中文 call the library's own words. */
class GlossaryTest {
    @Test
    void every_kind_of_document_state_action_and_flag_has_a_term() {
        RulesInForce rules = CityRules.nation().all().get(0);
        Set<String> words = new TreeSet<>();
        for (Flow flow : LoopFlow.ALL.all()) {
            for (DocumentType<?, ?, ?> type : flow.documents()) {
                words.add(type.kind().code());
                for (Row<?, ?> row : type.lifecycle().apply(rules).rows()) {
                    words.add(row.action().name());
                    row.from().ifPresent(state -> words.add(state.name()));
                    row.targets().forEach(state -> words.add(state.name()));
                }
            }
        }
        for (AllotmentFlag flag : AllotmentFlag.values()) {
            words.add(flag.name());
        }
        for (PaymentChannel channel : PaymentChannel.values()) {
            words.add(channel.name());
        }
        assertThat(words)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(Glossary.zh(word))
                        .as(word)
                        .isNotEqualTo(word)
                        .doesNotContainPattern("[A-Za-z]"));
    }

    @Test
    void every_term_of_a_formula_has_a_term() {
        assertThat(NationalRulebook.all().get(0).accounting().measures().values())
                .isNotEmpty()
                .allSatisfy(terms -> assertThat(terms)
                        .allSatisfy(term -> assertThat(Glossary.term(term.name()))
                                .as(term.name())
                                .isNotEqualTo(term.name())
                                .doesNotContainPattern("[A-Za-z]")));
    }

    @Test
    void a_fact_that_is_a_word_of_the_library_is_its_term_in_chinese_and_itself_in_english() {
        assertThat(text("PENDING").textZh()).isEqualTo("待分");
        assertThat(text("PENDING").text()).isEqualTo("PENDING");
        assertThat(texts(ImmutableList.of("SUBMIT", "VOID")).textZh()).isEqualTo("送审、作废");
    }

    @Test
    void a_fact_that_is_no_word_of_the_library_is_itself() {
        assertThat(text("ZB-1").textZh()).isEqualTo("ZB-1");
        assertThat(text("办公用品").textZh()).isEqualTo("办公用品");
    }

    @Test
    void a_blank_fact_says_that_there_is_none() {
        assertThat(text(" ").text()).isEqualTo("(none)");
        assertThat(text("").textZh()).isEqualTo("(无)");
    }
}
