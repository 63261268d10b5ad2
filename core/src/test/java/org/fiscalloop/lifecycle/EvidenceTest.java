package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.lifecycle.LifecycleTest.refusal;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Life<State, Action> SUBMITTED = Life.request(2).then(Action.SUBMIT, "clerk");

    @Test
    void evidence_of_every_post_passes_the_chain_at_once() {
        ImmutableList<Step<State, Action>> steps =
                Life.accepted(SUBMITTED.attemptPass(Action.APPROVE, "p0", "a", "p1", "b"));

        assertThat(steps)
                .extracting(step -> step.to().state() + "/" + step.to().post() + "/"
                        + step.to().version())
                .containsExactly("SUBMITTED/1/3", "APPROVED/0/4");
        assertThat(steps).extracting(step -> step.duty().code()).containsExactly("d0", "d1");
    }

    @Test
    void a_document_that_has_passed_some_posts_needs_evidence_of_those_ahead() {
        Life<State, Action> second = SUBMITTED.then(Action.APPROVE, "a");

        assertThat(second.thenPass(Action.APPROVE, "p1", "b").place()).isEqualTo("APPROVED/0");
        assertThat(second.attemptPass(Action.APPROVE, "p0", "a", "p1", "b").isAccepted())
                .isFalse();
    }

    @Test
    void evidence_that_lacks_a_post_is_refused() {
        Refusal refusal = refusal(SUBMITTED.attemptPass(Action.APPROVE, "p1", "b"));

        assertThat(refusal.code()).isEqualTo("lifecycle.evidence-posts");
        assertThat(refusal.text())
                .isEqualTo("evidence for payment-request in state \"SUBMITTED\" must name the posts p0, p1, not p1");
        assertThat(refusal.textZh()).contains("应依次为 p0、p1，实为 p1");
    }

    @Test
    void evidence_out_of_order_with_one_person_twice_is_refused_for_both() {
        assertThat(SUBMITTED.attemptPass(Action.APPROVE, "p1", "a", "p0", "a").refusals())
                .extracting(Refusal::code)
                .containsExactly("lifecycle.evidence-posts", "lifecycle.evidence-actors");
    }

    @Test
    void one_person_at_two_posts_is_refused() {
        Refusal refusal = refusal(SUBMITTED.attemptPass(Action.APPROVE, "p0", "a", "p1", "a"));

        assertThat(refusal.text())
                .isEqualTo("evidence for payment-request in state \"SUBMITTED\" must name different persons: a, a");
        assertThat(refusal.textZh()).contains("a、a");
    }

    @Test
    void everybody_whom_four_eyes_exclude_is_refused() {
        Life<State, Action> sent = Life.request(2).then(Action.SUBMIT, "sender");

        assertThat(sent.attemptPass(Action.APPROVE, "p0", "sender", "p1", "clerk")
                        .refusals())
                .extracting(Refusal::text)
                .satisfiesExactly(
                        first -> assertThat(first).contains("by sender, who did SUBMIT"),
                        second -> assertThat(second).contains("by clerk, who did CREATE"));
    }

    @Test
    void softened_four_eyes_warn_about_evidence_too() {
        Life<State, Action> softened = SUBMITTED.under(Requests.LIFECYCLE.withFourEyes(Severity.WARN));

        assertThat(softened.attemptPass(Action.APPROVE, "p0", "clerk", "p1", "b")
                        .warnings())
                .extracting(Refusal::code)
                .containsExactly("lifecycle.four-eyes");
    }

    @Test
    void evidence_is_dated_in_order_from_the_last_act_to_the_day_on_which_it_is_told() {
        for (int[] days : new int[][] {{-1, 0}, {0, 3}, {2, 1}}) {
            Refusal refusal = refusal(passed(days));
            assertThat(refusal.code()).isEqualTo("lifecycle.evidence-dates");
            assertThat(refusal.text()).contains(Life.DAY + " to " + Life.DAY.plusDays(2));
        }
        for (int[] days : new int[][] {{0, 0}, {0, 2}, {1, 1}, {2, 2}}) {
            assertThat(passed(days).isAccepted()).isTrue();
        }
    }

    private static Decision<ImmutableList<Step<State, Action>>> passed(int... days) {
        Evidence evidence = new Evidence(ImmutableList.of(
                new EvidenceStep("p0", "a", Life.DAY.plusDays(days[0])),
                new EvidenceStep("p1", "b", Life.DAY.plusDays(days[1]))));
        return Requests.LIFECYCLE.pass(
                SUBMITTED.standing(),
                Action.APPROVE,
                SUBMITTED.chains(),
                SUBMITTED.trail(),
                evidence,
                Life.DAY.plusDays(2));
    }

    @Test
    void evidence_for_what_is_no_approval_is_refused_and_approvals_are_named() {
        Refusal refusal = refusal(SUBMITTED.attemptPass(Action.REMARK, "p0", "a", "p1", "b"));

        assertThat(refusal.code()).isEqualTo("lifecycle.evidence-not-asked");
        assertThat(refusal.allowed()).containsExactly("APPROVE");
    }

    @Test
    void evidence_names_a_person_and_a_post() {
        assertThatThrownBy(() -> new EvidenceStep("p0", " ", Life.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("actor must not be blank: \" \"");
        assertThatThrownBy(() -> new EvidenceStep("", "a", Life.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("post must not be blank: \"\"");
    }
}
