package org.fiscalloop.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.correction.CorrectionAction.*;
import static org.fiscalloop.correction.CorrectionState.*;

import com.google.common.collect.ImmutableTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Step;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a correction, at its first post, with every action. */
class CorrectionLifecycleTest {
    private static final ImmutableTable<CorrectionState, CorrectionAction, CorrectionState> LEADS =
            ImmutableTable.<CorrectionState, CorrectionAction, CorrectionState>builder()
                    .put(DRAFT, REVISE, DRAFT)
                    .put(DRAFT, SUBMIT, SUBMITTED)
                    .put(DRAFT, VOID, VOIDED)
                    .put(SUBMITTED, APPROVE, SUBMITTED)
                    .put(SUBMITTED, RETURN, DRAFT)
                    .put(SUBMITTED, RETURN_TO_ENTRY, DRAFT)
                    .put(BOOKED, NOTIFY, TOLD)
                    .build();

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return Arrays.stream(CorrectionState.values())
                .flatMap(state -> Arrays.stream(CorrectionAction.values())
                        .filter(action -> action != WITHDRAW)
                        .map(action -> DynamicTest.dynamicTest(state + " " + action, () -> tryOut(state, action))));
    }

    private static void tryOut(CorrectionState state, CorrectionAction action) {
        String leads = step(state, action, 0, "another")
                .match(
                        yes -> yes.value().to().state().name(),
                        no -> no.refusals().get(0).code());
        String allowed = Optional.ofNullable(LEADS.get(state, action))
                .map(CorrectionState::name)
                .orElse("lifecycle.not-allowed");
        assertThat(leads).isEqualTo(allowed);
    }

    private static Decision<Step<CorrectionState, CorrectionAction>> step(
            CorrectionState state, CorrectionAction action, int post, String actor) {
        Trail trail =
                Trail.begin(new TrailStep("CREATE", "", state.name(), post, "somebody", LocalDate.of(2024, 3, 1), ""));
        return CorrectionLifecycle.NATIONAL.step(
                new Standing<>(state, post, 1), action, CorrectionLifecycle.REVIEWS, trail, actor);
    }

    @Test
    void the_second_post_books() {
        String leads = step(SUBMITTED, APPROVE, 1, "another")
                .match(
                        yes -> yes.value().to().state().name(),
                        no -> no.refusals().get(0).code());
        assertThat(leads).isEqualTo("BOOKED");
    }

    @Test
    void E13_who_has_filled_it_in_approves_it_at_no_post() {
        assertThat(step(SUBMITTED, APPROVE, 0, "somebody").isAccepted()).isFalse();
        assertThat(step(SUBMITTED, APPROVE, 1, "somebody").isAccepted()).isFalse();
    }

    @Test
    void it_is_made_by_filling_it_in_and_rests_once_it_is_booked() {
        assertThat(CorrectionLifecycle.NATIONAL.create(CREATE).isAccepted()).isTrue();
        assertThat(CorrectionLifecycle.NATIONAL.create(SUBMIT).isAccepted()).isFalse();
        assertThat(CorrectionLifecycle.NATIONAL.isResting(BOOKED)).isTrue();
        assertThat(CorrectionLifecycle.NATIONAL.isResting(TOLD)).isTrue();
        assertThat(CorrectionLifecycle.NATIONAL.isResting(VOIDED)).isTrue();
    }
}
