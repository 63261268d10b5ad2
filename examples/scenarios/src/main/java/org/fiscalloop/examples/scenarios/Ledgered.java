package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.TrialBalance;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopShapes;
import org.fiscalloop.loop.RecordCursor;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The books that a play left, as they are printed: every entry with its number and what made it, and every account's
 * balance. Accounts are called as the last rulebook in force calls them.
 *
 * @param entries in the order of the journal
 * @param balances by ledger, basis, owner and account
 */
record Ledgered(ImmutableList<Booked> entries, ImmutableList<Balance> balances) {

    /**
     * An account in somebody's books.
     *
     * @param owner whose books: an agency in the agency ledger, the division in the others
     */
    record Place(String owner, Account account) {
        String ledger() {
            return account.meaning().ledger().name().toUpperCase(Locale.ROOT);
        }
    }

    /**
     * An entry.
     *
     * @param sequence its number, from 1
     * @param event the id of the input that made it
     * @param eventType what happened, as its shape is called
     * @param lines its lines, each with the account it stands on
     * @param reverses the number of the entry that it takes back
     */
    record Booked(
            int sequence,
            String event,
            String eventType,
            Entry entry,
            ImmutableList<Posted> lines,
            Optional<Integer> reverses) {}

    /** A line of an entry on its account. */
    record Posted(Place place, Line line) {}

    /** What is left on an account, in fen on its normal side. */
    record Balance(Place place, long fen) {}

    /** The books of a play. */
    static Ledgered of(Play play) {
        return new Reading(play).read();
    }

    private static final class Reading {
        private final FiscalLoop loop;
        private final ImmutableList<RulesInForce> rules;
        private final Map<Meaning, Account> accounts = new LinkedHashMap<>();
        private final Map<Entry.Id, Integer> sequences = new HashMap<>();

        Reading(Play play) {
            this.loop = play.loop();
            this.rules = Play.inForce(play.scenario(), loop.rules()).keySet().asList();
            for (RulesInForce inForce : rules) {
                for (Chart chart : inForce.rulebook().accounting().charts()) {
                    chart.accounts().forEach(account -> accounts.put(account.meaning(), account));
                }
            }
        }

        Ledgered read() {
            ImmutableList.Builder<Booked> entries = ImmutableList.builder();
            try (RecordCursor records = loop.records(0)) {
                records.forEachRemaining(traced -> add(traced, entries));
            }
            return new Ledgered(entries.build(), balances());
        }

        private void add(FiscalLoop.Traced traced, ImmutableList.Builder<Booked> entries) {
            JournalRecord record = traced.record();
            for (int i = 0; i < record.entries().size(); i++) {
                Entry entry = record.entries().get(i);
                int sequence = sequences.size() + 1;
                sequences.put(new Entry.Id(traced.position(), i), sequence);
                entries.add(new Booked(
                        sequence,
                        record.header().id(),
                        eventType(record),
                        entry,
                        entry.lines().stream().map(this::posted).collect(toImmutableList()),
                        entry.reverses().map(sequences::get)));
            }
        }

        /** The first event that says more than that a document moved. */
        private static String eventType(JournalRecord record) {
            return record.events().stream()
                    .filter(event -> !(event instanceof Moved))
                    .findFirst()
                    .or(() -> record.events().stream().findFirst())
                    .map(event -> LoopShapes.REGISTRY.shapeOf(event).name())
                    .orElse("");
        }

        private Posted posted(Line line) {
            Account account = accounts.get(line.account());
            if (account == null) {
                throw new IllegalStateException("no chart has the account " + line.account());
            }
            String owner = line.segments().value(owner(line.account().ledger()));
            return new Posted(new Place(owner, account), line);
        }

        private static Dimension owner(LedgerId ledger) {
            return ledger.equals(Ledgers.AGENCY) ? Dimensions.AGENCY : Dimensions.DIVISION;
        }

        /** As the loop keeps them, not added up of the entries: so that whoever adds these up checks something. */
        private ImmutableList<Balance> balances() {
            if (rules.isEmpty()) {
                return ImmutableList.of();
            }
            var books = rules.get(rules.size() - 1).books();
            var kept = loop.balances();
            ImmutableMap<Dimension, TrialBalance> byOwner = ImmutableMap.of(
                    Dimensions.AGENCY, TrialBalance.of(books, kept, ImmutableList.of(Dimensions.AGENCY)),
                    Dimensions.DIVISION, TrialBalance.of(books, kept, ImmutableList.of(Dimensions.DIVISION)));
            return Ledgers.ALL.stream().flatMap(ledger -> rows(byOwner, ledger)).collect(toImmutableList());
        }

        private static Stream<Balance> rows(ImmutableMap<Dimension, TrialBalance> byOwner, LedgerId ledger) {
            Dimension owner = owner(ledger);
            TrialBalance table = byOwner.getOrDefault(owner, new TrialBalance(ImmutableList.of()));
            return table.rows().stream()
                    .filter(row -> row.account().meaning().ledger().equals(ledger))
                    .map(row -> new Balance(new Place(row.at().value(owner), row.account()), row.closingNet()))
                    .sorted(java.util.Comparator.comparing((Balance balance) ->
                                    balance.place().account().basis())
                            .thenComparing(balance -> balance.place().owner())
                            .thenComparing(balance -> balance.place().account().code()));
        }
    }
}
