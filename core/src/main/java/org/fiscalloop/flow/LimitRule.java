package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;

/**
 * A limit as a rulebook writes it: the sum of signed measures may not fall below zero for any key of its dimensions.
 *
 * @param reason code, title and source of the refusal
 * @param terms the formula, by measure
 * @param dimensions the level at which it is checked: allotment, line, project, agency, section, …
 * @param span year, month or cumulative
 * @param permitted severities an overlay may choose; a statutory limit permits {@code HARD} only
 * @param severity the severity in force
 * @param where a measure of one account: the limit holds only at keys at which it is not nothing, or is booked on by the
 *     command; everywhere if there is none
 */
public record LimitRule(
        Reason reason,
        ImmutableList<Term> terms,
        ImmutableList<Dimension> dimensions,
        Span span,
        ImmutableSet<Severity> permitted,
        Severity severity,
        Optional<String> where) {
    /** A limit that holds everywhere. */
    public LimitRule(
            Reason reason,
            ImmutableList<Term> terms,
            ImmutableList<Dimension> dimensions,
            Span span,
            ImmutableSet<Severity> permitted,
            Severity severity) {
        this(reason, terms, dimensions, span, permitted, severity, Optional.empty());
    }

    /** The same limit where this measure is not nothing. */
    public LimitRule where(Measure measure) {
        return new LimitRule(reason, terms, dimensions, span, permitted, severity, Optional.of(measure.code()));
    }

    public LimitRule {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException(reason.code() + ": a limit needs a term");
        }
        if (!permitted.contains(severity)) {
            throw new IllegalArgumentException(reason.code() + ": severity " + severity + " is not in " + permitted);
        }
    }

    /** Its stable code. */
    public String code() {
        return reason.code();
    }

    /**
     * One term of a limit: a measure added or subtracted.
     *
     * @param sign 1 or -1
     * @param measure the code of the measure
     */
    public record Term(int sign, String measure) {
        public Term {
            if (sign != 1 && sign != -1) {
                throw new IllegalArgumentException("sign must be 1 or -1: " + sign);
            }
        }
    }
}
