package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.finalaccounts.Filter.Named;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Meaning;

/** A filter whose names have been looked up in the charts: which accounts pass, or all. */
record Sieve(Filter filter, Optional<ImmutableSet<Meaning>> accounts) {

    /** The accounts that a filter means in these charts; refuses a name that they do not have. */
    static Sieve of(Filter filter, ImmutableList<Chart> charts) {
        if (filter.accounts().isEmpty()) {
            return new Sieve(filter, Optional.empty());
        }
        Set<Meaning> meant = new HashSet<>();
        for (Named named : filter.accounts()) {
            ImmutableList<Meaning> accounts = accounts(named, charts);
            if (accounts.isEmpty()) {
                throw new IllegalArgumentException("a layout names what no chart has: " + named);
            }
            if (named.how() == Named.How.EXCEPT) {
                accounts.forEach(meant::remove);
            } else {
                meant.addAll(accounts);
            }
        }
        return new Sieve(filter, Optional.of(ImmutableSet.copyOf(meant)));
    }

    private static ImmutableList<Meaning> accounts(Named named, ImmutableList<Chart> charts) {
        return charts.stream()
                .filter(chart -> chart.ledger().equals(named.ledger()))
                .flatMap(chart -> chart.accounts().stream()
                        .filter(account -> named.how() == Named.How.ELEMENT
                                ? account.element().equals(named.name())
                                : isWithin(account, named.meaning(), chart)))
                .map(Account::meaning)
                .collect(toImmutableList());
    }

    private static boolean isWithin(Account account, Meaning heading, Chart chart) {
        Optional<Account> at = Optional.of(account);
        while (at.isPresent()) {
            if (at.orElseThrow().meaning().equals(heading)) {
                return true;
            }
            at = at.flatMap(Account::parentCode).flatMap(chart::byCode);
        }
        return false;
    }

    boolean passes(Figure.Traits traits) {
        return (accounts.isEmpty() || accounts.orElseThrow().contains(traits.account()))
                && any(filter.stages(), traits.stage())
                && any(filter.funds(), traits.fund())
                && any(filter.kinds(), traits.kind())
                && (filter.economics().isEmpty() || begins(filter.economics(), traits.economic()))
                && !begins(filter.otherEconomics(), traits.economic());
    }

    private static <E> boolean any(ImmutableCollection<E> of, E one) {
        return of.isEmpty() || of.contains(one);
    }

    private static boolean begins(ImmutableSet<String> beginnings, String code) {
        return beginnings.stream().anyMatch(code::startsWith);
    }
}
