package org.fiscalloop.loop;

import com.google.common.primitives.UnsignedInts;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Journal positions by name, eight bytes each whatever the name: the name itself stands in the record at the position,
 * where a lookup compares it.
 */
final class PositionIndex {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private int bits = 10;

    /** The upper half of a hash, and position + 1, in the place that the hash gives or after it; 0 where there is none. */
    private long[] slots = new long[1 << bits];

    private int size;

    /** A 64-bit hash of two names together. */
    static long hash(String first, String second) {
        long hash = 0;
        for (int i = 0; i < first.length(); i++) {
            hash = (hash ^ first.charAt(i)) * MULTIPLIER;
        }
        hash = (hash ^ 0xFFFF) * MULTIPLIER;
        for (int i = 0; i < second.length(); i++) {
            hash = (hash ^ second.charAt(i)) * MULTIPLIER;
        }
        return hash ^ (hash >>> 29);
    }

    /** The position under a hash whose record is the one meant. */
    OptionalLong find(long hash, LongPredicate isMeant) {
        long found = slots[slot(tag(hash), isMeant)];
        return found == 0 ? OptionalLong.empty() : OptionalLong.of(position(found));
    }

    /** Adds a position under a hash; one that was there before stays and is found first unless it is not meant. */
    void add(long hash, long position) {
        if (size * 4L >= slots.length * 3L) {
            grow();
        }
        put(entry(tag(hash), position));
        size++;
    }

    /** Sets the position under a hash in the place of the one meant, or adds it. */
    void set(long hash, long position, LongPredicate isMeant) {
        int slot = slot(tag(hash), isMeant);
        if (slots[slot] == 0) {
            add(hash, position);
        } else {
            slots[slot] = entry(tag(hash), position);
        }
    }

    private static int tag(long hash) {
        return (int) ((hash * MULTIPLIER) >>> Integer.SIZE);
    }

    /** An array has no room for the positions that do not fit 32 bits. */
    private static long entry(int tag, long position) {
        return ((long) tag << Integer.SIZE) | UnsignedInts.toLong(UnsignedInts.checkedCast(position + 1));
    }

    private static int tagOf(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static long position(long entry) {
        return UnsignedInts.toLong((int) entry) - 1;
    }

    /** The slot of the one meant under a tag, or the empty one in which it would be. */
    private int slot(int tag, LongPredicate isMeant) {
        int slot = tag >>> (Integer.SIZE - bits);
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if (tagOf(entry) == tag && isMeant.test(position(entry))) {
                break;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void put(long entry) {
        slots[slot(tagOf(entry), any -> false)] = entry;
    }

    private void grow() {
        long[] old = slots;
        bits++;
        slots = new long[1 << bits];
        for (long entry : old) {
            if (entry != 0) {
                put(entry);
            }
        }
    }
}
