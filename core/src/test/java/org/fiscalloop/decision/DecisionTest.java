package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.decision.DecisionFixtures.refusal;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Decision.Accepted;
import org.fiscalloop.decision.Decision.Refused;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Decision<Integer> YES = Decision.accepted(7);
    private static final Decision<Integer> WARNED = new Accepted<>(7, ImmutableList.of(refusal("a.warn")));
    private static final Decision<Integer> NO = Decision.refused(refusal("a.one"), refusal("a.two"));

    @Test
    void a_decision_is_accepted_or_refused() {
        assertThat(YES.isAccepted()).isTrue();
        assertThat(YES.refusals()).isEmpty();
        assertThat(YES.warnings()).isEmpty();
        assertThat(WARNED.isAccepted()).isTrue();
        assertThat(WARNED.warnings()).containsExactly(refusal("a.warn"));
        assertThat(NO.isAccepted()).isFalse();
        assertThat(NO.refusals()).containsExactly(refusal("a.one"), refusal("a.two"));
        assertThat(NO.warnings()).isEmpty();
        assertThat(Decision.refused(refusal("a.one")).refusals()).containsExactly(refusal("a.one"));
    }

    @Test
    void a_refusal_without_a_reason_is_a_broken_argument() {
        assertThatThrownBy(() -> new Refused<>(ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refusals must not be empty");
    }

    @Test
    void match_calls_the_one_function_that_fits() {
        assertThat(YES.<String>match(
                        yes -> "yes " + yes.value(), no -> "no " + no.refusals().size()))
                .isEqualTo("yes 7");
        assertThat(NO.<String>match(
                        yes -> "yes " + yes.value(), no -> "no " + no.refusals().size()))
                .isEqualTo("no 2");
    }

    @Test
    void map_changes_the_value_and_nothing_else() {
        assertThat(WARNED.map(value -> value + 1)).isEqualTo(new Accepted<>(8, WARNED.warnings()));
        assertThat(NO.map(value -> value + 1)).isEqualTo(NO);
    }

    @Test
    void the_next_question_is_asked_only_after_a_yes_and_the_warnings_of_both_stay() {
        Decision<Integer> next = new Accepted<>(8, ImmutableList.of(refusal("b.warn")));
        assertThat(WARNED.flatMap(value -> next))
                .isEqualTo(new Accepted<>(8, ImmutableList.of(refusal("a.warn"), refusal("b.warn"))));
        assertThat(WARNED.flatMap(value -> NO)).isEqualTo(NO);
        assertThat(NO.<Integer>flatMap(value -> {
                    throw new IllegalStateException("asked after a no");
                }))
                .isEqualTo(NO);
    }
}
