package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check characters of GB 11643 and GB 32100, by the standards' own examples. */
class IdentityNumbersTest {
    private static final String PERSON = "11010519491231002X";
    private static final String ENTERPRISE = "91350100M000100Y43";

    @ParameterizedTest
    @ValueSource(strings = {PERSON, "440524188001010014"})
    void a_number_with_the_right_check_character_is_a_persons(String number) {
        assertThat(IdentityNumbers.isPerson(number)).isTrue();
        assertThat(IdentityNumbers.isCreditCode(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110105491231002",
                "110105194912310021",
                "11010519491231002x",
                "1101051949123100２X",
                "110105194913310021",
                "110105194902300028",
                "11010500000101002X"
            })
    void anything_else_is_not(String number) {
        assertThat(IdentityNumbers.isPerson(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENTERPRISE, "91310000MA1FL7AB37"})
    void a_code_of_the_right_characters_is_judged_by_its_last(String code) {
        assertThat(IdentityNumbers.isCreditCode(ENTERPRISE)).isTrue();
        assertThat(IdentityNumbers.isCreditCode(code.substring(0, 17) + "I")).isFalse();
        assertThat(IdentityNumbers.isCreditCode("9135A100M000100Y43")).isFalse();
        assertThat(IdentityNumbers.isCreditCode(code + "0")).isFalse();
    }

    @Property(tries = 200)
    void one_wrong_digit_is_always_found(@ForAll @IntRange(max = 16) int place, @ForAll @IntRange(max = 9) int digit) {
        String other = changed(PERSON, place, (char) ('0' + digit));

        assertThat(IdentityNumbers.isPerson(other)).isEqualTo(other.equals(PERSON));
    }

    @Property(tries = 500)
    void one_wrong_character_of_a_credit_code_is_always_found(
            @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(max = 30) int character) {
        String other = changed(ENTERPRISE, place, "0123456789ABCDEFGHJKLMNPQRTUWXY".charAt(character));

        assertThat(IdentityNumbers.isCreditCode(other)).isEqualTo(other.equals(ENTERPRISE));
    }

    private static String changed(String text, int place, char to) {
        return text.substring(0, place) + to + text.substring(place + 1);
    }
}
