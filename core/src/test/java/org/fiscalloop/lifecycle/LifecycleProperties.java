package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;

/** Random lives of the sample, by five persons, most acts of them chosen from what is likely. */
class LifecycleProperties {

    /** By state what is likely, so that lives are long, much reviewed and seldom over. */
    private static final ImmutableListMultimap<State, Action> LIKELY = ImmutableListMultimap.<State, Action>builder()
            .putAll(State.DRAFT, Action.SUBMIT, Action.SUBMIT, Action.AMEND)
            .putAll(State.SUBMITTED, Action.APPROVE, Action.APPROVE, Action.APPROVE, Action.APPROVE)
            .putAll(State.SUBMITTED, Action.RETURN, Action.WITHDRAW, Action.WITHDRAW, Action.REMARK)
            .putAll(State.APPROVED, Action.CANCEL_APPROVAL, Action.FREEZE, Action.CANCEL_APPROVAL, Action.PAY)
            .put(State.FROZEN, Action.UNFREEZE)
            .put(State.PAID, Action.REFUND)
            .put(State.VOIDED, Action.VOID)
            .build();

    /** One attempt: any action, or which of those that are likely. */
    record Attempt(Action action, String actor, boolean isLikely, int choice) {

        Action in(Life<State, Action> life) {
            List<Action> likely = LIKELY.get(life.standing().state());
            return isLikely ? likely.get(choice % likely.size()) : action;
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.of(Action.class),
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.integers().between(0, 9).map(outOfTen -> outOfTen > 0),
                        Arbitraries.integers().between(0, 23))
                .as(Attempt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(50)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    /** The whole walk: the life after each attempt that was accepted. */
    private static List<Life<State, Action>> walk(int posts, List<Attempt> attempts) {
        List<Life<State, Action>> lives = new ArrayList<>();
        lives.add(Life.begin(Requests.LIFECYCLE, Requests.posts(posts), Action.CREATE, "a"));
        for (Attempt attempt : attempts) {
            Life<State, Action> life = last(lives);
            life.attempt(attempt.in(life), attempt.actor())
                    .match(yes -> lives.add(life.taken(yes.value(), attempt.actor())), no -> false);
        }
        return lives;
    }

    @Property
    void every_life_is_by_the_table(
            @ForAll @IntRange(min = 1, max = 4) int posts, @ForAll("attempts") List<Attempt> attempts) {
        for (Life<State, Action> life : walk(posts, attempts)) {
            Requests.LIFECYCLE.verify(life.standing(), life.trail());
        }
    }

    @Property
    void every_answer_is_that_of_the_naive_model(
            @ForAll @IntRange(min = 1, max = 4) int posts, @ForAll("attempts") List<Attempt> attempts) {
        Life<State, Action> life = Life.begin(Requests.LIFECYCLE, Requests.posts(posts), Action.CREATE, "a");
        Naive naive = Naive.created(posts, "a");
        for (Attempt attempt : attempts) {
            Action action = attempt.in(life);
            Decision<Step<State, Action>> decision = life.attempt(action, attempt.actor());
            String expected = naive.refusal(action, attempt.actor());

            assertThat(decision.refusals().stream().map(Refusal::code))
                    .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
            if (decision.isAccepted()) {
                life = life.then(action, attempt.actor());
                naive = naive.then(action, attempt.actor());
                assertThat(life.place()).isEqualTo(naive.place());
            }
        }
    }

    @Property
    void what_is_not_in_the_table_is_refused_and_names_what_is(
            @ForAll @IntRange(min = 1, max = 4) int posts, @ForAll("attempts") List<Attempt> attempts) {
        Life<State, Action> life = last(walk(posts, attempts));
        ImmutableList<String> inTable = Requests.LIFECYCLE.rows().stream()
                .filter(row -> row.fromName().equals(life.standing().state().name()))
                .map(row -> row.action().name())
                .collect(ImmutableList.toImmutableList());
        for (Action action : Action.values()) {
            List<Refusal> notAllowed = life.attempt(action, "x").refusals().stream()
                    .filter(refusal -> refusal.code().equals("lifecycle.not-allowed"))
                    .toList();

            assertThat(notAllowed.isEmpty()).isEqualTo(inTable.contains(action.name()));
            assertThat(notAllowed)
                    .allSatisfy(refusal -> assertThat(refusal.allowed()).isEqualTo(inTable));
        }
    }

    @Property
    void allowed_is_exactly_what_is_accepted(
            @ForAll @IntRange(min = 1, max = 4) int posts, @ForAll("attempts") List<Attempt> attempts) {
        Life<State, Action> life = last(walk(posts, attempts));
        for (String actor : ImmutableList.of("a", "b", "x")) {
            ImmutableSet<Action> allowed = ImmutableSet.copyOf(life.allowed(actor));
            for (Action action : Action.values()) {
                assertThat(life.attempt(action, actor).isAccepted()).isEqualTo(allowed.contains(action));
            }
        }
    }

    @Property
    void a_withdrawal_undoes_exactly_the_last_act(
            @ForAll @IntRange(min = 1, max = 4) int posts, @ForAll("attempts") List<Attempt> attempts) {
        for (Life<State, Action> before : walk(posts, attempts)) {
            for (Action action : ImmutableSet.of(Action.SUBMIT, Action.APPROVE, Action.RETURN)) {
                Decision<Step<State, Action>> attempt = before.attempt(action, "x");
                if (attempt.isAccepted() && Life.accepted(attempt).to().state() == State.SUBMITTED) {
                    Life<State, Action> after = before.then(action, "x");
                    Life<State, Action> undone = after.then(Action.WITHDRAW, "x");

                    assertThat(after.attempt(Action.WITHDRAW, "y").isAccepted()).isFalse();
                    assertThat(undone.place()).isEqualTo(before.place());
                    assertThat(undone.standing().version())
                            .isEqualTo(before.standing().version() + 2);
                    for (String actor : ImmutableList.of("a", "b", "x")) {
                        assertThat(undone.allowed(actor)).isEqualTo(before.allowed(actor));
                    }
                }
            }
        }
    }

    @Property
    void a_chain_of_n_posts_takes_n_approvals(@ForAll @IntRange(min = 1, max = 12) int posts) {
        Life<State, Action> life = Life.request(posts).then(Action.SUBMIT, "clerk");
        for (int post = 0; post < posts; post++) {
            assertThat(life.place()).isEqualTo("SUBMITTED/" + post);
            life = life.then(Action.APPROVE, "reviewer" + post);
        }
        assertThat(life.place()).isEqualTo("APPROVED/0");
    }

    @Property
    void a_return_from_post_k_goes_to_the_one_before_and_from_the_first_to_entry(
            @ForAll @IntRange(min = 0, max = 11) int post, @ForAll @IntRange(min = 1, max = 5) int more) {
        Life<State, Action> life = Life.request(post + more).then(Action.SUBMIT, "clerk");
        for (int passed = 0; passed < post; passed++) {
            life = life.then(Action.APPROVE, "reviewer" + passed);
        }

        assertThat(life.then(Action.RETURN, "x").place()).isEqualTo(post == 0 ? "DRAFT/0" : "SUBMITTED/" + (post - 1));
        assertThat(life.then(Action.RETURN_TO_ENTRY, "x").place()).isEqualTo("DRAFT/0");
        assertThat(life.then(Action.RETURN_TO_ENTRY, "x")
                        .then(Action.SUBMIT, "clerk")
                        .place())
                .isEqualTo("SUBMITTED/0");
    }

    @Property
    void evidence_equals_approving_post_by_post(
            @ForAll @IntRange(min = 1, max = 6) int posts, @ForAll @IntRange(min = 0, max = 5) int passed) {
        Life<State, Action> life = Life.request(posts).then(Action.SUBMIT, "clerk");
        for (int post = 0; post < Math.min(passed, posts - 1); post++) {
            life = life.then(Action.APPROVE, "reviewer" + post);
        }
        int first = life.standing().post();
        String[] postsAndActors = IntStream.range(first, posts)
                .boxed()
                .flatMap(post -> ImmutableList.of("p" + post, "reviewer" + post).stream())
                .toArray(String[]::new);

        Life<State, Action> byEvidence = life.thenPass(Action.APPROVE, postsAndActors);

        Life<State, Action> byHand = life;
        for (int post = first; post < posts; post++) {
            byHand = byHand.then(Action.APPROVE, "reviewer" + post);
        }
        assertThat(byEvidence).isEqualTo(byHand);
    }

    @Property
    void four_eyes_hold_over_every_path(
            @ForAll @IntRange(min = 1, max = 4) int posts, @ForAll("attempts") List<Attempt> attempts) {
        Life<State, Action> life = last(walk(posts, attempts));
        if (life.standing().state() == State.APPROVED) {
            List<TrailStep> steps = withoutWithdrawals(life.trail().steps());
            int before = steps.size();
            List<String> involved = new ArrayList<>();
            for (int post = posts - 1; post >= 0; post--) {
                String place = post + 1 < posts ? "SUBMITTED/" + (post + 1) : "APPROVED/0";
                before = lastBefore(before, "APPROVE", place, steps);
                involved.add(steps.get(before).actor());
            }
            String sender = steps.get(lastBefore(before, "SUBMIT", "SUBMITTED/0", steps))
                    .actor();

            assertThat(involved)
                    .doesNotHaveDuplicates()
                    .doesNotContain(life.trail().creator(), sender);
        }
    }

    private static List<TrailStep> withoutWithdrawals(List<TrailStep> steps) {
        List<TrailStep> kept = new ArrayList<>();
        for (TrailStep step : steps) {
            if (step.action().equals("WITHDRAW")) {
                kept.remove(kept.size() - 1);
            } else {
                kept.add(step);
            }
        }
        return kept;
    }

    private static int lastBefore(int end, String action, String place, List<TrailStep> steps) {
        int index = end - 1;
        while (!steps.get(index).action().equals(action)
                || !place.equals(steps.get(index).to() + "/" + steps.get(index).post())) {
            index--;
        }
        return index;
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    @Property
    void a_trail_with_one_step_changed_is_refused(
            @ForAll @IntRange(min = 1, max = 4) int posts,
            @ForAll("attempts") List<Attempt> attempts,
            @ForAll @IntRange(min = 0, max = 40) int at) {
        Life<State, Action> life = last(walk(posts, attempts));
        List<TrailStep> steps = new ArrayList<>(life.trail().steps());
        TrailStep step = steps.get(at % steps.size());
        steps.set(
                at % steps.size(),
                new TrailStep(step.action(), step.from(), step.to(), step.post() + 7, step.actor(), step.on(), ""));

        assertThatThrownBy(() -> Requests.LIFECYCLE.verify(life.standing(), new Trail(ImmutableList.copyOf(steps))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
