package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectCodeTest {

    private static final DivisionCode HUBEI = new DivisionCode("420000000");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42000024219P00700005",
                "42000024219P0070000511",
                "4200002A219P007000051",
                "42000024219p007000051"
            })
    void a_project_code_is_eight_digits_and_thirteen_capitals_or_digits(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProjectCode(value))
                .withMessageContaining("\"" + value + "\"");
    }

    @ParameterizedTest
    @CsvSource({"420000000,2024,true", "420000000,2025,false", "420100000,2024,false", "420000000,1924,true"})
    void its_prefix_is_a_cross_check_of_division_and_year(String division, int year, boolean agrees) {
        assertThat(new ProjectCode("42000024219P007000051").agreesWith(new DivisionCode(division), year))
                .isEqualTo(agrees);
    }

    @Test
    void the_year_keeps_its_zero() {
        assertThat(new ProjectCode("42000008219P007000051").agreesWith(HUBEI, 2008))
                .isTrue();
    }
}
