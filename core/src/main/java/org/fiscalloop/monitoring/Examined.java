package org.fiscalloop.monitoring;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;

/**
 * That monitoring has been asked about a payment, and all it said (监控结果).
 *
 * @param verdicts in the order of the rules, the library's own first; none where every rule had nothing to say
 */
public record Examined(ImmutableList<Verdict> verdicts) {
    /** The severest of it; {@link Handling#PASS} where there is nothing. */
    public Handling worst() {
        Handling worst = Handling.PASS;
        for (Verdict verdict : verdicts) {
            worst = verdict.handling().compareTo(worst) > 0 ? verdict.handling() : worst;
        }
        return worst;
    }

    /** What refuses a request and what warns of it. */
    public Findings findings() {
        return new Findings(
                found(Sets.immutableEnumSet(Handling.FORBID)),
                found(Sets.immutableEnumSet(Handling.WARN, Handling.HOLD)));
    }

    /** The verdicts that are to be explained where a request is held or paid. */
    ImmutableList<Verdict> suspicious() {
        return verdicts.stream()
                .filter(verdict -> verdict.handling() != Handling.PASS)
                .collect(toImmutableList());
    }

    private ImmutableList<Refusal> found(ImmutableSet<Handling> handlings) {
        return verdicts.stream()
                .filter(verdict -> handlings.contains(verdict.handling()))
                .map(Verdict::found)
                .collect(toImmutableList());
    }
}
