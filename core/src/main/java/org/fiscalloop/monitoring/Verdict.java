package org.fiscalloop.monitoring;

import static java.util.Objects.requireNonNull;

import org.fiscalloop.decision.Refusal;

/**
 * What one rule says of one payment (监控结论). It is written into the journal whole, so that it says for ever what the rule
 * said then, whatever becomes of the rule.
 *
 * @param handling what is to be done about it; {@link Handling#PASS} where a rule has looked and lets it pass
 * @param found the rule and the reason: its code begins with {@value #AREA}, its texts and source are the rule's, its facts
 *     those of the case
 */
public record Verdict(Handling handling, Refusal found) {
    /** How the codes of all rules of monitoring begin. */
    public static final String AREA = "monitoring.";

    public Verdict {
        requireNonNull(handling, "handling");
        if (!found.code().startsWith(AREA)) {
            throw new IllegalArgumentException(
                    "code of a rule of monitoring must begin with " + AREA + ": " + found.code());
        }
    }

    /** The code of the rule (监控规则). */
    public String rule() {
        return found.code();
    }
}
