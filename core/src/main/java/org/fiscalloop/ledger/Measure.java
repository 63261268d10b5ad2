package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * A balance by meaning (余额口径): the signed sum of what is left on some accounts, kept so that it is read by key.
 *
 * @param name how it is called, such as {@code allotment.available}; not blank
 * @param terms at least one, each account once
 * @param dimensions what it is kept by
 * @param span over what time it adds up
 */
public record Measure(String name, ImmutableList<Term> terms, ImmutableList<Dimension> dimensions, Span span) {

    public Measure {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        requireTerms(name, terms);
    }

    /**
     * A signed account: what is left on its normal side is added or subtracted.
     *
     * @param name how it is called in print, not blank
     * @param sign 1 where it is added, -1 where it is subtracted
     * @param account the account by its meaning, with its ledger: {@code allotment/executable}
     */
    public record Term(String name, int sign, Meaning account) {

        public Term {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank: " + account);
            }
            if (sign != 1 && sign != -1) {
                throw new IllegalArgumentException("sign must be 1 or -1: " + sign);
            }
        }

        /** An account that adds, under the name that it has in print. */
        public static Term plus(String name, Meaning account) {
            return new Term(name, 1, account);
        }

        /** An account that subtracts, under the name that it has in print. */
        public static Term minus(String name, Meaning account) {
            return new Term(name, -1, account);
        }
    }

    /** The key of the measure for an amount with these segments and this date. */
    public Balance.Key key(Segments at, LocalDate on) {
        return at.dimensions().grain(dimensions, span).key(at, on);
    }

    static void requireTerms(String name, ImmutableList<Term> terms) {
        Set<Meaning> accounts = new HashSet<>();
        if (terms.isEmpty() || !terms.stream().map(Term::account).allMatch(accounts::add)) {
            throw new IllegalArgumentException(
                    "terms of " + name + " must name at least one account, each once: " + terms);
        }
    }
}
