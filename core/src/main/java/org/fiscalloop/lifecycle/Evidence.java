package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/**
 * What shows that a review took place elsewhere (审核记录), in the host's own workflow engine: who approved at which post
 * and when. It is no more than what it says; {@link Lifecycle#pass} compares it with the chain, and whoever takes it in
 * asks of each person the duty of the post.
 */
public record Evidence(ImmutableList<EvidenceStep> steps) {

    ImmutableList<String> posts() {
        return steps.stream().map(EvidenceStep::post).collect(toImmutableList());
    }

    /** Whether each step is dated from this day on, to that day, and not before the step ahead of it. */
    boolean isInOrder(LocalDate from, LocalDate to) {
        LocalDate last = from;
        for (EvidenceStep step : steps) {
            if (step.on().isBefore(last)) {
                return false;
            }
            last = step.on();
        }
        return !last.isAfter(to);
    }

    ImmutableList<String> actors() {
        return steps.stream().map(EvidenceStep::actor).collect(toImmutableList());
    }

    ImmutableList<String> days() {
        return steps.stream().map(step -> step.on().toString()).collect(toImmutableList());
    }
}
