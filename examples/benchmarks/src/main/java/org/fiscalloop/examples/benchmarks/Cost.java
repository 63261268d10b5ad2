package org.fiscalloop.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.fiscalloop.journal.InMemoryJournal;

/**
 * What one entry of the ledger and one whole payment cost in processor time and in memory allocated, whatever else runs on
 * the machine: the least, the tenth and the median of a hundred windows. Argument: number of allotments.
 */
public final class Cost {
    private static final int WINDOWS = 100;
    private static final int PAYMENTS = 1000;
    private static final int ENTRIES = 20_000;
    private static final int WARM_UP = 50;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Cost() {}

    /** Prints one line for the entry and one for the payment. */
    public static void main(String[] args) {
        int allotments = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        LedgerBenchmark ledger = new LedgerBenchmark();
        ledger.allotments = allotments;
        ledger.open();
        measure("entry of four lines", ENTRIES, () -> {
            for (int i = 0; i < ENTRIES / 1000; i++) {
                ledger.entriesOfFourLines();
            }
        });
        Payments payments = new Payments(new InMemoryJournal(), allotments);
        measure("payment", PAYMENTS, () -> {
            for (int i = 0; i < PAYMENTS; i++) {
                payments.pay();
            }
        });
    }

    private static void measure(String what, int number, Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        long[] nanos = new long[WINDOWS];
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < WINDOWS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            nanos[i] = (THREADS.getCurrentThreadCpuTime() - start) / number;
        }
        long bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / WINDOWS / number;
        Arrays.sort(nanos);
        System.out.println("one " + what + ": " + nanos[0] + ", " + nanos[WINDOWS / 10] + ", " + nanos[WINDOWS / 2]
                + " ns on the processor, " + bytes + " bytes allocated");
    }
}
