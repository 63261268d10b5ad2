package org.fiscalloop.loop;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Journal positions by name, sixteen bytes each whatever the name: the name itself stands in the record at the position,
 * where a lookup compares it.
 */
final class PositionIndex {
    private static final long EMPTY = -1;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[1 << 10];
    private long[] positions = filled(1 << 10);
    private int size;

    private static long[] filled(int length) {
        long[] empty = new long[length];
        Arrays.fill(empty, EMPTY);
        return empty;
    }

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
        int slot = slot(hash);
        while (positions[slot] != EMPTY) {
            if (hashes[slot] == hash && isMeant.test(positions[slot])) {
                return OptionalLong.of(positions[slot]);
            }
            slot = (slot + 1) & (positions.length - 1);
        }
        return OptionalLong.empty();
    }

    /** Adds a position under a hash; one that was there before stays and is found first unless it is not meant. */
    void add(long hash, long position) {
        if (size * 4L >= positions.length * 3L) {
            grow();
        }
        insert(hash, position);
        size++;
    }

    /** Sets the position under a hash in the place of the one meant, or adds it. */
    void set(long hash, long position, LongPredicate isMeant) {
        int slot = slot(hash);
        while (positions[slot] != EMPTY) {
            if (hashes[slot] == hash && isMeant.test(positions[slot])) {
                positions[slot] = position;
                return;
            }
            slot = (slot + 1) & (positions.length - 1);
        }
        add(hash, position);
    }

    private void insert(long hash, long position) {
        int slot = slot(hash);
        while (positions[slot] != EMPTY) {
            slot = (slot + 1) & (positions.length - 1);
        }
        hashes[slot] = hash;
        positions[slot] = position;
    }

    private int slot(long hash) {
        return (int) ((hash * MULTIPLIER) >>> 33) & (positions.length - 1);
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldPositions = positions;
        hashes = new long[oldHashes.length * 2];
        positions = filled(oldPositions.length * 2);
        for (int i = 0; i < oldPositions.length; i++) {
            if (oldPositions[i] != EMPTY) {
                insert(oldHashes[i], oldPositions[i]);
            }
        }
    }
}
