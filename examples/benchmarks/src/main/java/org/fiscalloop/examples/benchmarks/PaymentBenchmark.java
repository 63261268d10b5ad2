package org.fiscalloop.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.fiscalloop.journal.InMemoryJournal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole payments on one thread, from request to receipt and clearing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms8g", "-Xmx8g"})
public class PaymentBenchmark {
    /** One hot allotment, or a thousand. */
    @Param({"1", "1000"})
    int allotments;

    private Payments payments = new Payments(new InMemoryJournal(), 1);

    /** A new loop for each iteration, so that none grows without bound. */
    @Setup
    public void open() {
        payments = new Payments(new InMemoryJournal(), allotments);
    }

    /** One whole payment. */
    @Benchmark
    public void wholePayment() {
        payments.pay();
    }
}
