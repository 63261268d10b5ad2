package org.fiscalloop.lifecycle;

import com.google.common.collect.ImmutableMap;

/**
 * The review chains in force (审核流程): which posts each review phase has in a division, as its rulebook lists them.
 *
 * @param byPhase by {@link Lifecycle#phases() phase} such as {@code payment-request.SUBMITTED}; a phase that is not
 *     listed has {@link ReviewChain#ONE_POST one post}
 */
public record ReviewChains(ImmutableMap<String, ReviewChain> byPhase) {

    /** One post for every phase. */
    public static final ReviewChains ONE_POST_EACH = new ReviewChains(ImmutableMap.of());

    /** The chain of this phase. */
    public ReviewChain chain(String phase) {
        ReviewChain listed = byPhase.get(phase);
        return listed == null ? ReviewChain.ONE_POST : listed;
    }
}
