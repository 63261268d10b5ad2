package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.masterdata.MasterdataFixtures.PUTUO;
import static org.fiscalloop.masterdata.MasterdataFixtures.XIAMEN;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {

    private static final DivisionCode SHANGHAI = new DivisionCode("310000000");

    @ParameterizedTest
    @ValueSource(strings = {"", "310107", "31010700", "3101070000", "31010700a", "３１０１０７０００"})
    void a_division_code_is_nine_digits(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DivisionCode(value))
                .withMessageContaining("\"" + value + "\"");
    }

    @ParameterizedTest
    @CsvSource({"420000000,1", "610100000,2", "610102000,3", "610102998,4", "350203001,4"})
    void a_code_looks_like_a_level(String value, int level) {
        assertThat(new DivisionCode(value).shapeLevel()).isEqualTo(level);
    }

    @Test
    void vouchers_carry_the_first_six_digits() {
        assertThat(XIAMEN.administrative()).isEqualTo("350200");
    }

    @Test
    void a_county_directly_under_its_province_agrees_with_its_code() {
        assertThat(new Division(PUTUO, "普陀区", 3, Optional.of(SHANGHAI), false).shapeAgrees())
                .isTrue();
    }

    @Test
    void an_aggregate_looks_like_another_level_than_it_has() {
        assertThat(new Division(
                                new DivisionCode("610102998"),
                                "新城区辖区",
                                3,
                                Optional.of(new DivisionCode("610100000")),
                                false)
                        .shapeAgrees())
                .isFalse();
    }

    @Test
    void a_division_does_not_look_as_if_it_lay_in_another_province() {
        assertThat(new Division(PUTUO, "普陀区", 3, Optional.of(XIAMEN), false).shapeAgrees())
                .isFalse();
        assertThat(new Division(new DivisionCode("350203000"), "思明区", 3, Optional.of(XIAMEN), false).shapeAgrees())
                .isTrue();
        assertThat(new Division(
                                new DivisionCode("350203001"),
                                "厦港街道",
                                4,
                                Optional.of(new DivisionCode("350205000")),
                                false)
                        .shapeAgrees())
                .isFalse();
    }

    @Test
    void a_division_has_a_name_and_a_level() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Division(PUTUO, " ", 3, Optional.of(SHANGHAI), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Division(PUTUO, "普陀区", 0, Optional.of(SHANGHAI), false));
    }
}
