package org.fiscalloop.examples.vendor;

import com.google.common.collect.ImmutableSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Transactions on a database: committed once, rolled back whole, and made again when that can help. What is made here reads
 * only committed rows; what more it needs it locks.
 *
 * <p>Connections are kept for the next transaction, unless something went wrong on them.
 */
public final class Transactions implements AutoCloseable {
    /** 40001 serialization failure or deadlock, 40P01 deadlock, 23505 key twice, HYT00 and 55P03 waited too long. */
    private static final ImmutableSet<String> RACES = ImmutableSet.of("40001", "40P01", "23505", "HYT00", "55P03");

    /** Connection exceptions of the standard, the server going down, and H2's own for a connection that broke. */
    private static final ImmutableSet<String> CUTS = ImmutableSet.of("57P01", "57P02", "57P03", "90067", "90098");

    private static final String CONNECTION_EXCEPTION = "08";

    private final DataSource source;
    private final int attempts;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final LongAdder races = new LongAdder();
    private final LongAdder cuts = new LongAdder();

    /** What is done in a transaction: as often as it takes, so that it must not do anything else. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T in(Connection connection) throws SQLException;
    }

    /**
     * Transactions on a database.
     *
     * @param attempts how often one is made at most
     */
    public Transactions(DataSource source, int attempts) {
        this.source = source;
        this.attempts = attempts;
    }

    /** How often a transaction was made again because it met another: deadlocks, failures to serialize, rows that moved. */
    public long races() {
        return races.sum();
    }

    /** How often one was made again because its connection had broken. */
    public long cuts() {
        return cuts.sum();
    }

    // snippet: run
    /**
     * Does the work in a transaction and commits it. A transaction that lost a race or its connection is made again from the
     * start, even where nobody knows whether it was committed: an input that comes again is recognised by its id.
     *
     * @throws IllegalStateException if it fails for another reason, or each time
     */
    public <T> T run(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (LostRaceException lost) {
                again(races, attempt, lost);
            } catch (UnreadableException problem) {
                again(reason(problem.problem()), attempt, problem);
            } catch (SQLException problem) {
                again(reason(problem), attempt, problem);
            }
        }
    }
    // end

    private void again(LongAdder reason, int attempt, Exception problem) {
        if (attempt >= attempts) {
            throw new IllegalStateException("given up after " + attempt + " attempts", problem);
        }
        reason.increment();
    }

    /** Whether to try again: what is neither a race nor a cut would fail once more. */
    private LongAdder reason(SQLException problem) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        if (RACES.contains(state)) {
            return races;
        }
        if (CUTS.contains(state) || state.startsWith(CONNECTION_EXCEPTION)) {
            return cuts;
        }
        throw new IllegalStateException("the database refuses: " + problem.getMessage(), problem);
    }

    private <T> T once(Work<T> work) throws SQLException {
        Connection connection = take();
        boolean isWhole = false;
        try {
            T result = work.in(connection);
            connection.commit();
            isWhole = true;
            return result;
        } finally {
            if (isWhole) {
                idle.push(connection);
            } else {
                abandon(connection);
            }
        }
    }

    private Connection take() throws SQLException {
        Connection kept = idle.poll();
        if (kept != null) {
            return kept;
        }
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    /** Rolls back; a connection on which even that fails is broken, and the server rolls back by itself. */
    private void abandon(Connection connection) {
        try {
            connection.rollback();
            idle.push(connection);
        } catch (SQLException broken) {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            // It is closed all the same: nothing is left to do with it.
        }
    }

    @Override
    public void close() {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            close(kept);
        }
    }
}
