package org.fiscalloop.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.StoredRecord;

/** A journal in a temporary file, so that the heap holds what the loop keeps and nothing of the journal but where each record begins. */
final class FileJournal implements Journal, AutoCloseable {
    private static final int LENGTHS = 2 * Integer.BYTES;
    private static final int BUFFER = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer pending = ByteBuffer.allocateDirect(BUFFER);
    private long written;
    private long[] begins = new long[1 << 10];
    private int size;

    FileJournal() {
        try {
            Path path = Files.createTempFile("journal", ".bin");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public synchronized void append(ImmutableList<StoredRecord> batch) {
        for (StoredRecord record : batch) {
            int length = LENGTHS + record.bytes().length() + record.hash().length();
            if (size == begins.length) {
                begins = Arrays.copyOf(begins, 2 * size);
            }
            begins[size++] = written + pending.position();
            ByteBuffer whole = ByteBuffer.allocate(length)
                    .putInt(record.bytes().length())
                    .putInt(record.hash().length())
                    .put(record.bytes().buffer())
                    .put(record.hash().buffer())
                    .flip();
            while (whole.hasRemaining()) {
                if (!pending.hasRemaining()) {
                    flush();
                }
                int some = Math.min(pending.remaining(), whole.remaining());
                pending.put(whole.slice().limit(some));
                whole.position(whole.position() + some);
            }
        }
    }

    private void flush() {
        pending.flip();
        try {
            while (pending.hasRemaining()) {
                written += file.write(pending, written);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        pending.clear();
    }

    @Override
    public synchronized StoredRecord read(long position) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("position " + position + " is not in the journal of " + size);
        }
        long begin = begins[(int) position];
        ByteBuffer lengths = bytes(begin, LENGTHS);
        int length = lengths.getInt();
        int hash = lengths.getInt();
        return new StoredRecord(
                position,
                Bytes.copyOf(bytes(begin + LENGTHS, length)),
                Bytes.copyOf(bytes(begin + LENGTHS + length, hash)));
    }

    private ByteBuffer bytes(long begin, int length) {
        if (begin + length > written) {
            flush();
        }
        ByteBuffer into = ByteBuffer.allocate(length);
        try {
            while (into.hasRemaining()) {
                if (file.read(into, begin + into.position()) < 0) {
                    throw new IllegalStateException("the file ends within a record");
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return into.flip();
    }

    @Override
    public synchronized long size() {
        return size;
    }

    /** How many bytes the records have. */
    long length() {
        return written + pending.position();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
