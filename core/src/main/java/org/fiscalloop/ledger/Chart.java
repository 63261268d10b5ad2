package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;

/**
 * A chart of accounts (科目表): the accounts of one ledger, each once by meaning and once by code.
 *
 * <p>Only leaves are posted to: an account that another one names as its parent is a heading.
 */
public final class Chart {

    private final LedgerId ledger;
    private final ImmutableMap<Meaning, Account> byMeaning;
    private final ImmutableMap<String, Account> byCode;
    private final ImmutableSet<String> headings;

    private Chart(LedgerId ledger, Map<Meaning, Account> byMeaning, Map<String, Account> byCode) {
        this.ledger = ledger;
        this.byMeaning = ImmutableMap.copyOf(byMeaning);
        this.byCode = ImmutableMap.copyOf(byCode);
        this.headings = byCode.values().stream()
                .flatMap(account -> account.parentCode().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * The chart of a ledger with these accounts, in this order.
     *
     * @throws IllegalArgumentException if a meaning or a code stands twice, a meaning is of another ledger, or a parent is
     *     missing or below its own child
     */
    public static Chart of(LedgerId ledger, Iterable<Account> accounts) {
        Map<Meaning, Account> byMeaning = new LinkedHashMap<>();
        Map<String, Account> byCode = new LinkedHashMap<>();
        for (Account account : accounts) {
            if (!account.meaning().ledger().equals(ledger)) {
                throw new IllegalArgumentException(
                        "account of another ledger in the chart of " + ledger + ": " + account);
            }
            if (byMeaning.put(account.meaning(), account) != null || byCode.put(account.code(), account) != null) {
                throw new IllegalArgumentException("meaning or code stands twice in " + ledger + ": " + account);
            }
        }
        byCode.values().forEach(account -> requireRoot(account, byCode));
        return new Chart(ledger, byMeaning, byCode);
    }

    private static void requireRoot(Account leaf, Map<String, Account> byCode) {
        Set<String> seen = new HashSet<>();
        for (Optional<String> code = Optional.of(leaf.code()); code.isPresent(); ) {
            Account account = byCode.get(code.get());
            if (account == null || !seen.add(code.get())) {
                throw new IllegalArgumentException(
                        "parent of " + leaf.code() + " is missing or below its own child: " + code.get());
            }
            code = account.parentCode();
        }
    }

    /** The ledger that the accounts are of. */
    public LedgerId ledger() {
        return ledger;
    }

    /** All accounts in the order of the chart. */
    public ImmutableList<Account> accounts() {
        return byMeaning.values().asList();
    }

    /** The account with this meaning, if the chart has it. */
    public Optional<Account> account(Meaning meaning) {
        return Optional.ofNullable(byMeaning.get(meaning));
    }

    /** The account with this code, if the chart has it. */
    public Optional<Account> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Whether an account of this chart takes lines, which a heading does not. */
    public boolean isPostable(Account account) {
        return !headings.contains(account.code());
    }

    /** What is wrong with the accounts of an entry of this ledger, line by line. */
    ImmutableList<Refusal> refusals(Entry entry) {
        return entry.lines().stream()
                .flatMap(line -> refusal(entry, line.account()).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<Refusal> refusal(Entry entry, Meaning meaning) {
        Account account = byMeaning.get(meaning);
        Facts facts = Facts.of("account", Fact.text(meaning.toString())).and("ledger", Fact.text(ledger.name()));
        if (account == null) {
            return Optional.of(Refusal.of(LedgerReasons.UNKNOWN_ACCOUNT, facts));
        }
        if (!isPostable(account)) {
            return Optional.of(Refusal.of(LedgerReasons.HEADING_ACCOUNT, facts));
        }
        if (account.basis() != entry.basis()) {
            return Optional.of(Refusal.of(
                    LedgerReasons.MIXED_BASES,
                    facts.and("account-basis", Fact.text(account.basis().name()))
                            .and("entry-basis", Fact.text(entry.basis().name()))));
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chart chart
                && ledger.equals(chart.ledger)
                && accounts().equals(chart.accounts());
    }

    @Override
    public int hashCode() {
        return 31 * ledger.hashCode() + byMeaning.hashCode();
    }

    @Override
    public String toString() {
        return ledger + " " + byCode.keySet();
    }
}
