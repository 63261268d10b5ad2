package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/**
 * What shows that a review took place elsewhere (审核记录), in the host's own workflow engine: who approved at which post
 * and when. It is no more than what it says; {@link Lifecycle#pass} compares it with the chain.
 */
public record Evidence(ImmutableList<EvidenceStep> steps) {

    ImmutableList<String> posts() {
        return steps.stream().map(EvidenceStep::post).collect(toImmutableList());
    }

    ImmutableList<String> actors() {
        return steps.stream().map(EvidenceStep::actor).collect(toImmutableList());
    }
}
