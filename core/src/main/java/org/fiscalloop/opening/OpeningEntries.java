package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingFlow;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;

/**
 * The entries that set the balances of an opening: one for each ledger, basis, combination of codes that balances, and month.
 * A line stands for each column, so that increases and decreases of both sides are what they were.
 */
final class OpeningEntries {
    /** The name that the entries have instead of that of a posting rule. */
    static final String RULE = "opening";

    private static final Comparator<OpenedBalance> CANONICAL = Comparator.comparing(OpenedBalance::account)
            .thenComparing(OpenedBalance::segments)
            .thenComparing(balance -> balance.month().map(Object::toString).orElse(""));

    /** What one entry is of. */
    private record Place(LedgerId ledger, Basis basis, Segments within, LocalDate date) {}

    private OpeningEntries() {}

    /** The entries of an opening whose accounts are known. */
    static ImmutableList<Entry> of(OpeningTerms opening, RuleSet rules) {
        ImmutableMap<Meaning, Account> accounts = accounts(rules);
        Map<Place, ImmutableList.Builder<Line>> lines = new LinkedHashMap<>();
        opening.balances().stream()
                .sorted(CANONICAL)
                .forEach(balance -> lines.computeIfAbsent(
                                place(balance, Optional.ofNullable(accounts.get(balance.account())), opening),
                                place -> ImmutableList.builder())
                        .addAll(lines(balance)));
        return lines.entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue().build()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect(toImmutableList());
    }

    /** Every account of the charts in force, headings too. */
    static ImmutableMap<Meaning, Account> accounts(RuleSet rules) {
        return rules.of(AccountingFlow.RULES).charts().stream()
                .map(Chart::accounts)
                .flatMap(ImmutableList::stream)
                .collect(ImmutableMap.toImmutableMap(Account::meaning, account -> account));
    }

    private static Place place(OpenedBalance balance, Optional<Account> account, OpeningTerms opening) {
        LedgerId ledger = balance.account().ledger();
        return new Place(
                ledger,
                account.orElseThrow(() -> new IllegalStateException("unknown account: " + balance))
                        .basis(),
                balance.segments().project(Ledgers.balancing(ledger)),
                balance.month().map(month -> month.atDay(1)).orElse(opening.day()));
    }

    private static Optional<Entry> entry(Place place, ImmutableList<Line> lines) {
        return Optional.of(lines)
                .filter(some -> !some.isEmpty())
                .map(some -> new Entry(
                        place.ledger(), place.basis(), RULE, place.date(), place.date(), some, "", Optional.empty()));
    }

    private static ImmutableList<Line> lines(OpenedBalance balance) {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        add(lines, balance, Side.DEBIT, balance.booked().debitIncrease());
        add(lines, balance, Side.DEBIT, -balance.booked().debitDecrease());
        add(lines, balance, Side.CREDIT, balance.booked().creditIncrease());
        add(lines, balance, Side.CREDIT, -balance.booked().creditDecrease());
        return lines.build();
    }

    private static void add(ImmutableList.Builder<Line> lines, OpenedBalance balance, Side side, long fen) {
        if (fen != 0) {
            lines.add(new Line(balance.account(), side, fen, balance.segments()));
        }
    }
}
