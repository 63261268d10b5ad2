package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a document came where it is (流转轨迹): every act since its creation, in order.
 *
 * @param steps at least one
 */
public record Trail(ImmutableList<TrailStep> steps) {

    public Trail {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps must not be empty");
        }
    }

    /** The trail of a document that has just been created. */
    public static Trail begin(TrailStep creation) {
        return new Trail(ImmutableList.of(creation));
    }

    /** Who created the document. */
    public String creator() {
        return steps.get(0).actor();
    }

    /** What was done last. */
    public TrailStep last() {
        return steps.get(steps.size() - 1);
    }

    /** The latest day of the steps of some actions; absent if there are none. */
    Optional<LocalDate> latest(Predicate<String> actions) {
        LocalDate latest = LocalDate.MIN;
        for (TrailStep step : steps) {
            if (step.on().isAfter(latest) && actions.test(step.action())) {
                latest = step.on();
            }
        }
        return Optional.of(latest).filter(day -> day.isAfter(LocalDate.MIN));
    }

    /** Who has done this, each once, in the order of doing it. */
    public ImmutableSet<String> actorsOf(String action) {
        return steps.stream()
                .filter(step -> step.action().equals(action))
                .map(TrailStep::actor)
                .collect(toImmutableSet());
    }

    /** This trail and one step more. */
    public Trail then(TrailStep step) {
        return new Trail(ImmutableList.<TrailStep>builderWithExpectedSize(steps.size() + 1)
                .addAll(steps)
                .add(step)
                .build());
    }

    /** Whether this actor has done anything at all. */
    boolean involves(String actor) {
        for (TrailStep step : steps) {
            if (step.actor().equals(actor)) {
                return true;
            }
        }
        return false;
    }
}
