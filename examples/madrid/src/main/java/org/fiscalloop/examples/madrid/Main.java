package org.fiscalloop.examples.madrid;

import com.google.common.collect.ImmutableList;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;

/** Plays the whole year. Arguments: the levels of control, {@code centre+chapter} and {@code line}; both where none is given. */
public final class Main {
    private static final long MEBIBYTE = 1L << 20;

    private Main() {}

    /** Prints a page for each level, with the time and the memory it took. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        ImmutableList<Level> levels = args.length == 0
                ? ImmutableList.copyOf(Level.values())
                : Arrays.stream(args).map(Level::parse).collect(ImmutableList.toImmutableList());
        MadridData data = MadridData.whole();
        for (Level level : levels) {
            Journal journal = new InMemoryJournal();
            CityYear year = CityYear.play(data, level, journal);
            new Report(year, out).print(level);
            measure(year, journal, out);
        }
    }

    private static void measure(CityYear year, Journal journal, PrintStream out) {
        long sinceStart = ManagementFactory.getRuntimeMXBean().getUptime();
        long bytes = 0;
        for (long i = 0; i < journal.size(); i++) {
            bytes += journal.read(i).bytes().length();
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        out.println("by the clock (of the processor): " + year.watch().text() + "; since the JVM started " + sinceStart
                + " ms");
        out.println(journal.size() + " records, " + bytes / MEBIBYTE + " MiB; heap in use " + used / MEBIBYTE
                + " MiB with the journal in it");
        out.println();
    }
}
