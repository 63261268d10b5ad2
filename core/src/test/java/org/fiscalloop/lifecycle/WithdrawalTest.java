package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.lifecycle.LifecycleTest.refusal;

import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

    private static final Life<State, Action> SUBMITTED = Life.request(3).then(Action.SUBMIT, "clerk");

    @Test
    void a_submission_is_withdrawn_to_where_it_came_from() {
        Life<State, Action> withdrawn = SUBMITTED.then(Action.WITHDRAW, "clerk");

        assertThat(withdrawn.standing()).isEqualTo(new Standing<>(State.DRAFT, 0, 3));
    }

    @Test
    void an_approval_is_withdrawn_to_its_own_post() {
        Life<State, Action> second = SUBMITTED.then(Action.APPROVE, "a").then(Action.APPROVE, "b");
        Step<State, Action> step = Life.accepted(second.attempt(Action.WITHDRAW, "b"));

        assertThat(step.to()).isEqualTo(new Standing<>(State.SUBMITTED, 1, 5));
        assertThat(step.duty()).isEqualTo(new Duty("d1"));
        assertThat(step.post().orElseThrow().code()).isEqualTo("p1");
    }

    @Test
    void a_return_inside_the_phase_is_withdrawn_to_the_post_that_returned() {
        Life<State, Action> returned = SUBMITTED.then(Action.APPROVE, "a").then(Action.RETURN, "b");

        assertThat(returned.then(Action.WITHDRAW, "b").place()).isEqualTo("SUBMITTED/1");
    }

    @Test
    void only_the_last_actor_may_withdraw() {
        Refusal refusal = refusal(SUBMITTED.then(Action.APPROVE, "a").attempt(Action.WITHDRAW, "clerk"));

        assertThat(refusal.code()).isEqualTo("lifecycle.not-yours-to-withdraw");
        assertThat(refusal.text())
                .isEqualTo("the last act on payment-request in state \"SUBMITTED\" was APPROVE by a;"
                        + " only that person may withdraw it");
        assertThat(refusal.textZh()).contains("a 的 审核通过");
    }

    @Test
    void what_was_withdrawn_uncovers_the_act_before() {
        Life<State, Action> uncovered = SUBMITTED.then(Action.APPROVE, "a").then(Action.WITHDRAW, "a");

        assertThat(refusal(uncovered.attempt(Action.WITHDRAW, "a")).code())
                .isEqualTo("lifecycle.not-yours-to-withdraw");
        assertThat(uncovered.then(Action.WITHDRAW, "clerk").place()).isEqualTo("DRAFT/0");
    }

    @Test
    void acts_are_withdrawn_one_by_one_down_to_entry() {
        Life<State, Action> life = SUBMITTED
                .then(Action.APPROVE, "a")
                .then(Action.APPROVE, "b")
                .then(Action.RETURN, "c")
                .then(Action.WITHDRAW, "c")
                .then(Action.WITHDRAW, "b")
                .then(Action.WITHDRAW, "a")
                .then(Action.WITHDRAW, "clerk");

        assertThat(life.standing()).isEqualTo(new Standing<>(State.DRAFT, 0, 9));
    }

    @Test
    void a_cancelled_approval_cannot_be_withdrawn_because_that_would_approve_again() {
        Life<State, Action> cancelled =
                SUBMITTED.under(Requests.posts(1)).then(Action.APPROVE, "a").then(Action.CANCEL_APPROVAL, "head");

        Refusal refusal = refusal(cancelled.attempt(Action.WITHDRAW, "head"));

        assertThat(refusal.code()).isEqualTo("lifecycle.nothing-to-withdraw");
        assertThat(refusal.text())
                .isEqualTo("the last act on payment-request in state \"SUBMITTED\" was CANCEL_APPROVAL,"
                        + " which cannot be withdrawn");
        assertThat(refusal.textZh()).contains("取消终审，不可撤销");
    }

    @Test
    void an_act_that_left_the_document_in_place_cannot_be_withdrawn() {
        Life<State, Action> remarked = SUBMITTED.then(Action.APPROVE, "a").then(Action.REMARK, "x");

        assertThat(refusal(remarked.attempt(Action.WITHDRAW, "x")).code()).isEqualTo("lifecycle.nothing-to-withdraw");
        assertThat(Requests.LIFECYCLE.duty(remarked.standing(), Action.WITHDRAW, remarked.chains(), remarked.trail()))
                .isEmpty();
    }

    @Test
    void a_creation_cannot_be_withdrawn() {
        Lifecycle<State, Action> sentAtOnce = LifecycleBuilderTest.sample()
                .create(Action.AMEND, State.SUBMITTED, Requests.ENTRY, "sent at once")
                .build();
        Life<State, Action> life = Life.begin(sentAtOnce, ReviewChains.ONE_POST_EACH, Action.AMEND, "clerk");

        assertThat(refusal(life.attempt(Action.WITHDRAW, "clerk")).code()).isEqualTo("lifecycle.nothing-to-withdraw");
    }
}
