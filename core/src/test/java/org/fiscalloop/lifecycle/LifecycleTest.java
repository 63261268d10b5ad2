package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.lifecycle.Requests.LIFECYCLE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final Life<State, Action> SUBMITTED = Life.request(3).then(Action.SUBMIT, "clerk");

    @Test
    void a_document_begins_at_version_one_in_the_state_of_its_creation() {
        Step<State, Action> step = Life.accepted(LIFECYCLE.create(Action.CREATE));

        assertThat(step.to()).isEqualTo(new Standing<>(State.DRAFT, 0, 1));
        assertThat(step.duty()).isEqualTo(Requests.ENTRY);
        assertThat(step.post()).isEmpty();
        assertThat(step.recorded("clerk", Life.DAY, "new"))
                .isEqualTo(new TrailStep("CREATE", "", "DRAFT", 0, "clerk", Life.DAY, "new"));
    }

    @Test
    void an_action_that_creates_nothing_is_refused_and_what_creates_is_named() {
        Refusal refusal = refusal(LIFECYCLE.create(Action.PAY));

        assertThat(refusal.code()).isEqualTo("lifecycle.not-allowed");
        assertThat(refusal.allowed()).containsExactly("CREATE");
        assertThat(refusal.text()).isEqualTo("payment-request in state \"(none)\" does not allow PAY; allowed: CREATE");
    }

    @Test
    void an_action_that_the_state_does_not_know_is_refused_and_all_that_it_knows_are_named() {
        Refusal refusal = refusal(SUBMITTED.attempt(Action.PAY, "bank"));

        assertThat(refusal.code()).isEqualTo("lifecycle.not-allowed");
        assertThat(refusal.allowed()).containsExactly("REMARK", "APPROVE", "RETURN", "RETURN_TO_ENTRY", "WITHDRAW");
        assertThat(refusal.text())
                .isEqualTo("payment-request in state \"SUBMITTED\" does not allow PAY;"
                        + " allowed: REMARK, APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW");
        assertThat(refusal.textZh()).isEqualTo("支付申请 处于状态“审核中”，不允许 支付；允许：REMARK、审核通过、退回上一岗、退回录入岗、撤销");
    }

    @Test
    void a_step_tells_the_move_of_its_document() {
        Id<Document> id = new Id<>(new DocumentKind<>("payment-request", Document.class), "PR-1");
        Step<State, Action> step = Life.accepted(SUBMITTED.attempt(Action.APPROVE, "a"));

        Move move = step.move(id);

        assertThat(move).isEqualTo(new Move(id, "APPROVE", "SUBMITTED", "SUBMITTED", 1, 3));
        assertThat(move.standing(State.class)).isEqualTo(step.to());
        assertThat(move.recorded("a", Life.DAY, "ok")).isEqualTo(step.recorded("a", Life.DAY, "ok"));
    }

    @Test
    void approvals_pass_the_posts_in_order_and_the_last_one_leaves_the_phase() {
        Life<State, Action> first = SUBMITTED.then(Action.APPROVE, "a");
        Life<State, Action> second = first.then(Action.APPROVE, "b");
        Life<State, Action> third = second.then(Action.APPROVE, "c");

        assertThat(ImmutableList.of(SUBMITTED.place(), first.place(), second.place(), third.place()))
                .containsExactly("SUBMITTED/0", "SUBMITTED/1", "SUBMITTED/2", "APPROVED/0");
        assertThat(third.standing().version()).isEqualTo(5);
    }

    @Test
    void the_post_that_acts_is_named_and_its_duty_is_what_it_takes() {
        Step<State, Action> step =
                Life.accepted(SUBMITTED.then(Action.APPROVE, "a").attempt(Action.APPROVE, "b"));

        assertThat(step.post()).contains(new Post("p1", "post 1", new Duty("d1")));
        assertThat(step.duty()).isEqualTo(new Duty("d1"));
    }

    @Test
    void a_return_goes_to_the_previous_post_and_from_the_first_to_entry() {
        Life<State, Action> third = SUBMITTED.then(Action.APPROVE, "a").then(Action.APPROVE, "b");

        assertThat(third.then(Action.RETURN, "c").place()).isEqualTo("SUBMITTED/1");
        assertThat(third.then(Action.RETURN, "c").then(Action.RETURN, "d").place())
                .isEqualTo("SUBMITTED/0");
        assertThat(SUBMITTED.then(Action.RETURN, "c").place()).isEqualTo("DRAFT/0");
    }

    @Test
    void a_return_to_entry_begins_the_review_again() {
        Life<State, Action> returned =
                SUBMITTED.then(Action.APPROVE, "a").then(Action.APPROVE, "b").then(Action.RETURN_TO_ENTRY, "c");

        assertThat(returned.place()).isEqualTo("DRAFT/0");
        assertThat(returned.then(Action.SUBMIT, "clerk").place()).isEqualTo("SUBMITTED/0");
    }

    @Test
    void a_row_that_stays_in_the_phase_stays_at_the_post() {
        Life<State, Action> remarked = SUBMITTED.then(Action.APPROVE, "a").then(Action.REMARK, "x");

        assertThat(remarked.standing()).isEqualTo(new Standing<>(State.SUBMITTED, 1, 4));
    }

    @Test
    void a_cancelled_approval_is_reviewed_from_the_first_post_again_by_the_same_people() {
        Life<State, Action> cancelled = SUBMITTED
                .then(Action.APPROVE, "a")
                .then(Action.APPROVE, "b")
                .then(Action.APPROVE, "c")
                .then(Action.CANCEL_APPROVAL, "head");

        assertThat(cancelled.place()).isEqualTo("SUBMITTED/0");
        assertThat(cancelled.then(Action.APPROVE, "a").place()).isEqualTo("SUBMITTED/1");
    }

    @Test
    void a_phase_without_a_listed_chain_has_one_post() {
        Life<State, Action> life = SUBMITTED.under(ReviewChains.ONE_POST_EACH);

        Step<State, Action> step = Life.accepted(life.attempt(Action.APPROVE, "a"));

        assertThat(step.to().state()).isEqualTo(State.APPROVED);
        assertThat(step.duty()).isEqualTo(new Duty("review"));
    }

    @Test
    void a_document_beyond_the_end_of_a_chain_that_became_shorter_is_at_its_last_post() {
        Life<State, Action> third = SUBMITTED.then(Action.APPROVE, "a").then(Action.APPROVE, "b");
        Life<State, Action> shorter = third.under(Requests.posts(2));

        assertThat(Life.accepted(shorter.attempt(Action.APPROVE, "c"))
                        .post()
                        .orElseThrow()
                        .code())
                .isEqualTo("p1");
        assertThat(shorter.then(Action.APPROVE, "c").place()).isEqualTo("APPROVED/0");
        assertThat(shorter.then(Action.RETURN, "c").place()).isEqualTo("SUBMITTED/0");
        assertThat(third.under(Requests.posts(1)).then(Action.RETURN, "c").place())
                .isEqualTo("DRAFT/0");

        Life<State, Action> returned = shorter.then(Action.RETURN, "c");
        LIFECYCLE.verify(returned.standing(), returned.trail());
    }

    @Test
    void allowed_is_what_the_actor_may_do_now_and_has_the_duty_for() {
        assertThat(SUBMITTED.allowed("clerk"))
                .containsExactly(Action.REMARK, Action.RETURN, Action.RETURN_TO_ENTRY, Action.WITHDRAW);
        assertThat(SUBMITTED.allowed("other"))
                .containsExactly(Action.REMARK, Action.APPROVE, Action.RETURN, Action.RETURN_TO_ENTRY);
        assertThat(LIFECYCLE.allowed(
                        SUBMITTED.standing(), SUBMITTED.trail(), SUBMITTED.chains(), "clerk", Requests.ENTRY::equals))
                .containsExactly(Action.WITHDRAW);
        assertThat(LIFECYCLE.allowed(
                        SUBMITTED.standing(), SUBMITTED.trail(), SUBMITTED.chains(), "x", new Duty("d1")::equals))
                .isEmpty();
    }

    @Test
    void the_duty_of_an_act_is_known_without_asking_who_acts() {
        assertThat(LIFECYCLE.duty(Action.CREATE)).contains(Requests.ENTRY);
        assertThat(LIFECYCLE.duty(Action.PAY)).isEmpty();
        assertThat(duty(SUBMITTED, Action.REMARK)).contains(Requests.FINANCE);
        assertThat(duty(SUBMITTED, Action.RETURN)).contains(new Duty("d0"));
        assertThat(duty(SUBMITTED, Action.WITHDRAW)).contains(Requests.ENTRY);
        assertThat(duty(SUBMITTED.then(Action.APPROVE, "a"), Action.WITHDRAW)).contains(new Duty("d0"));
        assertThat(duty(SUBMITTED, Action.PAY)).isEmpty();
    }

    @Test
    void ends_and_resting_states_are_known() {
        assertThat(LIFECYCLE.isEnd(State.PAID)).isTrue();
        assertThat(LIFECYCLE.isEnd(State.FROZEN)).isFalse();
        assertThat(LIFECYCLE.isResting(State.PAID)).isTrue();
        assertThat(LIFECYCLE.isResting(State.FROZEN)).isTrue();
        assertThat(LIFECYCLE.isResting(State.DRAFT)).isFalse();
    }

    @Test
    void a_refund_is_possible_although_the_life_is_over() {
        Life<State, Action> paid =
                SUBMITTED.under(Requests.posts(1)).then(Action.APPROVE, "a").then(Action.PAY, "bank");

        assertThat(paid.then(Action.REFUND, "bank").then(Action.REFUND, "bank").standing())
                .isEqualTo(new Standing<>(State.PAID, 0, 6));
    }

    @Test
    void the_review_phases_are_named_as_chains_name_them() {
        assertThat(LIFECYCLE.code()).isEqualTo("payment-request");
        assertThat(LIFECYCLE.phases()).containsExactly("payment-request.SUBMITTED");
    }

    @Test
    void the_chain_of_another_lifecycle_is_not_this_one() {
        ReviewChains others = new ReviewChains(ImmutableMap.of("project.SUBMITTED", Requests.chain(3)));

        assertThat(SUBMITTED.under(others).then(Action.APPROVE, "a").place()).isEqualTo("APPROVED/0");
    }

    @Test
    void the_reasons_are_one_catalogue() {
        assertThat(LifecycleReasons.all().all())
                .extracting(reason -> reason.code())
                .containsExactly(
                        "lifecycle.backdated",
                        "lifecycle.evidence-actors",
                        "lifecycle.evidence-dates",
                        "lifecycle.evidence-not-asked",
                        "lifecycle.evidence-posts",
                        "lifecycle.four-eyes",
                        "lifecycle.not-allowed",
                        "lifecycle.not-yours-to-withdraw",
                        "lifecycle.nothing-to-withdraw");
    }

    private static Optional<Duty> duty(Life<State, Action> life, Action action) {
        return LIFECYCLE.duty(life.standing(), action, life.chains(), life.trail());
    }

    static Refusal refusal(Decision<?> decision) {
        assertThat(decision.refusals()).hasSize(1);
        return decision.refusals().get(0);
    }
}
