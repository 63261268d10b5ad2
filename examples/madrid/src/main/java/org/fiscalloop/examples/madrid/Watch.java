package org.fiscalloop.examples.madrid;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;

/** A watch with laps, in whole milliseconds: by the clock, and of the processor for the thread that uses it. */
final class Watch {
    private static final long NANOS = 1_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Lap> laps = new LinkedHashMap<>();
    private Lap since = now();

    /**
     * A moment, or what has passed between two.
     *
     * @param clock by the clock, in nanoseconds
     * @param processor of the processor, in nanoseconds
     */
    private record Lap(long clock, long processor) {
        Lap since(Lap before) {
            return new Lap(clock - before.clock, processor - before.processor);
        }
    }

    private Lap now() {
        return new Lap(System.nanoTime(), threads.getCurrentThreadCpuTime());
    }

    /** What has passed since the lap before is this one. */
    void lap(String name) {
        Lap now = now();
        laps.put(name, now.since(since));
        since = now;
    }

    /** The laps in order: {@code rules 812 ms (790), budget 1504 ms (1480)}. */
    String text() {
        return laps.entrySet().stream()
                .map(lap -> lap.getKey() + " " + lap.getValue().clock() / NANOS + " ms ("
                        + lap.getValue().processor() / NANOS + ")")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
