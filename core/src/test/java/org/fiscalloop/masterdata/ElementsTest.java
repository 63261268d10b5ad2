package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.masterdata.MasterdataFixtures.elements;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ElementsTest {

    @Test
    void every_element_has_a_value_by_its_name() {
        Elements elements = elements().putExtra("XM_LABEL", "01").build();
        assertThat(Elements.STANDARD.stream().map(elements::value))
                .containsExactly(
                        "310107000", "2024", "105001", "310107241050000000001", "2010601", "50201", "30201", "111");
        assertThat(elements.value("XM_LABEL")).isEqualTo("01");
        assertThat(elements.value("OTHER")).isEmpty();
    }

    @Test
    void a_block_has_a_year_and_no_blank_code() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().fiscalYear(24).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().fiscalYear(9999).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().function("").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().governmentEconomic(" ").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().departmentEconomic("").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().fund("").build());
    }

    @Test
    void an_extra_element_has_a_name_of_its_own_and_a_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().putExtra("fund", "112").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elements().putExtra("XM_LABEL", " ").build());
    }

    @Test
    void extra_elements_and_attributes_are_kept_in_the_order_of_their_names() {
        Elements one = elements()
                .putExtra("B", "1")
                .putExtra("A", "2")
                .putAttributes("z", "")
                .build();
        Elements other = elements()
                .extra(Map.of("A", "2", "B", "1"))
                .putAttributes("z", "")
                .build();
        assertThat(one).isEqualTo(other);
        assertThat(one.extra().keySet()).containsExactly("A", "B");
        assertThat(one)
                .isNotEqualTo(elements().putExtra("A", "2").putExtra("B", "1").build());
    }

    @Test
    void the_books_keep_the_standard_elements_by_their_names() {
        Elements elements = elements().putExtra("XM_LABEL", "01").build();
        assertThat(Dimensions.segments(elements).codes().entrySet().stream()
                        .map(code -> code.getKey().name() + "=" + code.getValue()))
                .containsExactlyInAnyOrderElementsOf(Elements.STANDARD.stream()
                        .map(element -> element + "=" + elements.value(element))
                        .toList());
    }
}
