package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;

/** What an examination found: all refusals and all warnings, each in declared order. */
public record Findings(ImmutableList<Refusal> refusals, ImmutableList<Refusal> warnings) {

    private static final Findings NONE = new Findings(ImmutableList.of(), ImmutableList.of());

    /** Nothing found. */
    public static Findings none() {
        return NONE;
    }

    /** These findings and after them the others. */
    public Findings and(Findings others) {
        if (others.refusals.isEmpty() && others.warnings.isEmpty()) {
            return this;
        }
        return new Findings(joined(refusals, others.refusals), joined(warnings, others.warnings));
    }

    /** These findings, each thing once. */
    public Findings distinct() {
        return new Findings(once(refusals), once(warnings));
    }

    private static ImmutableList<Refusal> once(ImmutableList<Refusal> all) {
        return ImmutableSet.copyOf(all).asList();
    }

    /**
     * What the findings decide: refused if there is a refusal, otherwise the value, accepted with the warnings.
     *
     * @param value asked only where nothing refuses
     */
    public <T> Decision<T> decide(Supplier<? extends T> value) {
        return refusals.isEmpty() ? new Decision.Accepted<>(value.get(), warnings) : new Decision.Refused<>(refusals);
    }

    static ImmutableList<Refusal> joined(ImmutableList<Refusal> earlier, ImmutableList<Refusal> later) {
        return ImmutableList.<Refusal>builder().addAll(earlier).addAll(later).build();
    }
}
