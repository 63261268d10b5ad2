package org.fiscalloop.virement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.virement.VirementAction.*;
import static org.fiscalloop.virement.VirementState.*;

import com.google.common.collect.ImmutableTable;
import java.util.stream.Stream;
import org.fiscalloop.lifecycle.LifeCells;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a virement, at its first post, with every action. */
class VirementLifecycleTest {
    private static final LifeCells<VirementState, VirementAction> CELLS = new LifeCells<>(
            VirementLifecycle.NATIONAL, VirementLifecycle.REVIEWS, VirementState.class, VirementAction.class, WITHDRAW);

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return CELLS.lead(ImmutableTable.<VirementState, VirementAction, VirementState>builder()
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
                .build());
    }

    @Test
    void the_second_post_of_finance_executes() {
        assertThat(CELLS.leads(FINANCE_REVIEW, APPROVE, 1)).isEqualTo("EXECUTED");
    }

    @Test
    void E13_who_has_filled_it_in_approves_it_at_no_post() {
        for (VirementState phase : new VirementState[] {DEPARTMENT_REVIEW, FINANCE_REVIEW}) {
            assertThat(CELLS.leads(phase, APPROVE, 0, LifeCells.MAKER)).isEqualTo("lifecycle.four-eyes");
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
