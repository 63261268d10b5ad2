package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.decision.DecisionFixtures.SOURCE;
import static org.fiscalloop.decision.DecisionFixtures.reason;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Reason ONE = reason("a.one");
    private static final Reason TWO = reason("b.two");
    private static final Reason TEN = reason("a.ten");

    @Test
    void reasons_are_ordered_by_code_and_found_by_it() {
        Reasons reasons = Reasons.of(TWO, ONE, TEN);
        assertThat(reasons.all()).containsExactly(ONE, TEN, TWO);
        assertThat(reasons.find("a.ten")).contains(TEN);
        assertThat(reasons.find("a.tenth")).isEmpty();
        assertThat(reasons).isEqualTo(Reasons.of(List.of(TEN, ONE, TWO)));
    }

    @Test
    void a_code_is_declared_once() {
        assertThatThrownBy(() -> Reasons.of(ONE, TWO, ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason is declared twice: a.one");
    }

    @Test
    void a_reason_stands_under_its_own_code() {
        assertThatThrownBy(() -> new Reasons(ImmutableSortedMap.of("a.one", ONE, "a.ten", TWO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason b.two stands under the code a.ten");
    }

    @Test
    void catalogues_merge_and_may_share_a_reason() {
        assertThat(Reasons.merge(List.of(Reasons.of(TWO, TEN), Reasons.of(ONE, TEN))))
                .isEqualTo(Reasons.of(ONE, TWO, TEN));
        assertThat(Reasons.merge(List.of())).isEqualTo(Reasons.of());
    }

    @Test
    void catalogues_do_not_merge_where_two_reasons_share_a_code() {
        Reason other = new Reason("a.one", "Another", "另一个", "text", "文", SOURCE);
        assertThatThrownBy(() -> Reasons.merge(List.of(Reasons.of(ONE), Reasons.of(other))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two reasons share a code: " + ONE + " and " + other);
    }
}
