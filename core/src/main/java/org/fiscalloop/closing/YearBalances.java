package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.Phase;

/**
 * What is left of the accounts of a set of books in one year while it is closed: the net of each account on its credit side in
 * fen, by coding block without phase, in the order of accounts and blocks.
 */
final class YearBalances {
    private final NavigableMap<Meaning, NavigableMap<Segments, Long>> credits = new TreeMap<>();

    YearBalances(ImmutableList<Balances.Kept> kept) {
        kept.forEach(balance -> add(
                balance.account(),
                Phase.none(balance.key().segments()),
                balance.balance().net(Side.CREDIT)));
    }

    /** Adds to the credit side of an account, or takes from it where the amount is negative. */
    void add(Meaning account, Segments block, long fen) {
        NavigableMap<Segments, Long> blocks = credits.computeIfAbsent(account, none -> new TreeMap<>());
        if (blocks.merge(block, fen, Math::addExact) == 0) {
            blocks.remove(block);
        }
    }

    /** What is left of an account by coding block, nothing left out but zeros. */
    ImmutableSortedMap<Segments, Long> of(Meaning account) {
        NavigableMap<Segments, Long> blocks = credits.get(account);
        return blocks == null ? ImmutableSortedMap.of() : ImmutableSortedMap.copyOfSorted(blocks);
    }

    /** What amounts by coding block add up to. */
    static long total(ImmutableMap<Segments, Long> credits) {
        return credits.values().stream().reduce(0L, Math::addExact);
    }

    /** Whether nothing is left of any account. */
    boolean isEmpty() {
        return credits.values().stream().allMatch(NavigableMap::isEmpty);
    }

    /** The accounts of which something is left. */
    ImmutableList<Meaning> accounts() {
        return credits.entrySet().stream()
                .filter(account -> !account.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }
}
