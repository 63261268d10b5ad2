package org.fiscalloop.examples.scenarios;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Hears how far a run has come. */
@FunctionalInterface
interface Progress {
    /** Says nothing. */
    Progress NONE = (done, of) -> {};

    /** So many steps of so many are done. */
    void at(int done, int of);

    /** One line on a terminal, rewritten as the run goes on; a run that is over soon shows none. */
    static Progress on(PrintStream terminal, LongSupplier nanos) {
        return new Line(terminal, nanos, nanos.getAsLong());
    }

    /** The line, and when it was written last. */
    final class Line implements Progress {
        private static final long FIRST = 1_000_000_000L;
        private static final long AGAIN = 200_000_000L;
        private static final String CLEAR = "\r\u001B[K";

        private final PrintStream terminal;
        private final LongSupplier nanos;
        private long next;
        private boolean isShown;

        private Line(PrintStream terminal, LongSupplier nanos, long start) {
            this.terminal = terminal;
            this.nanos = nanos;
            this.next = start + FIRST;
        }

        @Override
        public void at(int done, int of) {
            if (done == of && isShown) {
                terminal.print(CLEAR);
                terminal.flush();
                isShown = false;
            } else if (done < of && nanos.getAsLong() - next >= 0) {
                terminal.print(CLEAR + done + " of " + of + " steps");
                terminal.flush();
                isShown = true;
                next = nanos.getAsLong() + AGAIN;
            }
        }
    }
}
