package org.fiscalloop.cashplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.cashplan.CashPlanAction.*;
import static org.fiscalloop.cashplan.CashPlanState.*;

import com.google.common.collect.ImmutableTable;
import java.util.stream.Stream;
import org.fiscalloop.lifecycle.LifeCells;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a cash plan, at its first post, with every action. */
class CashPlanLifecycleTest {
    private static final LifeCells<CashPlanState, CashPlanAction> CELLS = new LifeCells<>(
            CashPlanLifecycle.NATIONAL, CashPlanLifecycle.REVIEWS, CashPlanState.class, CashPlanAction.class, WITHDRAW);

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return CELLS.lead(ImmutableTable.<CashPlanState, CashPlanAction, CashPlanState>builder()
                .put(DRAFT, REVISE, DRAFT)
                .put(DRAFT, SUBMIT, SUBMITTED)
                .put(DRAFT, VOID, VOIDED)
                .put(SUBMITTED, ASSESS, SUBMITTED)
                .put(SUBMITTED, APPROVE, SUBMITTED)
                .put(SUBMITTED, RETURN, DRAFT)
                .put(SUBMITTED, RETURN_TO_ENTRY, DRAFT)
                .put(PROXY_DRAFT, REVISE, PROXY_DRAFT)
                .put(PROXY_DRAFT, SUBMIT, PROXY_SUBMITTED)
                .put(PROXY_DRAFT, VOID, VOIDED)
                .put(PROXY_SUBMITTED, ASSESS, PROXY_SUBMITTED)
                .put(PROXY_SUBMITTED, APPROVE, PROXY_SUBMITTED)
                .put(PROXY_SUBMITTED, RETURN, PROXY_DRAFT)
                .put(PROXY_SUBMITTED, RETURN_TO_ENTRY, PROXY_DRAFT)
                .put(REDUCTION_DRAFT, REVISE, REDUCTION_DRAFT)
                .put(REDUCTION_DRAFT, SUBMIT, REDUCTION_SUBMITTED)
                .put(REDUCTION_DRAFT, VOID, VOIDED)
                .put(REDUCTION_SUBMITTED, APPROVE, APPROVED)
                .put(REDUCTION_SUBMITTED, RETURN, REDUCTION_DRAFT)
                .put(REDUCTION_SUBMITTED, RETURN_TO_ENTRY, REDUCTION_DRAFT)
                .build());
    }

    @Test
    void the_last_post_of_each_way_approves() {
        assertThat(CELLS.leads(SUBMITTED, APPROVE, 1)).isEqualTo("SUBMITTED");
        assertThat(CELLS.leads(SUBMITTED, APPROVE, 2)).isEqualTo("APPROVED");
        assertThat(CELLS.leads(PROXY_SUBMITTED, APPROVE, 1)).isEqualTo("APPROVED");
    }

    @Test
    void E13_who_has_filled_it_in_approves_it_at_no_post() {
        for (CashPlanState phase : new CashPlanState[] {SUBMITTED, PROXY_SUBMITTED, REDUCTION_SUBMITTED}) {
            assertThat(CELLS.leads(phase, APPROVE, 0, LifeCells.MAKER)).isEqualTo("lifecycle.four-eyes");
        }
    }

    @Test
    void it_is_made_in_three_ways_and_rests_once_it_is_approved_or_given_up() {
        for (CashPlanAction made : new CashPlanAction[] {CREATE, CREATE_PROXY, CREATE_REDUCTION}) {
            assertThat(CashPlanLifecycle.NATIONAL.create(made).isAccepted()).isTrue();
        }
        assertThat(CashPlanLifecycle.NATIONAL.create(SUBMIT).isAccepted()).isFalse();
        assertThat(CashPlanLifecycle.NATIONAL.isEnd(APPROVED)).isTrue();
        assertThat(CashPlanLifecycle.NATIONAL.isEnd(VOIDED)).isTrue();
    }
}
