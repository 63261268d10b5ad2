package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Strings;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AgencyCodeProperties {

    @Property
    void going_up_from_an_agency_ends_at_its_department(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 999) Integer> levels) {
        AgencyCode code = code(levels);
        AgencyCode at = code;
        for (int left = levels.size(); left > 1; left--) {
            assertThat(at.level()).isEqualTo(left);
            assertThat(code.isWithin(at)).isTrue();
            at = at.parent().orElseThrow();
        }
        assertThat(at).isEqualTo(code.department());
        assertThat(at.parent()).isEmpty();
    }

    @Property
    void one_agency_is_within_another_when_its_path_begins_with_the_others(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 1) Integer> one,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 1) Integer> other) {
        boolean begins =
                one.size() >= other.size() && one.subList(0, other.size()).equals(other);
        assertThat(code(one).isWithin(code(other))).isEqualTo(begins);
    }

    private static AgencyCode code(List<Integer> levels) {
        StringBuilder code = new StringBuilder();
        levels.forEach(level -> code.append(Strings.padStart(Integer.toString(level), 3, '0')));
        return new AgencyCode(code.toString());
    }
}
