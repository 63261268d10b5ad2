package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest {

    private final InMemoryJournal journal = new InMemoryJournal();

    static StoredRecord stored(long position, Bytes bytes) {
        return new StoredRecord(position, bytes, Bytes.fromHex("%064x".formatted(position)));
    }

    private static Bytes bytes(long position) {
        return Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
    }

    private static Bytes large(int length) {
        return Bytes.copyOf(ByteBuffer.allocate(length).put(0, (byte) 1).put(length - 1, (byte) 2));
    }

    @Test
    void a_new_journal_is_empty() {
        assertThat(journal.size()).isZero();
        assertThat(journal.from(0).hasNext()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.read(0))
                .withMessage("position 0 is not in the journal of 0");
    }

    @Test
    void records_are_read_as_they_were_appended() {
        StoredRecord zero = stored(0, bytes(7));
        StoredRecord one = stored(1, Bytes.fromHex(""));
        StoredRecord two = stored(2, bytes(9));

        journal.append(ImmutableList.of(zero, one));
        journal.append(ImmutableList.of());
        journal.append(ImmutableList.of(two));

        assertThat(journal.size()).isEqualTo(3);
        assertThat(journal.read(0)).isEqualTo(zero);
        assertThat(journal.read(1)).isEqualTo(one);
        assertThat(journal.read(2)).isEqualTo(two);
        assertThatIllegalArgumentException().isThrownBy(() -> journal.read(3));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.read(-1));
    }

    @Test
    void a_gap_is_refused_and_nothing_is_appended() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append(ImmutableList.of(stored(0, bytes(0)), stored(2, bytes(2)))))
                .withMessage("position 2 does not go on where the journal ends: 1");
        assertThat(journal.size()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> journal.read(0));

        journal.append(ImmutableList.of(stored(0, bytes(5))));

        assertThat(journal.read(0).bytes()).isEqualTo(bytes(5));
    }

    @Test
    void records_as_large_as_a_chunk_or_larger_are_kept() {
        int chunk = 1 << 20;
        int overhead = 8 + 32;
        ImmutableList<Integer> lengths = ImmutableList.of(
                10, chunk - overhead, chunk - overhead - 50, 10, 1, chunk, 3 * chunk, 10, chunk / 2, chunk / 2, 10);
        ImmutableList.Builder<StoredRecord> records = ImmutableList.builder();
        for (int i = 0; i < lengths.size(); i++) {
            records.add(stored(i, large(lengths.get(i))));
        }

        journal.append(records.build());

        assertThat(ImmutableList.copyOf(journal.from(0))).isEqualTo(records.build());
    }

    @Test
    void a_hundred_thousand_records_are_found_by_position() {
        for (int position = 0; position < 100_000; position++) {
            journal.append(ImmutableList.of(stored(position, bytes(position))));
        }

        for (int position = 0; position < 100_000; position += 77) {
            assertThat(journal.read(position)).isEqualTo(stored(position, bytes(position)));
        }
    }

    @Test
    void a_cursor_reads_from_a_position_to_the_end_it_found() {
        journal.append(ImmutableList.of(stored(0, bytes(0)), stored(1, bytes(1)), stored(2, bytes(2))));

        try (Journal.Cursor cursor = journal.from(1)) {
            journal.append(ImmutableList.of(stored(3, bytes(3))));

            assertThat(cursor.next().position()).isEqualTo(1);
            assertThat(cursor.hasNext()).isTrue();
            assertThat(cursor.next().position()).isEqualTo(2);
            assertThat(cursor.hasNext()).isFalse();
            assertThatThrownBy(cursor::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("the journal ends at 3");
        }
        assertThat(journal.from(4).hasNext()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.from(5))
                .withMessage("position 5 is not within 0 to 4");
        assertThatIllegalArgumentException().isThrownBy(() -> journal.from(-1));
    }

    @Test
    void readers_see_whole_records_while_one_appends() throws Exception {
        int count = 60_000;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(reader(count)));
            }
            Future<?> writer = threads.submit(() -> {
                for (int position = 0; position < count; position += 2) {
                    journal.append(ImmutableList.of(
                            stored(position, bytes(position)), stored(position + 1, bytes(position + 1))));
                }
            });
            writer.get();
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads the newest record over and over until the journal is full. */
    private Callable<Boolean> reader(int count) {
        return () -> {
            long size = 0;
            while (size < count) {
                size = journal.size();
                if (size > 0 && !journal.read(size - 1).equals(stored(size - 1, bytes(size - 1)))) {
                    return false;
                }
            }
            return true;
        };
    }
}
