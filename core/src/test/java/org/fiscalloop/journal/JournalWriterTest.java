package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalWriterTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** A journal in memory whose first batch waits for a signal, and which may fail. */
    private static final class Gated implements Journal {

        private final InMemoryJournal journal = new InMemoryJournal();
        private final List<Integer> batches = new ArrayList<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private final Set<Integer> failing = new HashSet<>();
        private Throwable failure = new IllegalStateException("disk full");

        @Override
        public void append(ImmutableList<StoredRecord> batch) {
            batches.add(batch.size());
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            if (failing.contains(batches.size())) {
                throwFailure();
            }
            journal.append(batch);
        }

        private void throwFailure() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public StoredRecord read(long position) {
            return journal.read(position);
        }

        @Override
        public long size() {
            return journal.size();
        }
    }

    private static Bytes bytes(long value) {
        return Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }

    private static void assertClosed(Future<?> waiting) {
        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(JournalClosedException.class);
    }

    @Test
    void records_are_appended_in_the_order_of_enqueuing() {
        InMemoryJournal journal = new InMemoryJournal();
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);

        assertThat(writer.enqueue(bytes(10))).isZero();
        assertThat(writer.enqueue(bytes(11))).isEqualTo(1);
        assertThat(writer.size()).isEqualTo(2);
        assertThat(journal.size()).isZero();

        writer.await(0);

        assertThat(journal.size()).isEqualTo(2);
        assertThat(writer.append(bytes(12))).isEqualTo(2);
        assertThat(writer.size()).isEqualTo(3);
        assertThat(journal.from(0))
                .toIterable()
                .extracting(StoredRecord::bytes)
                .containsExactly(bytes(10), bytes(11), bytes(12));
        writer.await(1);
    }

    @Test
    void a_writer_goes_on_at_the_end_of_its_journal() {
        InMemoryJournal journal = new InMemoryJournal();
        new JournalWriter(journal, HashChain.SHA_256).append(bytes(10));

        JournalWriter again = new JournalWriter(journal, HashChain.SHA_256);

        assertThat(again.size()).isEqualTo(1);
        assertThat(again.append(bytes(11))).isEqualTo(1);
        assertThat(again.enqueue(bytes(12))).isEqualTo(2);
        assertThat(again.read(0)).isEqualTo(bytes(10));
        assertThat(again.read(1)).isEqualTo(bytes(11));
        assertThat(again.read(2)).isEqualTo(bytes(12));
    }

    @Test
    void a_position_not_taken_cannot_be_awaited_or_read() {
        JournalWriter writer = new JournalWriter(new InMemoryJournal(), HashChain.SHA_256);
        writer.enqueue(bytes(10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.await(1))
                .withMessage("position 1 is not taken, the next is 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.read(1))
                .withMessage("position 1 is not taken, the next is 1");
    }

    @Test
    void records_that_gather_while_one_writes_are_written_together() throws Exception {
        Gated journal = new Gated();
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);
        writer.enqueue(bytes(10));
        writer.enqueue(bytes(11));
        Future<?> leader = threads.submit(() -> writer.await(0));
        journal.entered.await();
        List<Future<?>> followers = new ArrayList<>();
        for (int i = 2; i < 6; i++) {
            long position = writer.enqueue(bytes(10 + i));
            followers.add(threads.submit(() -> writer.await(position)));
        }

        assertThat(writer.size()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            assertThat(writer.read(i)).isEqualTo(bytes(10 + i));
        }
        assertThat(journal.size()).isZero();
        assertThat(leader.isDone()).isFalse();
        journal.open.countDown();
        leader.get();
        for (Future<?> follower : followers) {
            follower.get();
        }

        assertThat(journal.batches).containsExactly(2, 4);
        assertThat(journal.size()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            assertThat(writer.read(i)).isEqualTo(bytes(10 + i));
            assertThat(journal.read(i).bytes()).isEqualTo(bytes(10 + i));
        }
        assertThat(HashChain.SHA_256.firstBreak(journal)).isEmpty();
    }

    @Test
    void when_an_append_fails_all_who_wait_and_all_who_come_hear_it() throws Exception {
        Gated journal = new Gated();
        journal.failing.add(1);
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);
        writer.enqueue(bytes(10));
        Future<?> leader = threads.submit(() -> writer.await(0));
        journal.entered.await();
        long second = writer.enqueue(bytes(11));
        Future<?> follower = threads.submit(() -> writer.await(second));
        journal.open.countDown();

        assertClosed(leader);
        assertClosed(follower);
        assertThatThrownBy(() -> writer.enqueue(bytes(12)))
                .isInstanceOf(JournalClosedException.class)
                .hasMessageStartingWith("outcome unknown: ")
                .hasMessageContaining("disk full")
                .hasCause(journal.failure);
        assertThatThrownBy(() -> writer.append(bytes(12))).isInstanceOf(JournalClosedException.class);
        assertThatThrownBy(() -> writer.await(0)).isInstanceOf(JournalClosedException.class);
        assertThat(journal.batches).hasSize(1);
    }

    @Test
    void what_was_stored_before_a_failure_stays_acknowledged() {
        Gated journal = new Gated();
        journal.open.countDown();
        journal.failing.add(2);
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);
        writer.append(bytes(10));

        assertThatThrownBy(() -> writer.append(bytes(11))).isInstanceOf(JournalClosedException.class);

        writer.await(0);
        assertThat(writer.read(0)).isEqualTo(bytes(10));
        assertThat(journal.size()).isEqualTo(1);
    }

    @Test
    void an_error_of_the_machine_closes_it_too() {
        Gated journal = new Gated();
        journal.open.countDown();
        journal.failing.add(1);
        journal.failure = new OutOfMemoryError("heap");
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);

        assertThatThrownBy(() -> writer.append(bytes(10)))
                .isInstanceOf(JournalClosedException.class)
                .hasCause(journal.failure);
        assertThatThrownBy(() -> writer.append(bytes(11))).isInstanceOf(JournalClosedException.class);
    }

    @Test
    void many_callers_are_acknowledged_only_when_their_record_is_stored() throws Exception {
        InMemoryJournal journal = new InMemoryJournal();
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);
        int callers = 8;
        int each = 2_000;
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            long caller = i;
            running.add(threads.submit(() -> {
                long last = -1;
                boolean held = true;
                for (long n = 0; n < each; n++) {
                    Bytes record = bytes(caller << 32 | n);
                    long position = writer.append(record);
                    held &= journal.size() > position
                            && journal.read(position).bytes().equals(record)
                            && position > last;
                    last = position;
                }
                return held;
            }));
        }
        for (Future<Boolean> caller : running) {
            assertThat(caller.get()).isTrue();
        }

        assertThat(journal.size()).isEqualTo((long) callers * each);
        assertThat(HashChain.SHA_256.firstBreak(journal)).isEmpty();
        long[] next = new long[callers];
        journal.from(0).forEachRemaining(record -> {
            long value = record.bytes().buffer().getLong();
            int caller = (int) (value >>> 32);
            assertThat(value & 0xFFFFFFFFL).isEqualTo(next[caller]++);
        });
    }

    @Test
    void many_callers_hear_of_a_failure_and_none_waits_for_ever() throws Exception {
        Gated journal = new Gated();
        journal.open.countDown();
        journal.failing.add(20);
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> {
                for (int n = 0; n < 10_000; n++) {
                    acknowledged.add(writer.append(bytes(n)));
                }
            }));
        }
        for (Future<?> caller : running) {
            assertClosed(caller);
        }

        assertThat(acknowledged).hasSize((int) journal.size());
        assertThat(acknowledged).allMatch(position -> position < journal.size());
    }
}
