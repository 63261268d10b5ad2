package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Input;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection is cut at every statement of a transaction: nothing is half written, and asking again does it once. */
class FaultTest {
    /** A number that changes with anything that is written anywhere. */
    private static final String STATE = "select NEXT_POSITION, TURNOVER,"
            + " (select count(*) from JOURNAL_RECORD), (select count(*) from OUTBOX),"
            + " (select sum(ROW_VERSION) from ACCOUNT_BALANCE), (select sum(NET) from ACCOUNT_BALANCE), "
            + String.join(
                    ", ",
                    StandardTables.ALL.stream()
                            .map(table -> "(select sum(DOC_VERSION) from " + table.name() + ")")
                            .toList())
            + " from JOURNAL_HEAD";

    /** Cuts the connection at the statement of a number, before or after it is executed. */
    private static final class Cutter implements WatchedSource.Watcher {
        private int at = -1;
        private boolean isBefore;
        private int seen;
        private boolean isCommitted;

        /** Once, at this statement; at none where it is -1. */
        void cutAt(int number, boolean before) {
            at = number;
            isBefore = before;
            seen = 0;
            isCommitted = false;
        }

        @Override
        public void before(Connection connection, String sql) throws SQLException {
            if (isBefore && seen == at) {
                at = -1;
                throw WatchedSource.cut(connection);
            }
        }

        @Override
        public void after(Connection connection, String sql) throws SQLException {
            isCommitted |= sql.equals(WatchedSource.COMMIT);
            if (!isBefore && seen == at) {
                at = -1;
                throw WatchedSource.cut(connection);
            }
            seen++;
        }
    }

    /** A service whose connection can be cut, and what has been given to it. */
    private static final class Stage implements AutoCloseable {
        private final TestDatabase database;
        private final Cutter cutter = new Cutter();
        private final Transactions transactions;
        private final BudgetService service;
        private int cuts;

        Stage(TestDatabase.Product product, int attempts) {
            database = product.open();
            transactions = new Transactions(WatchedSource.of(database.source(), cutter), attempts);
            service = new BudgetService(transactions, RandomHistory.RULES, TestDatabase.BOOKS);
        }

        /** Asks with the connection cut at each statement in turn, until all of it has been executed. */
        Reply takeWithCuts(Input input) {
            for (int number = 0; ; number++) {
                for (boolean isBefore : new boolean[] {true, false}) {
                    String before = state();
                    cutter.cutAt(number, isBefore);
                    try {
                        Reply whole = service.take(input);
                        assertThat(cutter.seen).isLessThanOrEqualTo(number);
                        return whole;
                    } catch (IllegalStateException cut) {
                        assertThat(cut).hasMessageContaining("given up");
                        cuts++;
                        if (cutter.isCommitted) {
                            return service.take(input);
                        }
                        assertThat(state()).isEqualTo(before);
                    }
                }
            }
        }

        String state() {
            return String.join("", database.rows(STATE));
        }

        @Override
        public void close() {
            transactions.close();
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_half_written_wherever_the_connection_is_cut(TestDatabase.Product product) {
        RandomHistory history = RandomHistory.of(3, 160);
        try (Stage stage = new Stage(product, 1)) {
            Map<String, Integer> tried = new HashMap<>();
            for (int i = 0; i < history.inputs().size(); i++) {
                Input input = history.inputs().get(i);
                JournalRecord expected = history.outcomes().get(i);
                boolean isOld = tried.merge(kind(input, expected), 1, Integer::sum) > 1;
                stage.cutter.cutAt(-1, true);
                Reply reply = isOld ? stage.service.take(input) : stage.takeWithCuts(input);
                assertThat(reply.record()).isEqualTo(expected);
            }
            State.assertSame(stage.database, history.loop());
            assertThat(stage.cuts).isGreaterThan(300);
        }
    }

    /** One of a kind is enough: what it asks, or what it tells and what becomes of it. */
    private static String kind(Input input, JournalRecord record) {
        Body body = input.body();
        String asked = body instanceof Act act
                ? act.document().kind() + " " + act.action()
                : body.getClass().getSimpleName();
        JournalRecord.Header header = record.header();
        return header.kind() == JournalRecord.Kind.COMMAND ? asked : asked + " " + header.outcome();
    }

    /** Whoever loses the answer to a commit does not know whether it came about: the same input again tells. */
    @ParameterizedTest
    @EnumSource
    void a_service_that_loses_its_connection_asks_again_by_itself(TestDatabase.Product product) {
        try (Stage stage = new Stage(product, 2)) {
            Town town = new Town();
            var allotment = town.allotment("A1", 100);
            town.into(stage.service);
            stage.cutter.cutAt(-1, true);
            town.filledIn(stage.service, "R0", allotment, 100);
            int commit = stage.cutter.seen - 1;
            for (int number = 0; number <= commit; number++) {
                stage.cutter.cutAt(number, false);
                Reply reply = stage.service.take(town.command(
                        Town.CLERK,
                        new CreatePayment(
                                World.request("R" + (number + 1)),
                                World.paymentTerms(allotment, town.elements(), 100))));
                assertThat(reply.isRepeat()).isEqualTo(number == commit);
            }
            assertThat(stage.transactions.cuts()).isEqualTo(commit + 1);
            assertThat(stage.database.rows("select count(*) from PAY_VOUCHER"))
                    .containsExactly(Integer.toString(commit + 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_with_a_statement_is_not_tried_again(TestDatabase.Product product) {
        try (TestDatabase database = product.open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> database.rows("select NOTHING from JOURNAL_HEAD"))
                    .withMessageContaining("the database refuses");
            assertThat(database.transactions().races() + database.transactions().cuts())
                    .isZero();
        }
    }
}
