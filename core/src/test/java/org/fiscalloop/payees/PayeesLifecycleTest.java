package org.fiscalloop.payees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.payees.PayeeListAction.*;
import static org.fiscalloop.payees.PayeeListState.*;

import com.google.common.collect.ImmutableTable;
import java.util.stream.Stream;
import org.fiscalloop.lifecycle.LifeCells;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a payee list with every action. */
class PayeesLifecycleTest {
    private static final LifeCells<PayeeListState, PayeeListAction> CELLS = new LifeCells<>(
            PayeesLifecycle.NATIONAL, PayeesLifecycle.REVIEWS, PayeeListState.class, PayeeListAction.class, WITHDRAW);

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return CELLS.lead(ImmutableTable.<PayeeListState, PayeeListAction, PayeeListState>builder()
                .put(DRAFT, REVISE, DRAFT)
                .put(DRAFT, SUBMIT, SUBMITTED)
                .put(DRAFT, VOID, VOIDED)
                .put(SUBMITTED, APPROVE, CONFIRMED)
                .put(SUBMITTED, RETURN, DRAFT)
                .put(SUBMITTED, RETURN_TO_ENTRY, DRAFT)
                .put(CONFIRMED, VOID, VOIDED)
                .put(CONFIRMED, PAY, PAID)
                .build());
    }

    @Test
    void E13_who_has_filled_it_in_does_not_confirm_it() {
        assertThat(CELLS.leads(SUBMITTED, APPROVE, 0, LifeCells.MAKER)).isEqualTo("lifecycle.four-eyes");
    }

    @Test
    void it_is_made_by_filling_it_in_and_rests_once_it_is_paid_or_given_up() {
        assertThat(PayeesLifecycle.NATIONAL.create(CREATE).isAccepted()).isTrue();
        assertThat(PayeesLifecycle.NATIONAL.create(SUBMIT).isAccepted()).isFalse();
        assertThat(PayeesLifecycle.NATIONAL.isEnd(PAID)).isTrue();
        assertThat(PayeesLifecycle.NATIONAL.isEnd(VOIDED)).isTrue();
        assertThat(PayeesLifecycle.NATIONAL.isResting(CONFIRMED)).isFalse();
    }
}
