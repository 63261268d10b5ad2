package org.fiscalloop.virement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.virement.VirementAction.*;
import static org.fiscalloop.virement.VirementState.*;

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

/** Every state of a virement, at its first post, with every action. */
class VirementLifecycleTest {
    private static final ImmutableTable<VirementState, VirementAction, VirementState> LEADS =
            ImmutableTable.<VirementState, VirementAction, VirementState>builder()
                    .put(DRAFT, REVISE, DRAFT)
                    .put(DRAFT, SUBMIT, DEPARTMENT_REVIEW)
                    .put(DRAFT, SUBMIT_TO_FINANCE, FINANCE_REVIEW)
                    .put(DRAFT, VOID, VOIDED)
                    .put(DEPARTMENT_REVIEW, APPROVE, EXECUTED)
                    .put(DEPARTMENT_REVIEW, RETURN, DRAFT)
                    .put(DEPARTMENT_REVIEW, RETURN_TO_ENTRY, DRAFT)
                    .put(FINANCE_REVIEW, APPROVE, FINANCE_REVIEW)
                    .put(FINANCE_REVIEW, RETURN, DRAFT)
                    .put(FINANCE_REVIEW, RETURN_TO_ENTRY, DRAFT)
                    .build();

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return Arrays.stream(VirementState.values())
                .flatMap(state -> Arrays.stream(VirementAction.values())
                        .filter(action -> action != WITHDRAW)
                        .map(action -> DynamicTest.dynamicTest(state + " " + action, () -> tryOut(state, action))));
    }

    private static void tryOut(VirementState state, VirementAction action) {
        String leads = step(state, action, 0, "another")
                .match(
                        yes -> yes.value().to().state().name(),
                        no -> no.refusals().get(0).code());
        String allowed = Optional.ofNullable(LEADS.get(state, action))
                .map(VirementState::name)
                .orElse("lifecycle.not-allowed");
        assertThat(leads).isEqualTo(allowed);
    }

    private static Decision<Step<VirementState, VirementAction>> step(
            VirementState state, VirementAction action, int post, String actor) {
        Trail trail =
                Trail.begin(new TrailStep("CREATE", "", state.name(), post, "somebody", LocalDate.of(2024, 3, 1), ""));
        return VirementLifecycle.NATIONAL.step(
                new Standing<>(state, post, 1), action, VirementLifecycle.REVIEWS, trail, actor);
    }

    @Test
    void the_second_post_of_finance_executes() {
        String leads = step(FINANCE_REVIEW, APPROVE, 1, "another")
                .match(
                        yes -> yes.value().to().state().name(),
                        no -> no.refusals().get(0).code());
        assertThat(leads).isEqualTo("EXECUTED");
    }

    @Test
    void E13_who_has_filled_it_in_approves_it_at_no_post() {
        for (VirementState phase : new VirementState[] {DEPARTMENT_REVIEW, FINANCE_REVIEW}) {
            assertThat(step(phase, APPROVE, 0, "somebody").isAccepted()).isFalse();
        }
    }

    @Test
    void it_is_made_by_filling_it_in_and_rests_when_it_is_executed() {
        assertThat(VirementLifecycle.NATIONAL.create(CREATE).isAccepted()).isTrue();
        assertThat(VirementLifecycle.NATIONAL.create(SUBMIT).isAccepted()).isFalse();
        assertThat(VirementLifecycle.NATIONAL.isResting(EXECUTED)).isTrue();
        assertThat(VirementLifecycle.NATIONAL.isResting(VOIDED)).isTrue();
    }
}
