package org.fiscalloop.examples.vendor.idioms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** How many payments a second each idiom makes, in windows that alternate between the idioms. */
final class Measurement {
    private static final int TIGHT_ROOM = 100;
    private static final int TIGHT_ASKED = 400;
    /** More payments than any window makes. */
    private static final int AMPLE_ROOM = 10_000_000;

    private static final long NANOS = 1_000_000_000L;

    private final ImmutableList<Idiom> idioms;
    private final Size size;

    /**
     * How much is measured.
     *
     * @param windowMillis length of a window
     * @param rounds windows of each idiom; the one in the middle counts
     * @param allotments allotments that are paid from in turn where none is hot
     * @param preparedEach payments that are prepared for each window where an idiom needs that
     */
    record Size(long windowMillis, int rounds, int allotments, int preparedEach) {}

    /**
     * What was measured of an idiom with a number of connections.
     *
     * @param cold payments a second, from each allotment in turn
     * @param hot payments a second, from one allotment
     * @param overspent payments made beyond the 100 for which one allotment had room, of 400 asked
     */
    record Row(String idiom, int connections, long cold, long hot, long overspent) {}

    Measurement(ImmutableList<Idiom> idioms, Size size) {
        this.idioms = idioms;
        this.size = size;
    }

    /** A row for each idiom, with so many connections. */
    ImmutableList<Row> with(int connections) throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(connections);
        try {
            List<Long> cold = paid(callers, connections, size.allotments);
            List<Long> hot = paid(callers, connections, 1);
            ImmutableList.Builder<Row> rows = ImmutableList.builder();
            for (int i = 0; i < idioms.size(); i++) {
                rows.add(new Row(
                        idioms.get(i).title(),
                        connections,
                        cold.get(i),
                        hot.get(i),
                        overspent(callers, connections, idioms.get(i))));
            }
            return rows.build();
        } finally {
            callers.shutdownNow();
        }
    }

    /** Payments a second of each idiom; the windows of the first round warm up. */
    private List<Long> paid(ExecutorService callers, int connections, int allotments)
            throws InterruptedException, ExecutionException {
        List<List<Long>> windows = new ArrayList<>();
        List<AtomicInteger> numbers = new ArrayList<>();
        for (Idiom idiom : idioms) {
            idiom.begin(allotments, AMPLE_ROOM);
            windows.add(new ArrayList<>());
            numbers.add(new AtomicInteger());
        }
        for (int round = 0; round <= size.rounds; round++) {
            for (int i = 0; i < idioms.size(); i++) {
                AtomicInteger number = numbers.get(i);
                idioms.get(i).prepare(number.get() + size.preparedEach);
                long start = System.nanoTime();
                long end = start + size.windowMillis * (NANOS / 1000);
                long paid = pay(callers, connections, idioms.get(i), number, end);
                if (round > 0) {
                    windows.get(i).add(paid * NANOS / (System.nanoTime() - start));
                }
            }
        }
        List<Long> medians = new ArrayList<>();
        windows.forEach(all -> medians.add(Ordering.natural().sortedCopy(all).get(all.size() / 2)));
        return medians;
    }

    private static long overspent(ExecutorService callers, int connections, Idiom idiom)
            throws InterruptedException, ExecutionException {
        idiom.begin(1, TIGHT_ROOM);
        idiom.prepare(TIGHT_ASKED);
        AtomicInteger number = new AtomicInteger();
        List<Future<Boolean>> running = new ArrayList<>();
        for (int caller = 0; caller < connections; caller++) {
            running.add(callers.submit(() -> {
                for (int n = number.getAndIncrement(); n < TIGHT_ASKED; n = number.getAndIncrement()) {
                    boolean unused = idiom.pay(n);
                }
                return true;
            }));
        }
        for (Future<Boolean> one : running) {
            boolean unused = one.get();
        }
        return idiom.overspent();
    }

    /** Payments that the callers make until the end of the window, or of what is prepared. */
    private static long pay(ExecutorService callers, int connections, Idiom idiom, AtomicInteger number, long end)
            throws InterruptedException, ExecutionException {
        List<Future<Long>> running = new ArrayList<>();
        for (int caller = 0; caller < connections; caller++) {
            running.add(callers.submit(() -> {
                long paid = 0;
                while (System.nanoTime() < end) {
                    int next = number.getAndIncrement();
                    if (next >= idiom.prepared()) {
                        number.set(idiom.prepared());
                        break;
                    }
                    paid += idiom.pay(next) ? 1 : 0;
                }
                return paid;
            }));
        }
        long sum = 0;
        for (Future<Long> one : running) {
            sum += one.get();
        }
        return sum;
    }
}
