package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.lifecycle.Requests.ENTRY;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;

class LifecycleBuilderTest {

    /** The smallest lifecycle of all states, which builds. */
    static LifecycleBuilder<State, Action> sample() {
        return Lifecycle.of("sample", State.class, Action.class)
                .create(Action.CREATE, State.DRAFT, ENTRY, "new")
                .move(State.DRAFT, Action.SUBMIT, State.SUBMITTED, ENTRY, "sent")
                .review(State.SUBMITTED, State.DRAFT, State.APPROVED, Requests.REVIEW, "reviewed")
                .move(State.APPROVED, Action.FREEZE, State.FROZEN, ENTRY, "frozen")
                .move(State.FROZEN, Action.PAY, State.PAID, ENTRY, "paid")
                .move(State.FROZEN, Action.VOID, State.VOIDED, ENTRY, "void")
                .end(State.PAID, State.VOIDED);
    }

    @Test
    void the_sample_builds() {
        assertThat(sample().build().rows()).hasSize(9);
    }

    @Test
    void two_rows_for_one_state_and_action_are_refused() {
        refused(
                () -> sample().move(State.DRAFT, Action.SUBMIT, State.FROZEN, ENTRY, "sent elsewhere")
                        .build(),
                "sample: there are two rows for DRAFT SUBMIT");
        refused(
                () -> sample().create(Action.CREATE, State.FROZEN, ENTRY, "new elsewhere")
                        .build(),
                "sample: there are two rows for  CREATE");
        refused(
                () -> sample().move(State.SUBMITTED, Action.WITHDRAW, State.DRAFT, ENTRY, "by hand")
                        .build(),
                "sample: there are two rows for SUBMITTED WITHDRAW");
    }

    @Test
    void one_action_may_create_and_be_possible_in_a_state_too() {
        assertThat(sample().move(State.DRAFT, Action.CREATE, State.DRAFT, ENTRY, "again")
                        .build()
                        .rows())
                .hasSize(10);
    }

    @Test
    void a_state_that_is_never_reached_is_refused() {
        refused(
                () -> Lifecycle.of("sample", State.class, Action.class)
                        .create(Action.CREATE, State.DRAFT, ENTRY, "new")
                        .move(State.DRAFT, Action.SUBMIT, State.PAID, ENTRY, "sent")
                        .end(State.PAID)
                        .build(),
                "sample: SUBMITTED cannot be reached");
    }

    @Test
    void a_withdrawal_reaches_nothing() {
        refused(
                () -> Lifecycle.of("sample", State.class, Action.class)
                        .create(Action.CREATE, State.DRAFT, ENTRY, "new")
                        .move(State.DRAFT, Action.SUBMIT, State.SUBMITTED, ENTRY, "sent")
                        .review(State.SUBMITTED, State.DRAFT, State.APPROVED, Requests.REVIEW, "reviewed")
                        .move(State.FROZEN, Action.SUBMIT, State.SUBMITTED, ENTRY, "sent")
                        .move(State.APPROVED, Action.PAY, State.PAID, ENTRY, "paid")
                        .move(State.APPROVED, Action.VOID, State.VOIDED, ENTRY, "void")
                        .end(State.PAID, State.VOIDED)
                        .build(),
                "sample: FROZEN cannot be reached");
    }

    @Test
    void a_lifecycle_without_creation_is_refused() {
        refused(
                () -> Lifecycle.of("sample", State.class, Action.class)
                        .move(State.DRAFT, Action.SUBMIT, State.PAID, ENTRY, "sent")
                        .end(State.PAID)
                        .build(),
                "sample: DRAFT cannot be reached");
    }

    @Test
    void a_state_without_a_way_to_an_end_is_refused() {
        refused(
                () -> Lifecycle.of("sample", Trap.class, Action.class)
                        .create(Action.CREATE, Trap.OPEN, ENTRY, "new")
                        .move(Trap.OPEN, Action.VOID, Trap.OVER, ENTRY, "void")
                        .move(Trap.OPEN, Action.FREEZE, Trap.STUCK, ENTRY, "stuck")
                        .move(Trap.STUCK, Action.AMEND, Trap.STUCK, ENTRY, "and for ever")
                        .end(Trap.OVER)
                        .build(),
                "sample: no end can be reached from STUCK");
    }

    @Test
    void a_lifecycle_that_names_no_end_has_a_way_out_of_every_state() {
        refused(
                () -> Lifecycle.of("sample", Trap.class, Action.class)
                        .create(Action.CREATE, Trap.OPEN, ENTRY, "new")
                        .move(Trap.OPEN, Action.VOID, Trap.OVER, ENTRY, "void")
                        .move(Trap.OPEN, Action.FREEZE, Trap.STUCK, ENTRY, "stuck")
                        .build(),
                "sample: no end can be reached from STUCK");
    }

    private enum Trap {
        OPEN,
        STUCK,
        OVER
    }

    @Test
    void a_way_out_of_an_end_is_refused_unless_it_is_declared_after_the_end() {
        refused(
                () -> sample().move(State.PAID, Action.REFUND, State.PAID, ENTRY, "refund")
                        .build(),
                "sample: an end has a way out: PAID REFUND");
        assertThat(sample().afterEnd(State.PAID, Action.REFUND, State.PAID, ENTRY, "refund")
                        .build()
                        .rows())
                .hasSize(10);
    }

    @Test
    void a_review_phase_that_is_an_end_is_refused() {
        refused(() -> sample().end(State.SUBMITTED).build(), "sample: an end has a way out: SUBMITTED APPROVE");
    }

    @Test
    void a_row_after_the_end_that_begins_before_it_is_refused() {
        refused(
                () -> sample().afterEnd(State.FROZEN, Action.REFUND, State.PAID, ENTRY, "refund")
                        .build(),
                "sample: what is after the end begins before it: FROZEN REFUND");
    }

    @Test
    void a_row_without_a_rule_is_refused() {
        refused(() -> sample().create(Action.AMEND, State.DRAFT, ENTRY, " "), "rule must not be blank: \" \"");
        refused(() -> sample().move(State.DRAFT, Action.AMEND, State.DRAFT, ENTRY, ""), "rule must not be blank: \"\"");
        refused(
                () -> sample().afterEnd(State.PAID, Action.REFUND, State.PAID, ENTRY, ""),
                "rule must not be blank: \"\"");
        refused(
                () -> sample().review(State.FROZEN, State.DRAFT, State.APPROVED, Requests.REVIEW, "")
                        .build(),
                "rule must not be blank: \"\"");
    }

    @Test
    void a_review_phase_that_leads_to_itself_is_refused() {
        refused(
                () -> sample().review(State.FROZEN, State.FROZEN, State.APPROVED, Requests.REVIEW, "reviewed"),
                "a review phase must lead elsewhere: FROZEN");
        refused(
                () -> sample().review(State.FROZEN, State.DRAFT, State.FROZEN, Requests.REVIEW, "reviewed"),
                "a review phase must lead elsewhere: FROZEN");
    }

    @Test
    void review_acts_that_are_not_four_are_refused() {
        refused(
                () -> new ReviewActions<>(Action.APPROVE, Action.RETURN, Action.RETURN, Action.WITHDRAW),
                "review actions must be four different ones: [APPROVE, RETURN, WITHDRAW]");
    }

    @Test
    void keeping_apart_what_has_no_row_or_withdraws_is_refused() {
        refused(
                () -> sample().separate(Action.REFUND, Action.CREATE).build(),
                "sample: kept apart without a row, or as a withdrawal: REFUND");
        refused(
                () -> sample().separate(Action.APPROVE, Action.CREATE, Action.AMEND)
                        .build(),
                "sample: kept apart without a row, or as a withdrawal: AMEND");
        refused(
                () -> sample().separate(Action.WITHDRAW, Action.SUBMIT).build(),
                "sample: kept apart without a row, or as a withdrawal: WITHDRAW");
    }

    @Test
    void what_is_told_has_a_row() {
        refused(() -> sample().told(Action.REFUND).build(), "sample: told without a row: REFUND");
    }

    @Test
    void a_code_that_is_no_kebab_word_is_refused() {
        refused(
                () -> Lifecycle.of("Payment Request", State.class, Action.class),
                "code must be like payment-request: \"Payment Request\"");
    }

    @Test
    void rows_come_in_the_order_of_the_enums_however_they_were_declared() {
        assertThat(sample().create(Action.AMEND, State.FROZEN, ENTRY, "frozen at once")
                        .move(State.DRAFT, Action.AMEND, State.DRAFT, ENTRY, "amended")
                        .build()
                        .rows())
                .extracting(row -> row.fromName() + " " + row.action())
                .containsExactly(
                        " CREATE",
                        " AMEND",
                        "DRAFT AMEND",
                        "DRAFT SUBMIT",
                        "SUBMITTED APPROVE",
                        "SUBMITTED RETURN",
                        "SUBMITTED RETURN_TO_ENTRY",
                        "SUBMITTED WITHDRAW",
                        "APPROVED FREEZE",
                        "FROZEN VOID",
                        "FROZEN PAY");
    }

    @Test
    void a_withdrawal_may_lead_where_a_document_came_from_but_not_to_an_end_nor_to_approval() {
        Lifecycle<State, Action> lifecycle = sample().move(
                        State.FROZEN, Action.UNFREEZE, State.SUBMITTED, ENTRY, "reviewed again")
                .move(State.APPROVED, Action.CANCEL_APPROVAL, State.SUBMITTED, ENTRY, "cancelled")
                .afterEnd(State.PAID, Action.REFUND, State.SUBMITTED, ENTRY, "reviewed again")
                .build();

        assertThat(withdrawal(lifecycle).targets()).containsExactly(State.DRAFT, State.FROZEN, State.SUBMITTED);
    }

    @Test
    void where_the_approved_state_is_the_entry_a_withdrawal_may_lead_there() {
        Lifecycle<State, Action> lifecycle = Lifecycle.of("sample", State.class, Action.class)
                .create(Action.CREATE, State.DRAFT, ENTRY, "new")
                .move(State.DRAFT, Action.SUBMIT, State.APPROVED, ENTRY, "carried out")
                .move(State.APPROVED, Action.AMEND, State.SUBMITTED, ENTRY, "adjusted")
                .review(State.SUBMITTED, State.APPROVED, State.APPROVED, Requests.REVIEW, "reviewed")
                .move(State.APPROVED, Action.FREEZE, State.FROZEN, ENTRY, "frozen")
                .move(State.FROZEN, Action.PAY, State.PAID, ENTRY, "paid")
                .move(State.FROZEN, Action.VOID, State.VOIDED, ENTRY, "void")
                .end(State.PAID, State.VOIDED)
                .build();

        assertThat(withdrawal(lifecycle).targets()).containsExactly(State.APPROVED, State.SUBMITTED);
        assertThat(Life.begin(lifecycle, ReviewChains.ONE_POST_EACH, Action.CREATE, "a")
                        .then(Action.SUBMIT, "a")
                        .then(Action.AMEND, "b")
                        .then(Action.WITHDRAW, "b")
                        .place())
                .isEqualTo("APPROVED/0");
    }

    private static Row<State, Action> withdrawal(Lifecycle<State, Action> lifecycle) {
        return lifecycle.rows().stream()
                .filter(row -> row.kind() == Row.Kind.WITHDRAW)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(ThrowingCallable built, String message) {
        assertThatThrownBy(built).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
