package org.fiscalloop.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.correction.CorrectionAction.*;
import static org.fiscalloop.correction.CorrectionState.*;

import com.google.common.collect.ImmutableTable;
import java.util.stream.Stream;
import org.fiscalloop.lifecycle.LifeCells;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a correction, at its first post, with every action. */
class CorrectionLifecycleTest {
    private static final LifeCells<CorrectionState, CorrectionAction> CELLS = new LifeCells<>(
            CorrectionLifecycle.NATIONAL,
            CorrectionLifecycle.REVIEWS,
            CorrectionState.class,
            CorrectionAction.class,
            WITHDRAW);

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return CELLS.lead(ImmutableTable.<CorrectionState, CorrectionAction, CorrectionState>builder()
                .put(DRAFT, REVISE, DRAFT)
                .put(DRAFT, SUBMIT, SUBMITTED)
                .put(DRAFT, VOID, VOIDED)
                .put(SUBMITTED, APPROVE, SUBMITTED)
                .put(SUBMITTED, RETURN, DRAFT)
                .put(SUBMITTED, RETURN_TO_ENTRY, DRAFT)
                .put(BOOKED, NOTIFY, TOLD)
                .build());
    }

    @Test
    void the_second_post_books() {
        assertThat(CELLS.leads(SUBMITTED, APPROVE, 1)).isEqualTo("BOOKED");
    }

    @Test
    void E13_who_has_filled_it_in_approves_it_at_no_post() {
        for (int post = 0; post < 2; post++) {
            assertThat(CELLS.leads(SUBMITTED, APPROVE, post, LifeCells.MAKER)).isEqualTo("lifecycle.four-eyes");
        }
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
