package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every state of a document with every action but taking back, which asks what happened before: one that lies at a post, made
 * by somebody there.
 *
 * @param lifecycle the table of its life
 * @param reviews its posts
 * @param states its states
 * @param actions its actions
 * @param withdraw the action of taking back
 */
public record LifeCells<S extends Enum<S>, A extends Enum<A>>(
        Lifecycle<S, A> lifecycle, ReviewChains reviews, Class<S> states, Class<A> actions, A withdraw) {
    /** What is made and done by the same person is done by this one. */
    public static final String MAKER = "somebody";

    private static final String ANOTHER = "another";

    /** A test of each cell, at the first post: another person's action leads where the table says, or is not allowed. */
    public Stream<DynamicTest> lead(ImmutableTable<S, A, S> table) {
        return Arrays.stream(states.getEnumConstants())
                .flatMap(state -> Arrays.stream(actions.getEnumConstants())
                        .filter(action -> action != withdraw)
                        .map(action -> DynamicTest.dynamicTest(
                                state + " " + action,
                                () -> assertThat(leads(state, action, 0))
                                        .isEqualTo(Optional.ofNullable(table.get(state, action))
                                                .map(Enum::name)
                                                .orElse("lifecycle.not-allowed")))));
    }

    /** The state to which an action of another person leads, at this post, or the code of its refusal. */
    public String leads(S state, A action, int post) {
        return leads(state, action, post, ANOTHER);
    }

    /** The state to which somebody's action leads, at this post, or the code of its refusal. */
    public String leads(S state, A action, int post, String actor) {
        Trail trail = Trail.begin(new TrailStep("CREATE", "", state.name(), post, MAKER, LocalDate.of(2024, 3, 1), ""));
        return lifecycle
                .step(new Standing<>(state, post, 1), action, reviews, trail, actor)
                .match(
                        yes -> yes.value().to().state().name(),
                        no -> no.refusals().get(0).code());
    }
}
