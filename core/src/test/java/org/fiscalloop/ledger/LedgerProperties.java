package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENTS;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.LEDGERS;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.PLANS;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;
import static org.fiscalloop.ledger.LedgerFixtures.accepted;
import static org.fiscalloop.ledger.LedgerFixtures.codes;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.opened;
import static org.fiscalloop.ledger.NaiveBooks.BOOKS;
import static org.fiscalloop.ledger.NaiveBooks.MEASURE;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;

/** Random commands against the naive books, which keep every entry and add up whenever they are asked. */
class LedgerProperties {

    private static List<String> told(ImmutableList<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.code() + " " + fen(refusal, "available") + " " + fen(refusal, "asked"))
                .toList();
    }

    private static long fen(Refusal refusal, String fact) {
        return refusal.facts().get(fact) instanceof Fact.Amount amount ? amount.fen() : Long.MIN_VALUE;
    }

    @Property
    void the_gate_decides_as_the_model_does_and_books_what_it_says(@ForAll("history") List<List<Entry>> history) {
        Ledger ledger = opened(BOOKS);
        NaiveBooks naive = new NaiveBooks();
        for (List<Entry> command : history) {
            List<String> refused = naive.broken(command, Severity.HARD);
            List<String> warned = naive.broken(command, Severity.WARN);

            Decision<ImmutableList<Change>> decision = ledger.post(ImmutableList.copyOf(command));

            assertThat(told(decision.refusals())).isEqualTo(refused);
            if (decision.isAccepted()) {
                assertThat(told(decision.warnings())).isEqualTo(warned);
                naive.book(command);
            }
            for (Refusal refusal : decision.refusals()) {
                assertThat(refusal.facts().get("formula"))
                        .isInstanceOfSatisfying(
                                Fact.Formula.class,
                                formula -> assertThat(formula.sum()).isEqualTo(fen(refusal, "available")));
                assertThat(fen(refusal, "short-by")).isEqualTo(fen(refusal, "asked") - fen(refusal, "available"));
            }
        }
        for (Balances.Kept kept : ledger.balances().kept()) {
            assertThat(kept.balance().net(Side.DEBIT)).isEqualTo(naive.net(kept.account(), kept.key()));
        }
    }

    @Property
    void a_measure_is_what_adding_up_gives(
            @ForAll("history") List<List<Entry>> history, @ForAll("segments") Segments at) {
        Ledger ledger = opened(BOOKS);
        NaiveBooks naive = new NaiveBooks();
        for (List<Entry> command : history) {
            ledger.replay(ImmutableList.copyOf(command));
            naive.book(command);
        }
        Balance.Key key = MEASURE.key(at, MARCH);

        assertThat(ledger.value(MEASURE, key)).isEqualTo(naive.value(MEASURE, key));
    }

    @Property
    void changes_are_in_one_order_whatever_the_order_of_entries_and_lines(
            @ForAll("command") List<Entry> command, @ForAll long seed) {
        List<Entry> shuffled = new ArrayList<>();
        for (Entry entry : command) {
            List<Line> lines = new ArrayList<>(entry.lines());
            Collections.shuffle(lines, new Random(seed));
            shuffled.add(entry(entry.date(), lines.toArray(Line[]::new)));
        }
        Collections.shuffle(shuffled, new Random(seed + 1));

        ImmutableList<Change> changes = gate(command);

        assertThat(gate(shuffled)).isEqualTo(changes);
        assertThat(changes)
                .isSortedAccordingTo(Comparator.comparing(Change::account).thenComparing(Change::key))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 20)
    void many_changes_are_in_the_same_order_too(@ForAll("long commands") List<Entry> command) {
        assertThat(gate(command))
                .isSortedAccordingTo(Comparator.comparing(Change::account).thenComparing(Change::key));
    }

    /** The changes as they would be if there were plenty of everything. */
    private static ImmutableList<Change> gate(List<Entry> command) {
        Balance plenty = new Balance(1L << 40, 0, 0, 0);
        BalanceSource rich = (account, key) ->
                account.equals(SOURCES) || account.equals(PLANNED) ? new Balance(0, 0, 1L << 40, 0) : plenty;
        return accepted(BOOKS.gate(ImmutableList.copyOf(command), rich, opened(BOOKS)));
    }

    @Property
    void floors_alone_stop_a_host_that_read_stale_balances(@ForAll("history") List<List<Entry>> history) {
        Ledger ledger = opened(BOOKS);
        for (List<Entry> command : history) {
            boolean fits = gate(command).stream()
                    .allMatch(change -> change.floor().isEmpty()
                            || left(ledger, change) + change.by()
                                    >= change.floor().getAsLong());

            assertThat(ledger.post(ImmutableList.copyOf(command)).isAccepted()).isEqualTo(fits);
        }
    }

    @Property
    void a_turnover_that_is_not_known_changes_no_decision(@ForAll("history") List<List<Entry>> history) {
        Ledger ledger = opened(BOOKS);
        for (List<Entry> command : history) {
            ImmutableList<Entry> entries = ImmutableList.copyOf(command);

            Decision<ImmutableList<Change>> readingAll =
                    BOOKS.gate(entries, (account, key) -> ledger.balance(account, key), ledger);

            assertThat(ledger.post(entries)).isEqualTo(readingAll);
        }
    }

    @Property
    void no_balance_exceeds_the_turnover(@ForAll("history") List<List<Entry>> history) {
        Ledger ledger = opened(BOOKS);
        for (List<Entry> command : history) {
            ledger.post(ImmutableList.copyOf(command));
            long turnover = ledger.turnover();
            assertThat(ledger.balances().kept()).allSatisfy(kept -> {
                Balance balance = kept.balance();
                assertThat(List.of(
                                balance.debitIncrease(),
                                balance.debitDecrease(),
                                balance.creditIncrease(),
                                balance.creditDecrease(),
                                Math.abs(balance.net(Side.DEBIT))))
                        .allMatch(fen -> fen <= turnover);
            });
        }
    }

    private static long left(Ledger ledger, Change change) {
        boolean credit = change.account().equals(SOURCES) || change.account().equals(PLANNED);
        return ledger.balance(change.account(), change.key()).net(credit ? Side.CREDIT : Side.DEBIT);
    }

    @Property
    void booking_through_the_gate_and_replaying_the_entries_give_the_same_state(
            @ForAll("history") List<List<Entry>> history) {
        Ledger ledger = opened(BOOKS);
        List<Entry> booked = new ArrayList<>();
        List<ImmutableList<Balances.Kept>> states = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (List<Entry> command : history) {
            if (ledger.post(ImmutableList.copyOf(command)).isAccepted()) {
                booked.addAll(command);
            }
            states.add(ledger.balances().kept());
            positions.add(booked.size());
        }
        for (int i = 0; i < states.size(); i++) {
            Balances past = Balances.none();
            past.apply(BOOKS, ImmutableList.copyOf(booked.subList(0, positions.get(i))));
            assertThat(past.kept()).isEqualTo(states.get(i));
        }
    }

    @Property
    void INV_01_every_entry_balances_in_one_ledger_and_for_each_owner_and_year(@ForAll("any entry") Entry entry) {
        TreeMap<String, BigInteger> sums = new TreeMap<>();
        boolean mixed = false;
        for (Line line : entry.lines()) {
            String at = entry.ledger().equals(PLANS)
                    ? line.segments().value(DIVISION)
                    : line.segments().value(DIVISION) + line.segments().value(YEAR);
            sums.merge(at, BigInteger.valueOf(line.on(Side.DEBIT)), BigInteger::add);
            mixed |= !line.account().ledger().equals(entry.ledger());
        }
        boolean sound = !mixed && sums.values().stream().allMatch(sum -> sum.signum() == 0);

        assertThat(BOOKS.check(entry).isAccepted()).isEqualTo(sound);
        assertThat(codes(BOOKS.check(entry)).contains("ledger.unknown-account")).isEqualTo(mixed);
        if (!sound) {
            assertThatThrownBy(() -> opened(BOOKS).post(ImmutableList.of(entry)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Property
    void INV_02_the_trial_balance_of_every_ledger_is_zero_at_any_moment(@ForAll("history") List<List<Entry>> history) {
        Ledger ledger = opened(BOOKS);
        Balances earlier = ledger.balances();
        for (List<Entry> command : history) {
            ledger.post(ImmutableList.copyOf(command));
            Balances now = ledger.balances();
            TrialBalance trial = TrialBalance.between(BOOKS, earlier, now, ImmutableList.of(PROJECT, ALLOTMENT));
            for (LedgerId id : ImmutableList.of(ALLOTMENTS, PLANS)) {
                TrialBalance of = trial.of(id, Basis.CONTROL);
                assertThat(of.closing().debit()).isEqualTo(of.closing().credit());
                assertThat(of.movement().debit()).isEqualTo(of.movement().credit());
            }
            for (TrialBalance.Row row : trial.rows()) {
                assertThat(row.openingNet() + row.increase() - row.decrease()).isEqualTo(row.closingNet());
            }
            earlier = now;
        }
    }

    @Property
    void INV_04_reversing_restores_every_balance_exactly(
            @ForAll("history") List<List<Entry>> history, @ForAll("command") List<Entry> wrong) {
        Ledger ledger = opened(Books.of(DIMENSIONS, LEDGERS, ImmutableList.of(), ImmutableList.of(MEASURE)));
        history.forEach(command -> ledger.post(ImmutableList.copyOf(command)));
        Balances before = ledger.balances();
        accepted(ledger.post(ImmutableList.copyOf(wrong)));
        List<Entry> red = new ArrayList<>();
        for (int i = 0; i < wrong.size(); i++) {
            red.add(accepted(ledger.reverse(
                    new Entry.Id(history.size(), i), wrong.get(i), wrong.get(i).date())));
        }
        accepted(ledger.post(ImmutableList.copyOf(red)));

        for (Balances.Kept kept : ledger.balances().kept()) {
            assertThat(kept.balance().net(Side.DEBIT))
                    .isEqualTo(before.balance(kept.account(), kept.key()).net(Side.DEBIT));
        }
        for (int i = 0; i < wrong.size(); i++) {
            assertThat(codes(ledger.reverse(new Entry.Id(history.size(), i), wrong.get(i), MARCH)))
                    .containsExactly("ledger.reversed-already");
        }
    }

    @Provide
    Arbitrary<List<List<Entry>>> history() {
        return LedgerHistories.histories();
    }

    @Provide
    Arbitrary<List<Entry>> command() {
        return LedgerHistories.commands(1, 3);
    }

    @Provide("long commands")
    Arbitrary<List<Entry>> longCommands() {
        return LedgerHistories.commands(20, 40);
    }

    @Provide
    Arbitrary<Segments> segments() {
        return LedgerHistories.someSegments();
    }

    @Provide("any entry")
    Arbitrary<Entry> anyEntry() {
        return LedgerHistories.anyhow();
    }
}
