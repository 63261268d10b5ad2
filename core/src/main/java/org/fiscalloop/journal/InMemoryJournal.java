package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A journal in memory: records lie one after the other in large chunks, and an index holds where each begins.
 *
 * <p>Reading copies nothing and takes no lock. What a record needs is written before the size that makes it visible.
 */
public final class InMemoryJournal implements Journal {

    private static final int CHUNK = 1 << 20;
    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;
    /** Before each record: its length and that of its hash. */
    private static final int LENGTHS = 2 * Integer.BYTES;

    private final Object appending = new Object();
    private volatile byte[][] chunks = new byte[0][];
    private volatile long[][] pages = new long[0][];
    private volatile long size;
    /** Where the last chunk is free; a first chunk is made for the first record. */
    private int free = CHUNK;

    /** An empty journal. */
    public InMemoryJournal() {}

    @Override
    public void append(ImmutableList<StoredRecord> batch) {
        synchronized (appending) {
            long position = size;
            for (StoredRecord record : batch) {
                if (record.position() != position) {
                    throw new IllegalArgumentException(
                            "position " + record.position() + " does not go on where the journal ends: " + position);
                }
                place(position, store(record));
                position++;
            }
            size = position;
        }
    }

    @Override
    public StoredRecord read(long position) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("position " + position + " is not in the journal of " + size);
        }
        long place = pages[(int) (position >>> PAGE_BITS)][(int) position & (PAGE - 1)];
        byte[] chunk = chunks[(int) (place >>> 32)];
        int at = (int) place;
        ByteBuffer lengths = ByteBuffer.wrap(chunk, at, LENGTHS);
        int length = lengths.getInt();
        int hashLength = lengths.getInt();
        int start = at + LENGTHS;
        return new StoredRecord(
                position, Bytes.view(chunk, start, length), Bytes.view(chunk, start + length, hashLength));
    }

    @Override
    public long size() {
        return size;
    }

    /** Puts a record into the last chunk, or into a new one that is as large as it must be. */
    private long store(StoredRecord record) {
        int length = record.bytes().length();
        int hashLength = record.hash().length();
        int needed = Math.addExact(LENGTHS + hashLength, length);
        if (free + (long) needed > CHUNK) {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new byte[Math.max(CHUNK, needed)];
            free = 0;
        }
        byte[] chunk = chunks[chunks.length - 1];
        int at = free;
        ByteBuffer.wrap(chunk, at, LENGTHS).putInt(length).putInt(hashLength);
        record.bytes().copyTo(chunk, at + LENGTHS);
        record.hash().copyTo(chunk, at + LENGTHS + length);
        free = at + needed;
        return ((long) (chunks.length - 1) << 32) | at;
    }

    private void place(long position, long place) {
        int page = (int) (position >>> PAGE_BITS);
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + 1);
            pages[page] = new long[PAGE];
        }
        pages[page][(int) position & (PAGE - 1)] = place;
    }
}
