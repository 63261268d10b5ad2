package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Term;

/**
 * The definition of the books (账簿定义): which ledgers there are and how each is kept, which limits hold, and which further
 * balances are kept for reading. It holds no balance: the gate is a function of the entries and of what it reads.
 */
public final class Books {

    /**
     * How one ledger is kept.
     *
     * @param balancing within each combination of codes for these, debits equal credits
     * @param owner the dimension that tells whose books a line is in, each owner opening and closing months alone; one of
     *     the balancing ones; empty where months open and close for the whole ledger
     */
    public record Keeping(Chart chart, ImmutableList<Dimension> balancing, Optional<Dimension> owner) {

        public Keeping {
            if (owner.isPresent() && !balancing.contains(owner.get())) {
                throw new IllegalArgumentException("owner must be one of " + balancing + ": " + owner.get());
            }
        }
    }

    /** A limit that does not hold at a key. */
    private record Broken(Limit limit, Balance.Key key, long available, long by) {}

    private final Dimensions dimensions;
    private final ImmutableList<Keeping> ledgers;
    private final ImmutableList<Limit> limits;
    private final ImmutableList<Measure> measures;
    private final ImmutableList<Measure> sums;
    private final Layout layout;

    private Books(
            Dimensions dimensions,
            ImmutableList<Keeping> ledgers,
            ImmutableList<Limit> limits,
            ImmutableList<Measure> measures,
            ImmutableList<Measure> sums) {
        this.dimensions = dimensions;
        this.ledgers = ledgers;
        this.limits = limits;
        this.measures = measures;
        this.sums = sums;
        this.layout = new Layout(this);
    }

    /**
     * Books over these dimensions.
     *
     * @param limits in the order in which they are reported
     * @param measures what is kept for reading besides what the limits need
     * @throws IllegalArgumentException if a ledger or the code of a limit stands twice, a dimension is not declared, or a
     *     term names an account that takes no lines
     */
    public static Books of(
            Dimensions dimensions,
            ImmutableList<Keeping> ledgers,
            ImmutableList<Limit> limits,
            ImmutableList<Measure> measures) {
        return of(dimensions, ledgers, limits, measures, ImmutableList.of());
    }

    /**
     * Books that also keep what limits of other books of the same entries rest on, so that a limit that comes later finds
     * what was booked before it.
     *
     * @param sums the terms of such limits, by their codes
     * @throws IllegalArgumentException as above, or if limits of one code add other terms
     */
    public static Books of(
            Dimensions dimensions,
            ImmutableList<Keeping> ledgers,
            ImmutableList<Limit> limits,
            ImmutableList<Measure> measures,
            ImmutableList<Measure> sums) {
        return new Books(dimensions, ledgers, limits, measures, sums);
    }

    /** The dimensions of all segments. */
    public Dimensions dimensions() {
        return dimensions;
    }

    /** The ledgers in their declared order. */
    public ImmutableList<Keeping> ledgers() {
        return ledgers;
    }

    /** The limits in the order in which they are reported. */
    public ImmutableList<Limit> limits() {
        return limits;
    }

    /** What is kept for reading besides what the limits need. */
    public ImmutableList<Measure> measures() {
        return measures;
    }

    /** The terms of limits of other books, by their codes, whose balances are kept here too. */
    ImmutableList<Measure> sums() {
        return sums;
    }

    /** Whether some balance is kept by month or by year, so that it matters when an amount was booked. */
    public boolean isKeptByTime() {
        return limits.stream().anyMatch(limit -> limit.span() != Span.CUMULATIVE)
                || measures.stream().anyMatch(measure -> measure.span() != Span.CUMULATIVE)
                || sums.stream().anyMatch(sum -> sum.span() != Span.CUMULATIVE);
    }

    /**
     * What a measure comes to at a key, in fen.
     *
     * @throws ArithmeticException if it does not fit
     */
    public long value(Measure measure, Balance.Key key, BalanceSource balances) {
        long sum = 0;
        for (int i = 0; i < measure.terms().size(); i++) {
            Measure.Term term = measure.terms().get(i);
            sum = Math.addExact(sum, Math.multiplyExact(term.sign(), left(term, key, balances)));
        }
        return sum;
    }

    private ImmutableList<Term> formula(ImmutableList<Measure.Term> terms, Balance.Key key, BalanceSource balances) {
        return terms.stream()
                .map(term -> new Term(term.name(), term.sign(), left(term, key, balances)))
                .collect(ImmutableList.toImmutableList());
    }

    private long left(Measure.Term term, Balance.Key key, BalanceSource balances) {
        return balances.balance(term.account(), key).net(layout.normalSide(term.account()));
    }

    /**
     * Whether an entry that somebody made by hand is one: its accounts take lines and are of its ledger and basis, and its
     * debits equal its credits within each combination of the balancing dimensions.
     *
     * <p>Refused with everything that is wrong. Whether its period is open and the limits hold is asked at the gate.
     *
     * @throws IllegalArgumentException if there is no such ledger, or segments are over other dimensions
     */
    public Decision<Entry> check(Entry entry) {
        Layout.Kept ledger = layout.kept(entry.ledger());
        for (Line line : entry.lines()) {
            if (!line.segments().dimensions().equals(dimensions)) {
                throw new IllegalArgumentException("segments must be over " + dimensions + ": " + line);
            }
        }
        ImmutableList<Refusal> refusals = ImmutableList.<Refusal>builder()
                .addAll(ledger.keeping().chart().refusals(entry))
                .addAll(entry.imbalances(ledger.balancing()))
                .build();
        return new Findings(refusals, ImmutableList.of()).decide(() -> entry);
    }

    /**
     * The gate: all that must be written when the entries of one command are booked, or the reasons why they may not be.
     *
     * <p>The changes are in canonical order, by account and key, whatever the order of the entries and lines; commands that
     * write in that order never wait for each other in a circle.
     *
     * <p>Refused when a month is not open, an entry is reversed twice within the command, or the net change of all entries
     * breaks a hard limit: with all of these, the limits in their declared order. A limit that only warns gives a warning.
     *
     * @throws IllegalStateException if an entry does not pass the {@linkplain #check check}: the rule that made it is wrong
     * @throws ArithmeticException if an amount does not fit
     */
    public Decision<ImmutableList<Change>> gate(
            ImmutableList<Entry> entries, BalanceSource balances, PeriodSource periods) {
        Balances.Cells net = new Balances.Cells();
        for (int i = 0; i < entries.size(); i++) {
            if (!layout.add(entries.get(i), net)) {
                throw new IllegalStateException(
                        "entry must pass the check: " + check(entries.get(i)).refusals() + " " + entries.get(i));
            }
        }
        List<Broken> broken = new ArrayList<>(0);
        ImmutableList<Change> changes = changes(entries, net, balances, broken);
        List<Refusal> untimely = untimely(entries, periods);
        if (broken.isEmpty() && untimely.isEmpty()) {
            return Decision.accepted(changes);
        }
        return new Findings(ImmutableSet.copyOf(untimely).asList(), ImmutableList.of())
                .and(findings(broken, balances))
                .decide(() -> changes);
    }

    private ImmutableList<Change> changes(
            ImmutableList<Entry> entries, Balances.Cells net, BalanceSource balances, List<Broken> broken) {
        ImmutableList.Builder<Change> changes = ImmutableList.builderWithExpectedSize(net.size());
        boolean hasRoom = net.turnover() <= Long.MAX_VALUE - balances.turnover();
        for (int row : layout.canonical(net)) {
            Layout.Table table = holding(layout.table(net.table(row)), row, net, entries, balances);
            Change change = new Change(table, net.segments(row), net.bucket(row), net.balance(row));
            changes.add(change);
            boolean isLimited = !table.limits().isEmpty() && change.by() < 0;
            if (hasRoom && !isLimited) {
                continue;
            }
            Balance.Key key = change.key();
            Balance before = balances.balance(table.account(), key);
            requireFits(before, change.delta());
            if (isLimited) {
                long available = before.net(table.normal());
                if (Math.addExact(available, change.by()) < 0) {
                    table.limits().forEach(limit -> broken.add(new Broken(limit, key, available, change.by())));
                }
            }
        }
        return changes.build();
    }

    /** The balances of a row with the limits that hold there. */
    private Layout.Table holding(
            Layout.Table table, int row, Balances.Cells net, ImmutableList<Entry> entries, BalanceSource balances) {
        if (!table.isConditional()) {
            return table;
        }
        Balance.Key key = new Balance.Key(table.grain(), net.segments(row), net.bucket(row));
        return table.holding(limit -> limit.where()
                .map(where ->
                        isBooked(where, entries) || balances.balance(where, key).net(layout.normalSide(where)) != 0)
                .orElse(true));
    }

    private static boolean isBooked(Meaning account, ImmutableList<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .anyMatch(line -> line.account().equals(account));
    }

    /** What does not fit must show at the gate, before anything is written. */
    private static void requireFits(Balance before, Balance delta) {
        Balance after = before.plus(delta);
        after.net(Side.DEBIT);
        after.net(Side.CREDIT);
    }

    private Findings findings(List<Broken> broken, BalanceSource balances) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        ImmutableList.Builder<Refusal> warnings = ImmutableList.builder();
        broken.sort(Comparator.comparingInt(at -> limits.indexOf(at.limit())));
        for (Broken at : broken) {
            Fact formula = Fact.formula(formula(at.limit().terms(), at.key(), balances));
            Refusal refusal = at.limit().refusal(at.key(), formula, at.available(), at.by());
            (at.limit().severity() == Severity.HARD ? refusals : warnings).add(refusal);
        }
        return new Findings(refusals.build(), warnings.build());
    }

    private List<Refusal> untimely(ImmutableList<Entry> entries, PeriodSource periods) {
        List<Refusal> refusals = new ArrayList<>(0);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            outOfPeriod(entry, periods, refusals);
            if (entry.reverses().isPresent() && isReversed(entry.reverses().get(), entries.subList(0, i))) {
                refusals.add(LedgerReasons.reversedAlready(entry.reverses().get()));
            }
        }
        return refusals;
    }

    private static boolean isReversed(Entry.Id id, ImmutableList<Entry> by) {
        return by.stream().anyMatch(entry -> entry.reverses().equals(Optional.of(id)));
    }

    /**
     * The month of a ledger in which an amount with this date counts: where the ledger balances within a year, as its
     * {@linkplain Segments#month segments} say, so that a year that is closed takes nothing; in any other that of the date.
     */
    public YearMonth month(LedgerId ledger, Segments at, LocalDate date) {
        return layout.kept(ledger).byYear() ? at.month(date) : YearMonth.from(date);
    }

    private void outOfPeriod(Entry entry, PeriodSource periods, List<Refusal> refusals) {
        Layout.Kept ledger = layout.kept(entry.ledger());
        for (int i = 0; i < entry.lines().size(); i++) {
            Segments at = entry.lines().get(i).segments();
            if (i == 0 || !at.agrees(entry.lines().get(i - 1).segments(), ledger.period())) {
                YearMonth month = month(entry.ledger(), at, entry.date());
                String owner = ledger.keeping().owner().map(at::value).orElse("");
                PeriodSource.State state = periods.state(entry.ledger(), owner, month);
                if (state != PeriodSource.State.OPEN) {
                    refusals.add(Periods.refusal(state, new Periods.Book(entry.ledger(), owner), month, periods));
                }
            }
        }
    }

    /**
     * The account with this meaning that takes lines.
     *
     * @throws IllegalArgumentException if there is none
     */
    Account account(Meaning meaning) {
        return layout.account(meaning);
    }

    /** Where the lines of an account go. */
    ImmutableList<Layout.Feed> feeds(Meaning account) {
        return layout.feeds(account);
    }
}
