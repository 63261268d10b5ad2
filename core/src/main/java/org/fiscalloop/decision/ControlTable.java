package org.fiscalloop.decision;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;

/**
 * The controls of one kind of document by the action they guard. A control may guard several actions; it has one severity.
 *
 * @param byAction the controls asked before each action; an action that is absent is not controlled
 * @param <A> the actions of the document
 * @param <C> the case that is examined
 */
public record ControlTable<A extends Enum<A>, C>(ImmutableMap<A, Controls<C>> byAction) {

    /** What the case violates of the controls of this action. */
    public Findings examine(A action, C examined) {
        Controls<C> controls = byAction.get(action);
        return controls == null ? Findings.none() : controls.examine(examined);
    }

    /**
     * These controls with other severities in force, by code.
     *
     * @throws IllegalArgumentException if no action has a control with a code or it does not permit the severity
     */
    public ControlTable<A, C> withSeverities(ImmutableMap<String, Severity> severities) {
        ImmutableSet<String> codes = reasons().byCode().keySet();
        if (!codes.containsAll(severities.keySet())) {
            throw new IllegalArgumentException(
                    "no control has the code " + Sets.difference(severities.keySet(), codes));
        }
        return new ControlTable<>(
                ImmutableMap.copyOf(Maps.transformValues(byAction, controls -> set(controls, severities))));
    }

    /** The reasons that these controls may give. */
    public Reasons reasons() {
        return Reasons.merge(byAction.values().stream().map(Controls::reasons).toList());
    }

    private static <C> Controls<C> set(Controls<C> controls, ImmutableMap<String, Severity> severities) {
        return controls.withSeverities(ImmutableMap.copyOf(
                Maps.filterKeys(severities, code -> controls.find(code).isPresent())));
    }
}
