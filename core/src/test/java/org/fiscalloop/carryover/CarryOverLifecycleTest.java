package org.fiscalloop.carryover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.carryover.CarryOverAction.CALCULATE;
import static org.fiscalloop.carryover.CarryOverAction.CONFIRM;
import static org.fiscalloop.carryover.CarryOverAction.RECALCULATE;
import static org.fiscalloop.carryover.CarryOverState.CALCULATED;
import static org.fiscalloop.carryover.CarryOverState.CONFIRMED;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Step;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a carry-over with every action. */
class CarryOverLifecycleTest {
    private static final ImmutableTable<CarryOverState, CarryOverAction, CarryOverState> LEADS =
            ImmutableTable.<CarryOverState, CarryOverAction, CarryOverState>builder()
                    .put(CALCULATED, RECALCULATE, CALCULATED)
                    .put(CALCULATED, CONFIRM, CONFIRMED)
                    .put(CONFIRMED, RECALCULATE, CALCULATED)
                    .build();

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return Arrays.stream(CarryOverState.values())
                .flatMap(state -> Arrays.stream(CarryOverAction.values())
                        .map(action -> DynamicTest.dynamicTest(state + " " + action, () -> tryOut(state, action))));
    }

    private static void tryOut(CarryOverState state, CarryOverAction action) {
        Trail trail = Trail.begin(
                new TrailStep("CALCULATE", "", state.name(), 0, "somebody", LocalDate.of(2024, 12, 31), ""));

        Decision<Step<CarryOverState, CarryOverAction>> step = CarryOverLifecycle.NATIONAL.step(
                new Standing<>(state, 0, 1), action, ReviewChains.ONE_POST_EACH, trail, "another");

        String leads = step.match(
                yes -> yes.value().to().state().name(),
                no -> no.refusals().get(0).code());
        String allowed = Optional.ofNullable(LEADS.get(state, action))
                .map(CarryOverState::name)
                .orElse("lifecycle.not-allowed");
        assertThat(leads).isEqualTo(allowed);
    }

    @Test
    void it_is_made_by_calculating_it_and_rests_when_it_is_confirmed() {
        assertThat(CarryOverLifecycle.NATIONAL.create(CALCULATE).isAccepted()).isTrue();
        assertThat(CarryOverLifecycle.NATIONAL.create(CONFIRM).isAccepted()).isFalse();
        assertThat(CarryOverLifecycle.NATIONAL.isResting(CONFIRMED)).isTrue();
        assertThat(CarryOverLifecycle.NATIONAL.separations().asMap())
                .isEqualTo(ImmutableMap.of(CONFIRM, java.util.Set.of(CALCULATE, RECALCULATE)));
    }
}
