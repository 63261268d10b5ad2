package org.fiscalloop.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Books;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Dimensions;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Ledger;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Limit;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.ledger.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Posting entries of four lines through check, one hard limit and all balances. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LedgerBenchmark {
    private static final int ENTRIES = 1000;
    /** 11 trillion yuan: a thousand of them leave the books room for more. */
    private static final long PLENTY = 1L << 50;

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final LedgerId LEDGER = new LedgerId("allotment");
    private static final Dimension AGENCY = new Dimension("agency");
    private static final Dimension ALLOTMENT = new Dimension("allotment");
    private static final Dimensions DIMENSIONS = Dimensions.of(AGENCY, ALLOTMENT);
    private static final Meaning SOURCE = new Meaning(LEDGER, "SOURCE");
    private static final Meaning AVAILABLE = new Meaning(LEDGER, "AVAILABLE");
    private static final Meaning APPLIED = new Meaning(LEDGER, "APPLIED");
    private static final Meaning PAID = new Meaning(LEDGER, "PAID");

    /** How many allotments the entries are spread over. */
    @Param({"1", "1000"})
    int allotments;

    private Ledger ledger = ledger();
    private ImmutableList<ImmutableList<Entry>> entries = ImmutableList.of();

    /** A ledger with more available than the benchmark can spend. */
    @Setup
    public void open() {
        ledger = ledger();
        ImmutableList.Builder<ImmutableList<Entry>> all = ImmutableList.builder();
        for (int i = 0; i < ENTRIES; i++) {
            Segments at = DIMENSIONS.segments(ImmutableMap.of(AGENCY, "105001", ALLOTMENT, "A-" + i % allotments));
            all.add(ImmutableList.of(entry(
                    Line.debit(APPLIED, 100, at),
                    Line.credit(AVAILABLE, 100, at),
                    Line.debit(PAID, 100, at),
                    Line.credit(APPLIED, 100, at))));
            if (i < allotments) {
                post(ImmutableList.of(entry(Line.debit(AVAILABLE, PLENTY, at), Line.credit(SOURCE, PLENTY, at))));
            }
        }
        entries = all.build();
    }

    /** One entry of four lines. */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void entriesOfFourLines() {
        for (ImmutableList<Entry> one : entries) {
            post(one);
        }
    }

    private void post(ImmutableList<Entry> one) {
        if (!ledger.post(one).isAccepted()) {
            throw new IllegalStateException("refused: " + one);
        }
    }

    private static Entry entry(Line... lines) {
        return new Entry(
                LEDGER, Basis.CONTROL, "benchmark", DAY, DAY, ImmutableList.copyOf(lines), "", Optional.empty());
    }

    private static Ledger ledger() {
        Chart chart = Chart.of(
                LEDGER,
                ImmutableList.of(
                        account(SOURCE, "1", Side.CREDIT),
                        account(AVAILABLE, "2", Side.DEBIT),
                        account(APPLIED, "3", Side.DEBIT),
                        account(PAID, "4", Side.DEBIT)));
        Limit limit = new Limit(
                new Reason("ledger.over", "Over", "超", "{available}", "{available}", Source.own("benchmark")),
                ImmutableList.of(Measure.Term.plus("available", AVAILABLE)),
                ImmutableList.of(ALLOTMENT),
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
        Ledger ledger = Ledger.of(Books.of(
                DIMENSIONS,
                ImmutableList.of(new Books.Keeping(chart, ImmutableList.of(AGENCY), Optional.empty())),
                ImmutableList.of(limit),
                ImmutableList.of()));
        if (!ledger.open(LEDGER, "", YearMonth.from(DAY)).isAccepted()) {
            throw new IllegalStateException("month does not open");
        }
        return ledger;
    }

    private static Account account(Meaning meaning, String code, Side side) {
        return new Account(
                meaning,
                code,
                meaning.name(),
                meaning.name(),
                Basis.CONTROL,
                "CONTROL",
                side,
                Optional.empty(),
                Source.own("benchmark"));
    }
}
