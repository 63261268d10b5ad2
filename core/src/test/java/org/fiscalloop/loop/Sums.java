package org.fiscalloop.loop;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.function.Predicate;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Books;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;

/** Sums over lines of the books, by the beginning of the accounts' codes: read as an auditor reads them, not by key. */
record Sums(ImmutableList<Line> lines) {
    static final Books BOOKS =
            Walk.RULES.at(World.DIVISION, World.YEAR, World.DAY).orElseThrow().books();

    private static final ImmutableMap<Meaning, Account> ACCOUNTS = BOOKS.ledgers().stream()
            .flatMap(keeping -> keeping.chart().accounts().stream())
            .collect(ImmutableMap.toImmutableMap(Account::meaning, account -> account));

    /** What the accounts hold: a line for what is left of each on its debit side. */
    static Sums of(Balances balances) {
        return new Sums(balances.kept().stream()
                .filter(kept -> kept.key().grain().isFull())
                .filter(kept -> kept.balance().net(Side.DEBIT) != 0)
                .map(kept -> Line.debit(
                        kept.account(),
                        kept.balance().net(Side.DEBIT),
                        kept.key().segments()))
                .collect(ImmutableList.toImmutableList()));
    }

    static Sums of(Walk walk) {
        return of(walk.loop.balances());
    }

    /** What entries booked. */
    static Sums of(Iterable<Entry> entries) {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        entries.forEach(entry -> lines.addAll(entry.lines()));
        return new Sums(lines.build());
    }

    static Account account(Line line) {
        return requireNonNull(ACCOUNTS.get(line.account()), "no account");
    }

    Sums where(Predicate<Line> predicate) {
        return new Sums(lines.stream().filter(predicate).collect(ImmutableList.toImmutableList()));
    }

    /** Those with this code of a dimension. */
    Sums where(Dimension dimension, String code) {
        return where(line -> line.segments().value(dimension).equals(code));
    }

    /** Those on accounts of a ledger whose codes begin so. */
    Sums on(LedgerId ledger, String... codes) {
        return where(line -> line.account().ledger().equals(ledger)
                && (codes.length == 0
                        || Arrays.stream(codes).anyMatch(account(line).code()::startsWith)));
    }

    Sums allotment(String... codes) {
        return on(Ledgers.ALLOTMENT, codes);
    }

    Sums treasury(String... codes) {
        return on(Ledgers.TREASURY, codes);
    }

    Sums agency(String... codes) {
        return on(Ledgers.AGENCY, codes);
    }

    Sums memorandum(String... codes) {
        return on(Ledgers.MEMORANDUM, codes);
    }

    /** Debit less credit. */
    long debit() {
        return lines.stream()
                .mapToLong(line -> line.side() == Side.DEBIT ? line.fen() : -line.fen())
                .sum();
    }

    /** Credit less debit. */
    long credit() {
        return -debit();
    }
}
