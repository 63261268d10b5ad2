package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * A control (控制规则): a check, the reason it gives when violated, and how severe that is.
 *
 * @param permitted the severities that a rulebook may choose from, kept from mild to severe; not empty
 * @param severity the one in force, among the permitted
 * @param <C> the case that is examined
 */
public record Control<C>(Reason reason, ImmutableSet<Severity> permitted, Severity severity, Check<C> check) {

    public Control {
        permitted = Sets.immutableEnumSet(permitted);
        if (!permitted.contains(severity)) {
            throw new IllegalArgumentException(
                    "severity of " + reason.code() + " must be one of " + permitted + ": " + severity);
        }
    }

    /** A control that a statute demands: hard, and nothing else permitted. */
    public static <C> Control<C> statutory(Reason reason, Check<C> check) {
        return new Control<>(reason, ImmutableSet.of(Severity.HARD), Severity.HARD, check);
    }

    /** A control that a rulebook may set to any severity. */
    public static <C> Control<C> adjustable(Reason reason, Severity severity, Check<C> check) {
        return new Control<>(reason, ImmutableSet.copyOf(Severity.values()), severity, check);
    }

    /** The stable code of the reason. */
    public String code() {
        return reason.code();
    }

    /**
     * This control with another severity in force.
     *
     * @throws IllegalArgumentException if it is not permitted
     */
    public Control<C> withSeverity(Severity other) {
        return new Control<>(reason, permitted, other, check);
    }

    /** What the case violates, refusing or warning as the severity says; nothing where the control is off. */
    Findings examine(C examined) {
        if (severity == Severity.OFF) {
            return Findings.none();
        }
        ImmutableList<ImmutableMap<String, Fact>> violations = check.violations(examined);
        if (violations.isEmpty()) {
            return Findings.none();
        }
        ImmutableList<Refusal> found =
                violations.stream().map(facts -> new Refusal(reason, facts)).collect(ImmutableList.toImmutableList());
        return severity == Severity.HARD
                ? new Findings(found, ImmutableList.of())
                : new Findings(ImmutableList.of(), found);
    }
}
