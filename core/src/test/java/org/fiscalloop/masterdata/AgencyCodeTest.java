package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "21", "2190", "21901a", "２１９", "219011001002003004005006"})
    void an_agency_code_is_three_digits_a_level(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgencyCode(value))
                .withMessageContaining("\"" + value + "\"");
    }

    @Test
    void an_agency_lies_below_its_department() {
        AgencyCode agency = new AgencyCode("219011");
        assertThat(agency.level()).isEqualTo(2);
        assertThat(agency.department()).isEqualTo(new AgencyCode("219"));
        assertThat(agency.parent()).contains(new AgencyCode("219"));
        assertThat(new AgencyCode("219").parent()).isEmpty();
    }

    @Test
    void an_agency_is_within_itself_and_those_above_it() {
        AgencyCode agency = new AgencyCode("219011001");
        assertThat(agency.isWithin(agency)).isTrue();
        assertThat(agency.isWithin(new AgencyCode("219"))).isTrue();
        assertThat(agency.isWithin(new AgencyCode("220"))).isFalse();
        assertThat(new AgencyCode("219").isWithin(agency)).isFalse();
    }
}
