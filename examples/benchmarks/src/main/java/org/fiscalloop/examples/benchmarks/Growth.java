package org.fiscalloop.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.loop.FiscalLoop;

/**
 * A million payments in one loop: what one costs as the loop grows, the heap at the end without the journal's bytes, and
 * how long the journal takes to replay. Arguments: number of payments, number of allotments.
 */
public final class Growth {
    private static final int WINDOW = 10_000;
    private static final long MEBIBYTE = 1L << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Growth() {}

    /** Prints one line for each tenth of the way. */
    public static void main(String[] args) {
        int total = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int allotments = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        new Payments(new InMemoryJournal(), allotments);
        warmUp(allotments);
        InMemoryJournal journal = new InMemoryJournal();
        Payments payments = new Payments(journal, allotments);
        for (int done = 0; done < total; done += WINDOW) {
            long start = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            long userStart = THREADS.getCurrentThreadUserTime();
            for (int i = 0; i < WINDOW; i++) {
                payments.pay();
            }
            long cpu = (THREADS.getCurrentThreadCpuTime() - cpuStart) / WINDOW;
            long user = (THREADS.getCurrentThreadUserTime() - userStart) / WINDOW;
            long each = (System.nanoTime() - start) / WINDOW;
            int after = done + WINDOW;
            if (after == WINDOW || after % (total / 10) == 0) {
                System.out.println(after + " payments: " + each + " ns each, of it on the processor " + cpu
                        + ", of that outside the operating system " + user);
            }
        }
        report(journal, payments);
    }

    private static void warmUp(int allotments) {
        Payments payments = new Payments(new InMemoryJournal(), allotments);
        for (int i = 0; i < 5 * WINDOW; i++) {
            payments.pay();
        }
    }

    private static void report(InMemoryJournal journal, Payments payments) {
        long bytes = 0;
        for (long position = 0; position < journal.size(); position++) {
            bytes += journal.read(position).bytes().length();
        }
        long heap = used();
        System.out.println("records: " + journal.size() + ", journal " + bytes / MEBIBYTE + " MiB");
        System.out.println(
                "heap: " + heap / MEBIBYTE + " MiB, without the journal's bytes " + (heap - bytes) / MEBIBYTE + " MiB");
        long start = System.nanoTime();
        FiscalLoop replayed = FiscalLoop.open(journal, payments.loop().rules());
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("replay: " + millis + " ms, " + journal.size() * 1000 / Math.max(1, millis) + " records/s");
        System.out.println(
                "same state: " + replayed.digest().equals(payments.loop().digest()));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
