package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.payment.PaymentAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight callers at a time: the order in which they committed, given to a loop, ends in the same state. */
class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int PAYMENTS = 60;
    private static final long PAYMENT = 100;

    /** An input and its reply. */
    private record Answered(Input input, Reply reply) {}

    @ParameterizedTest
    @EnumSource
    void a_random_history_by_eight_threads_is_one_history(TestDatabase.Product product) throws Exception {
        long decidedAgain = 0;
        for (long seed = 4; decidedAgain == 0 && seed < 12; seed++) {
            decidedAgain = byEightThreads(product, RandomHistory.of(seed, 700));
        }
        assertThat(decidedAgain)
                .as("decisions that another caller overtook in some history")
                .isPositive();
    }

    private static long byEightThreads(TestDatabase.Product product, RandomHistory history) throws Exception {
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database);
            ConcurrentLinkedQueue<Answered> answered = new ConcurrentLinkedQueue<>();
            AtomicInteger next = new AtomicInteger();
            atOnce(() -> {
                for (int i = next.getAndIncrement(); i < history.inputs().size(); i = next.getAndIncrement()) {
                    Input input = history.inputs().get(i);
                    answered.add(new Answered(input, service.take(input)));
                }
                return true;
            });
            State.assertSame(database, replayed(answered));
            assertThat(answered).hasSize(history.inputs().size());
            return service.decidedAgain();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_allotment_asked_for_too_much_by_eight_threads_gives_what_it_has(TestDatabase.Product product)
            throws Exception {
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database);
            Town town = new Town();
            var allotment = town.allotment("A1", PAYMENTS * PAYMENT);
            town.into(service);
            ConcurrentLinkedQueue<Command> submissions = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 2 * PAYMENTS; i++) {
                var request = town.filledIn(service, "R" + i, allotment, PAYMENT);
                submissions.add(town.act(Town.CLERK, request, PaymentAction.SUBMIT));
            }
            ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
            atOnce(() -> {
                for (Command submission = submissions.poll(); submission != null; submission = submissions.poll()) {
                    replies.add(service.take(submission));
                }
                return true;
            });
            assertThat(replies).hasSize(2 * PAYMENTS);
            assertThat(replies)
                    .filteredOn(reply -> reply.record().header().outcome() == JournalRecord.Outcome.ACCEPTED)
                    .hasSize(PAYMENTS);
            assertThat(replies)
                    .filteredOn(reply -> reply.record().header().outcome() == JournalRecord.Outcome.REFUSED)
                    .hasSize(PAYMENTS)
                    .allSatisfy(reply -> assertThat(Town.codes(reply)).containsExactly("payment.over-allotment"));
            assertThat(database.rows("select count(*) from PAY_VOUCHER where DOC_STATE = 'SUBMITTED'"))
                    .containsExactly(Integer.toString(PAYMENTS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_input_by_eight_threads_is_done_once(TestDatabase.Product product) throws Exception {
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database);
            Town town = new Town();
            var allotment = town.allotment("A1", PAYMENT);
            town.into(service);
            Command submission =
                    town.act(Town.CLERK, town.filledIn(service, "R1", allotment, PAYMENT), PaymentAction.SUBMIT);
            ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
            atOnce(() -> replies.add(service.take(submission)));
            assertThat(replies).hasSize(THREADS);
            assertThat(replies).filteredOn(reply -> !reply.isRepeat()).hasSize(1);
            assertThat(replies)
                    .extracting(Reply::record)
                    .containsOnly(replies.element().record());
            assertThat(replies)
                    .extracting(Reply::position)
                    .containsOnly(replies.element().position());
        }
    }

    /** The vendor's other programs lock what they like in the order they like: the database ends it, and it is tried again. */
    @ParameterizedTest
    @EnumSource
    void a_deadlock_is_tried_again_and_counted(TestDatabase.Product product) throws Exception {
        try (TestDatabase database = product.open()) {
            new Town().into(service(database));
            int before = Integer.parseInt(
                    database.rows("select MOVED_NO from PM_PROJECT_INFO").get(0));
            CyclicBarrier both = new CyclicBarrier(2);
            AtomicBoolean isTurn = new AtomicBoolean();
            atOnce(2, () -> {
                boolean isFirst = isTurn.compareAndSet(false, true);
                AtomicInteger attempts = new AtomicInteger();
                return database.transactions().run(connection -> {
                    touch(connection, isFirst ? "BAS_AGENCY_INFO" : "PM_PROJECT_INFO");
                    if (attempts.getAndIncrement() == 0) {
                        await(both);
                    }
                    return touch(connection, isFirst ? "PM_PROJECT_INFO" : "BAS_AGENCY_INFO");
                });
            });
            assertThat(database.transactions().races()).isPositive();
            assertThat(database.rows("select MOVED_NO from PM_PROJECT_INFO"))
                    .containsExactly(Integer.toString(before + 2));
        }
    }

    private static int touch(Connection connection, String table) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update " + table + " set MOVED_NO = MOVED_NO + 1")) {
            return update.executeUpdate();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception alone) {
            throw new AssertionError(alone);
        }
    }

    /** A loop that takes in the inputs in the order in which they were committed, and must judge alike. */
    private static FiscalLoop replayed(Iterable<Answered> answered) {
        List<Answered> committed = new ArrayList<>();
        answered.forEach(one -> {
            if (!one.reply().isRepeat() && one.reply().position() >= 0) {
                committed.add(one);
            }
        });
        committed.sort(Comparator.comparing(one -> one.reply().position()));
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), RandomHistory.RULES);
        for (Answered one : committed) {
            Outcome outcome =
                    one.input() instanceof Command command ? loop.ask(command) : loop.tell((Notice) one.input());
            assertThat(outcome.record()).isEqualTo(one.reply().record());
            assertThat(outcome.position()).hasValue(one.reply().position());
        }
        return loop;
    }

    private static BudgetService service(TestDatabase database) {
        return new BudgetService(database.transactions(), RandomHistory.RULES, TestDatabase.BOOKS);
    }

    private static void atOnce(Callable<?> work) throws InterruptedException, ExecutionException {
        atOnce(THREADS, work);
    }

    private static void atOnce(int threads, Callable<?> work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            ImmutableList.Builder<Future<?>> running = ImmutableList.builder();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<?> one : running.build()) {
                Object unused = one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
