package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The port to an append-only store of records (业务日志).
 *
 * <p>Records are appended by one {@link JournalWriter} at a time and read by any number of threads. A store that cannot
 * append throws whatever it likes: the writer then closes itself, and what reached the store is found on reopening.
 */
public interface Journal {

    /** Appends records, all or nothing, whose positions go on where the journal ends. */
    void append(ImmutableList<StoredRecord> batch);

    /** The record at a position. An {@link IllegalArgumentException} when the journal does not reach so far. */
    StoredRecord read(long position);

    /** The number of records, which is the position of the next one. */
    long size();

    /** The records from a position to the present end, in order, one by one. */
    default Cursor from(long position) {
        return new ReadingCursor(this, position, size());
    }

    /** Records in order; to be closed when its reader stops early, for a store that holds something open for it. */
    interface Cursor extends Iterator<StoredRecord>, AutoCloseable {
        @Override
        void close();
    }

    /** A cursor that reads position by position and holds nothing open. */
    final class ReadingCursor implements Cursor {

        private final Journal journal;
        private final long end;
        private long next;

        ReadingCursor(Journal journal, long start, long end) {
            if (start < 0 || start > end) {
                throw new IllegalArgumentException("position " + start + " is not within 0 to " + end);
            }
            this.journal = journal;
            this.next = start;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public StoredRecord next() {
            if (next >= end) {
                throw new NoSuchElementException("the journal ends at " + end);
            }
            return journal.read(next++);
        }

        @Override
        public void close() {}
    }
}
