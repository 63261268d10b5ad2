package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one way into a journal, for many callers: group commit without a thread of its own.
 *
 * <p>A caller {@link #enqueue enqueues} its record, which fixes the position, and then {@link #await awaits} it. The
 * first to wait while nobody writes becomes the leader: it hashes and appends everything enqueued so far, while others
 * go on enqueuing; then it wakes all, and one of those whose record came later leads next.
 *
 * <p>When an append fails the writer closes itself: every caller whose record is not known to be stored, and every later
 * one, hears {@link JournalClosedException}.
 */
public final class JournalWriter {

    private final Journal journal;
    private final HashChain.Link chain;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();

    // All guarded by the lock; the batch that a leader writes does not change while it writes.
    private List<Bytes> writing = new ArrayList<>();
    private List<Bytes> waiting = new ArrayList<>();
    private long stored;
    private boolean led;
    private Optional<Throwable> failure = Optional.empty();

    /** A writer that goes on at the end of a journal. There is one for a journal at a time. */
    public JournalWriter(Journal journal, HashChain chain) {
        this.journal = journal;
        this.chain = chain.endOf(journal);
        this.stored = journal.size();
    }

    /** Takes a record in, and gives the position that it will have: positions follow the order of the calls. */
    public long enqueue(Bytes record) {
        lock.lock();
        try {
            refuseWhenClosed();
            waiting.add(record);
            return end() - 1;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the record at a position, and all before it, are in the journal. */
    public void await(long position) {
        lock.lock();
        try {
            if (position >= end()) {
                throw new IllegalArgumentException("position " + position + " is not taken, the next is " + end());
            }
            while (position >= stored) {
                refuseWhenClosed();
                if (led) {
                    written.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a record in and returns its position when it is in the journal. */
    public long append(Bytes record) {
        long position = enqueue(record);
        await(position);
        return position;
    }

    /** The bytes of a record taken in, whether or not it is in the journal yet. */
    public Bytes read(long position) {
        lock.lock();
        try {
            if (position >= end()) {
                throw new IllegalArgumentException("position " + position + " is not taken, the next is " + end());
            }
            if (position >= stored) {
                int ahead = Math.toIntExact(position - stored);
                return ahead < writing.size() ? writing.get(ahead) : waiting.get(ahead - writing.size());
            }
        } finally {
            lock.unlock();
        }
        return journal.read(position).bytes();
    }

    /** The number of records taken in, which is the position of the next one. */
    public long size() {
        lock.lock();
        try {
            return end();
        } finally {
            lock.unlock();
        }
    }

    private long end() {
        return stored + writing.size() + waiting.size();
    }

    private void refuseWhenClosed() {
        if (failure.isPresent()) {
            throw new JournalClosedException(failure.get());
        }
    }

    /** Writes all that waits, with the lock released meanwhile. */
    private void lead() {
        List<Bytes> batch = waiting;
        waiting = writing;
        writing = batch;
        led = true;
        long first = stored;
        lock.unlock();
        Optional<Throwable> problem = Optional.empty();
        try {
            journal.append(hashed(batch, first));
        } catch (Throwable thrown) {
            // Whatever it was, even an error of the machine: nobody may believe that the batch is stored.
            problem = Optional.of(thrown);
        }
        lock.lock();
        led = false;
        failure = problem;
        if (problem.isEmpty()) {
            stored += batch.size();
            batch.clear();
        }
        written.signalAll();
    }

    private ImmutableList<StoredRecord> hashed(List<Bytes> batch, long first) {
        ImmutableList.Builder<StoredRecord> records = ImmutableList.builderWithExpectedSize(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Bytes record = batch.get(i);
            records.add(new StoredRecord(first + i, record, chain.add(record)));
        }
        return records.build();
    }
}
