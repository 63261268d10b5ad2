package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * One rule as a small pure function over a case.
 *
 * @param <C> the case: everything that the rule may look at
 */
@FunctionalInterface
public interface Check<C> {

    /** The facts of each violation, in a stable order; empty where the rule holds. */
    ImmutableList<ImmutableMap<String, Fact>> violations(C examined);

    /** The rule holds. */
    static ImmutableList<ImmutableMap<String, Fact>> holds() {
        return ImmutableList.of();
    }

    /** The rule is violated once, with these facts. */
    static ImmutableList<ImmutableMap<String, Fact>> violated(ImmutableMap<String, Fact> facts) {
        return ImmutableList.of(facts);
    }

    /** The rule is violated once, with these facts. */
    static ImmutableList<ImmutableMap<String, Fact>> violated(Facts facts) {
        return violated(facts.map());
    }
}
