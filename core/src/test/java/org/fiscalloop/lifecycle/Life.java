package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.decision.Decision;

/** A document on its way: what it has gone through under a lifecycle. */
record Life<S extends Enum<S>, A extends Enum<A>>(
        Lifecycle<S, A> lifecycle, ReviewChains chains, Standing<S> standing, Trail trail) {

    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    static <S extends Enum<S>, A extends Enum<A>> Life<S, A> begin(
            Lifecycle<S, A> lifecycle, ReviewChains chains, A creation, String actor) {
        Step<S, A> step = accepted(lifecycle.create(creation));
        return new Life<>(lifecycle, chains, step.to(), Trail.begin(step.recorded(actor, DAY, "")));
    }

    static Life<Requests.State, Requests.Action> request(int posts) {
        return begin(Requests.LIFECYCLE, Requests.posts(posts), Requests.Action.CREATE, "clerk");
    }

    static <T> T accepted(Decision<T> decision) {
        assertThat(decision.refusals()).isEmpty();
        return decision.<T>match(Decision.Accepted::value, no -> {
            throw new AssertionError(no);
        });
    }

    Decision<Step<S, A>> attempt(A action, String actor) {
        return lifecycle.step(standing, action, chains, trail, actor);
    }

    /** The life after an act that must be accepted. */
    Life<S, A> then(A action, String actor) {
        return taken(accepted(attempt(action, actor)), actor);
    }

    Life<S, A> taken(Step<S, A> step, String actor) {
        return new Life<>(lifecycle, chains, step.to(), trail.then(step.recorded(actor, DAY, "")));
    }

    Decision<ImmutableList<Step<S, A>>> attemptPass(A approve, String... postsAndActors) {
        return lifecycle.pass(standing, approve, chains, trail, evidence(postsAndActors), DAY);
    }

    Life<S, A> thenPass(A approve, String... postsAndActors) {
        Life<S, A> life = this;
        int approval = 1;
        for (Step<S, A> step : accepted(attemptPass(approve, postsAndActors))) {
            life = life.taken(step, postsAndActors[approval]);
            approval += 2;
        }
        return life;
    }

    static Evidence evidence(String... postsAndActors) {
        ImmutableList.Builder<EvidenceStep> steps = ImmutableList.builder();
        for (int index = 0; index < postsAndActors.length; index += 2) {
            steps.add(new EvidenceStep(postsAndActors[index], postsAndActors[index + 1], DAY));
        }
        return new Evidence(steps.build());
    }

    Life<S, A> under(ReviewChains others) {
        return new Life<>(lifecycle, others, standing, trail);
    }

    Life<S, A> under(Lifecycle<S, A> other) {
        return new Life<>(other, chains, standing, trail);
    }

    ImmutableList<A> allowed(String actor) {
        return lifecycle.allowed(standing, trail, chains, actor, duty -> true);
    }

    /** The state, and in review the post. */
    String place() {
        return standing.state() + "/" + standing.post();
    }
}
