package org.fiscalloop.journal;

import com.google.common.base.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A growing run of bytes in the journal's canonical form, with the texts and shared values already written to it.
 *
 * <p>Numbers are little-endian base 128; signed ones fold the sign into the lowest bit. A text is twice its length and
 * its UTF-8 bytes; where it occurs again it is twice its number plus one. One output serves one thread, record after
 * record: {@link #clear} forgets what was written and keeps the memory, and the texts that records have in common.
 */
public final class Output {

    private static final int MOST_SHARED = 64;

    private byte[] buffer = new byte[512];
    private int size;
    private final Texts texts = new Texts();
    private Map<Object, Integer> shared = new HashMap<>();

    /** An empty output. */
    public Output() {}

    /** Forgets what was written. */
    public void clear() {
        size = 0;
        texts.clear();
        if (shared.size() > MOST_SHARED) {
            // Clearing a map costs its capacity, which one long record would leave to all later ones.
            shared = new HashMap<>();
        } else {
            shared.clear();
        }
    }

    /** A copy of what was written since the last {@link #clear}. */
    public Bytes toBytes() {
        return Bytes.view(Arrays.copyOf(buffer, size), 0, size);
    }

    void unsigned(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    void flag(boolean value) {
        unsigned(value ? 1 : 0);
    }

    void raw(Bytes bytes) {
        reserve(bytes.length());
        bytes.copyTo(buffer, size);
        size += bytes.length();
    }

    /** A text; the empty one is a single zero and never numbered. */
    void text(String text) {
        if (text.isEmpty()) {
            unsigned(0);
            return;
        }
        Text known = texts.find(text);
        if (known.isOf(texts.record)) {
            unsigned(2L * known.number + 1);
        } else {
            unsigned(2L * known.utf8.length);
            append(known.utf8);
            known.number(texts.record, texts.count++);
        }
    }

    /** Whether an equal value was written before: then its number is written; else a zero, and the value must follow. */
    boolean repeated(Object value) {
        Integer number = shared.putIfAbsent(value, shared.size() + 1);
        unsigned(number == null ? 0 : number);
        return number != null;
    }

    private void append(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void reserve(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(size, more), Math.multiplyExact(2, buffer.length)));
        }
    }

    /** The first slot to look at in a table whose length is a power of two. */
    private static int slotOf(String text, int length) {
        int spread = text.hashCode() * 0x9E3779B9;
        return (spread ^ (spread >>> 16)) & (length - 1);
    }

    /** A text in UTF-8, and its number in the last record that held it. */
    private static final class Text {

        private final String text;
        private final byte[] utf8;
        private long record;
        private int number;

        Text(String text) {
            this.text = text;
            this.utf8 = text.getBytes(StandardCharsets.UTF_8);
            // Refuses an unpaired surrogate with an IllegalArgumentException, where getBytes puts a question mark.
            if (Utf8.encodedLength(text) != utf8.length) {
                throw new IllegalStateException("two lengths in UTF-8: " + text);
            }
        }

        boolean is(String other) {
            return text.equals(other);
        }

        boolean isOf(long someRecord) {
            return record == someRecord;
        }

        void number(long ofRecord, int inOrder) {
            record = ofRecord;
            number = inOrder;
        }
    }

    /**
     * The texts of the last records, found by hash. Most texts of a record occur in many, so they are encoded once;
     * between two records all are forgotten when too many have gathered. Only the order of arrival in a record decides a
     * number, never a hash.
     */
    private static final class Texts {

        private static final int SLOTS = 64;
        private static final int MOST_KEPT = 1024;

        private Text[] table = new Text[SLOTS];
        private int filled;
        private long record = 1;
        private int count;

        Text find(String text) {
            int slot = slotOf(text, table.length);
            for (Text seen = table[slot]; seen != null; seen = table[slot]) {
                if (seen.is(text)) {
                    return seen;
                }
                slot = (slot + 1) & (table.length - 1);
            }
            return add(slot, new Text(text));
        }

        void clear() {
            record++;
            count = 0;
            if (filled > MOST_KEPT) {
                table = new Text[SLOTS];
                filled = 0;
            }
        }

        private Text add(int slot, Text text) {
            table[slot] = text;
            filled++;
            if (filled > table.length / 4 * 3) {
                Text[] old = table;
                table = new Text[2 * old.length];
                for (Text moved : old) {
                    if (moved != null) {
                        table[freeSlot(moved.text)] = moved;
                    }
                }
            }
            return text;
        }

        private int freeSlot(String text) {
            int slot = slotOf(text, table.length);
            while (table[slot] != null) {
                slot = (slot + 1) & (table.length - 1);
            }
            return slot;
        }
    }
}
