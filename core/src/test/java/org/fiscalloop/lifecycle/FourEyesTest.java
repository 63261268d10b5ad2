package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.lifecycle.LifecycleTest.refusal;

import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;

class FourEyesTest {

    private static final Life<State, Action> SUBMITTED = Life.request(3).then(Action.SUBMIT, "sender");

    @Test
    void who_prepared_a_document_does_not_approve_it() {
        Refusal refusal = refusal(SUBMITTED.attempt(Action.APPROVE, "clerk"));

        assertThat(refusal.code()).isEqualTo("lifecycle.four-eyes");
        assertThat(refusal.text())
                .isEqualTo("APPROVE of payment-request must not be by clerk, who did CREATE on 2024-03-01");
        assertThat(refusal.textZh()).isEqualTo("clerk 已于 2024-03-01 办理 录入，不得再办理 支付申请 的 审核通过");
    }

    @Test
    void who_sent_it_does_not_approve_it_either() {
        assertThat(refusal(SUBMITTED.attempt(Action.APPROVE, "sender")).text()).contains("did SUBMIT");
    }

    @Test
    void of_several_acts_of_one_person_the_latest_is_named() {
        Life<State, Action> life = Life.request(1).then(Action.AMEND, "clerk").then(Action.SUBMIT, "sender");

        assertThat(refusal(life.attempt(Action.APPROVE, "clerk")).text()).contains("did AMEND");
    }

    @Test
    void nobody_approves_at_two_posts() {
        assertThat(SUBMITTED
                        .then(Action.APPROVE, "a")
                        .attempt(Action.APPROVE, "a")
                        .isAccepted())
                .isFalse();
    }

    @Test
    void the_same_person_may_do_what_is_not_kept_apart() {
        assertThat(SUBMITTED.then(Action.APPROVE, "a").then(Action.RETURN, "a").place())
                .isEqualTo("SUBMITTED/0");
    }

    @Test
    void an_approval_that_was_withdrawn_does_not_count() {
        Life<State, Action> life = SUBMITTED.then(Action.APPROVE, "a").then(Action.WITHDRAW, "a");

        assertThat(life.then(Action.APPROVE, "a").place()).isEqualTo("SUBMITTED/1");
        assertThat(life.then(Action.APPROVE, "b").then(Action.APPROVE, "a").place())
                .isEqualTo("SUBMITTED/2");
    }

    @Test
    void an_approval_that_was_returned_does_not_count_but_those_before_it_do() {
        Life<State, Action> life =
                SUBMITTED.then(Action.APPROVE, "a").then(Action.APPROVE, "b").then(Action.RETURN, "c");

        assertThat(life.then(Action.APPROVE, "b").place()).isEqualTo("SUBMITTED/2");
        assertThat(life.attempt(Action.APPROVE, "a").isAccepted()).isFalse();
    }

    @Test
    void a_withdrawn_return_leaves_the_approval_standing() {
        Life<State, Action> life =
                SUBMITTED.then(Action.APPROVE, "a").then(Action.RETURN, "b").then(Action.WITHDRAW, "b");

        assertThat(life.attempt(Action.APPROVE, "a").isAccepted()).isFalse();
        assertThat(life.then(Action.APPROVE, "b").place()).isEqualTo("SUBMITTED/2");
    }

    @Test
    void a_return_to_entry_frees_reviewers_and_sender_but_not_who_prepared_the_document() {
        Life<State, Action> again = Life.request(3)
                .then(Action.AMEND, "editor")
                .then(Action.SUBMIT, "sender")
                .then(Action.APPROVE, "a")
                .then(Action.RETURN_TO_ENTRY, "b")
                .then(Action.SUBMIT, "clerk");

        assertThat(again.attempt(Action.APPROVE, "a").isAccepted()).isTrue();
        assertThat(again.attempt(Action.APPROVE, "sender").isAccepted()).isTrue();
        assertThat(again.attempt(Action.APPROVE, "editor").isAccepted()).isFalse();
        assertThat(again.attempt(Action.APPROVE, "clerk").isAccepted()).isFalse();
    }

    @Test
    void an_approval_counts_for_what_comes_after_the_phase() {
        Life<State, Action> approved = SUBMITTED.under(Requests.posts(1)).then(Action.APPROVE, "a");

        assertThat(approved.attempt(Action.PAY, "a").isAccepted()).isFalse();
        assertThat(approved.then(Action.FREEZE, "x")
                        .then(Action.UNFREEZE, "x")
                        .attempt(Action.PAY, "a")
                        .isAccepted())
                .isFalse();
        assertThat(approved.attempt(Action.PAY, "clerk").isAccepted()).isTrue();
    }

    @Test
    void softened_four_eyes_warn_and_switched_off_they_say_nothing() {
        Life<State, Action> warned = SUBMITTED.under(Requests.LIFECYCLE.withFourEyes(Severity.WARN));
        Life<State, Action> silent = SUBMITTED.under(Requests.LIFECYCLE.withFourEyes(Severity.OFF));

        assertThat(warned.attempt(Action.APPROVE, "clerk").warnings())
                .extracting(Refusal::code)
                .containsExactly("lifecycle.four-eyes");
        assertThat(warned.then(Action.APPROVE, "clerk").place()).isEqualTo("SUBMITTED/1");
        assertThat(warned.attempt(Action.APPROVE, "other").warnings()).isEmpty();
        assertThat(silent.attempt(Action.APPROVE, "clerk").warnings()).isEmpty();
        assertThat(silent.then(Action.APPROVE, "clerk").place()).isEqualTo("SUBMITTED/1");
    }
}
