package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * The controls over one kind of case, each code once, asked in this order.
 *
 * @param <C> the case that is examined
 */
public record Controls<C>(ImmutableList<Control<C>> controls) {

    public Controls {
        Reasons.of(controls.stream().map(Control::reason).toList());
    }

    /** These controls in this order. */
    @SafeVarargs
    public static <C> Controls<C> of(Control<C>... controls) {
        ImmutableList.Builder<Control<C>> all = ImmutableList.builder();
        for (Control<C> control : controls) {
            all.add(control);
        }
        return new Controls<>(all.build());
    }

    /** What the case violates: every control is asked, and everything that is found is in declared order. */
    public Findings examine(C examined) {
        Findings all = Findings.none();
        for (Control<C> control : controls) {
            all = all.and(control.examine(examined));
        }
        return all;
    }

    /** The control with this code, if there is one. */
    public Optional<Control<C>> find(String code) {
        return controls.stream().filter(control -> control.code().equals(code)).findFirst();
    }

    /** These controls and after them the others, such as a host's own. */
    public Controls<C> and(Controls<C> others) {
        return new Controls<>(ImmutableList.<Control<C>>builder()
                .addAll(controls)
                .addAll(others.controls)
                .build());
    }

    /**
     * These controls with other severities in force, by code.
     *
     * @throws IllegalArgumentException if there is no control with a code or it does not permit the severity
     */
    public Controls<C> withSeverities(ImmutableMap<String, Severity> severities) {
        for (String code : severities.keySet()) {
            if (find(code).isEmpty()) {
                throw new IllegalArgumentException("no control has the code " + code);
            }
        }
        return new Controls<>(controls.stream()
                .map(control -> control.withSeverity(severities.getOrDefault(control.code(), control.severity())))
                .collect(ImmutableList.toImmutableList()));
    }

    /** The reasons that these controls may give. */
    public Reasons reasons() {
        return Reasons.of(controls.stream().map(Control::reason).toList());
    }
}
