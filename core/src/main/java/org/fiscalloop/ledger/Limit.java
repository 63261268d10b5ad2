package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;

/**
 * A limit (控制额度): the signed sum of its terms must not fall below zero at any key that a command lowers.
 *
 * <p>It is asked once, on the net change of the whole command. What a command raises or leaves as it is, it is not refused
 * for, even if it lies below zero already.
 *
 * @param reason what a refusal or a warning says; its texts may name every dimension of the limit and the {@link #FACTS}
 * @param terms at least one, each account once; with their printed names they are the formula of the refusal
 * @param dimensions the level that it holds at, such as the allotment, or the project
 * @param span over what time the terms add up
 * @param permitted the severities that a rulebook may choose from
 * @param severity the one in force, among the permitted
 * @param where an account: the limit holds only at keys at which something stands on it, or is booked on it by the command;
 *     everywhere if there is none
 */
public record Limit(
        Reason reason,
        ImmutableList<Measure.Term> terms,
        ImmutableList<Dimension> dimensions,
        Span span,
        ImmutableSet<Severity> permitted,
        Severity severity,
        Optional<Meaning> where) {

    /** The facts of a refusal besides the code for each dimension. */
    public static final ImmutableList<String> FACTS =
            ImmutableList.of("span", "period", "formula", "available", "asked", "short-by");

    static final String LEDGER = "limit";

    public Limit {
        permitted = Sets.immutableEnumSet(permitted);
        Measure.requireTerms(reason.code(), terms);
        if (!permitted.contains(severity)) {
            throw new IllegalArgumentException(
                    "severity of " + reason.code() + " must be one of " + permitted + ": " + severity);
        }
        for (String name : reason.placeholders()) {
            if (!FACTS.contains(name) && !dimensions.contains(new Dimension(name))) {
                throw new IllegalArgumentException(
                        "texts of " + reason.code() + " must name facts of the limit: " + name);
            }
        }
        for (Dimension dimension : dimensions) {
            if (FACTS.contains(dimension.name())) {
                throw new IllegalArgumentException("dimension is called like a fact: " + dimension);
            }
        }
    }

    /** A limit that holds everywhere. */
    public Limit(
            Reason reason,
            ImmutableList<Measure.Term> terms,
            ImmutableList<Dimension> dimensions,
            Span span,
            ImmutableSet<Severity> permitted,
            Severity severity) {
        this(reason, terms, dimensions, span, permitted, severity, Optional.empty());
    }

    /** The stable code of the reason. */
    public String code() {
        return reason.code();
    }

    /**
     * This limit with another severity in force.
     *
     * @throws IllegalArgumentException if it is not permitted
     */
    public Limit withSeverity(Severity other) {
        return new Limit(reason, terms, dimensions, span, permitted, other, where);
    }

    /**
     * The balance that the limit rests on: its account, where that alone is added, so that the account's balance is the
     * value. Otherwise a balance of the limit's own, raised and lowered with its terms, so that a host guards one row
     * instead of reading several that others may change meanwhile.
     */
    public Meaning account() {
        return isOfOneAccount() ? terms.get(0).account() : own(code());
    }

    /** The account of the balances of its own that a limit of this code rests on where it adds several. */
    static Meaning own(String code) {
        return new Meaning(new LedgerId(LEDGER), code);
    }

    /** The refusal, or the warning, where what is available at a key is changed by more than there is. */
    Refusal refusal(Balance.Key key, Fact formula, long available, long by) {
        Facts facts = Facts.none();
        for (Dimension dimension : dimensions) {
            facts = facts.and(dimension.name(), Fact.text(key.segments().value(dimension)));
        }
        return Refusal.of(
                reason,
                facts.and("span", Fact.text(span.name()))
                        .and("period", Fact.text(span.text(key.bucket())))
                        .and("formula", formula)
                        .and("available", Fact.amount(available))
                        .and("asked", Fact.amount(Math.negateExact(by)))
                        .and("short-by", Fact.amount(Math.negateExact(Math.addExact(available, by)))));
    }

    boolean isOfOneAccount() {
        return isOfOneAccount(terms);
    }

    /** Whether the balance of an account is the sum of these terms. */
    static boolean isOfOneAccount(ImmutableList<Measure.Term> terms) {
        return terms.size() == 1 && terms.get(0).sign() > 0;
    }
}
