package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import org.fiscalloop.access.AccessCommands.ChangeGrants;
import org.fiscalloop.access.Actor;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.VoucherAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody comes in between what a decision reads and what it writes: the decision does not stand on what was. */
class InterferenceTest {
    private static final long AVAILABLE = 1000;
    private static final String LOCK = "for update";
    private static final String BALANCE = "update ACCOUNT_BALANCE";

    /** A service before whose first such statement something else happens, and another that does it. */
    private static final class Stage implements AutoCloseable {
        final TestDatabase database;
        final Town town = new Town();
        final BudgetService other;
        private final Transactions watched;
        private final BudgetService service;
        private final AtomicInteger seen = new AtomicInteger(1);
        private String where = "";
        private Runnable meanwhile = () -> {};

        Stage(TestDatabase.Product product) {
            database = product.open();
            other = new BudgetService(database.transactions(), RandomHistory.RULES, TestDatabase.BOOKS);
            watched = new Transactions(WatchedSource.of(database.source(), (connection, sql) -> pass(sql)), 5);
            service = new BudgetService(watched, RandomHistory.RULES, TestDatabase.BOOKS);
            town.allotment("A1", AVAILABLE);
            town.into(other);
        }

        private void pass(String sql) {
            if (sql.contains(where) && seen.getAndIncrement() == 0) {
                meanwhile.run();
            }
        }

        Reply take(Input input, String before, Runnable happening) {
            where = before;
            meanwhile = happening;
            seen.set(0);
            return service.take(input);
        }

        Id<PaymentRequest> request(String id, long fen) {
            return town.filledIn(other, id, Allotment.id("A1"), fen);
        }

        Command submission(String id, long fen) {
            return town.act(Town.CLERK, request(id, fen), PaymentAction.SUBMIT);
        }

        @Override
        public void close() {
            watched.close();
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_balance_that_it_read_is_spent_by_another(TestDatabase.Product product) {
        try (Stage stage = new Stage(product)) {
            Command first = stage.submission("R1", AVAILABLE);
            Command second = stage.submission("R2", AVAILABLE);
            Reply reply = stage.take(first, LOCK, () -> Town.done(stage.other.take(second)));
            assertThat(Town.codes(reply)).containsExactly("payment.over-allotment");
            assertThat(stage.service.decidedAgain()).isOne();
            assertThat(stage.watched.races()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_another_does_elsewhere_does_not_matter(TestDatabase.Product product) {
        try (Stage stage = new Stage(product)) {
            Command first = stage.submission("R1", AVAILABLE);
            stage.request("R2", AVAILABLE);
            Reply reply = stage.take(first, LOCK, () -> stage.request("R3", AVAILABLE));
            Town.done(reply);
            assertThat(stage.service.decidedAgain()).isZero();
        }
    }

    /** The actor's document is read and not written. */
    @ParameterizedTest
    @EnumSource
    void the_duty_that_it_read_is_taken_from_the_actor(TestDatabase.Product product) {
        try (Stage stage = new Stage(product)) {
            var terms = stage.town
                    .world()
                    .loop()
                    .find(Actor.id(Town.CLERK))
                    .orElseThrow()
                    .terms();
            Command change = stage.town.command(
                    "admin",
                    new ChangeGrants(ImmutableActorTerms.builder()
                            .from(terms)
                            .grants(ImmutableList.of())
                            .build()));
            Reply reply =
                    stage.take(stage.submission("R1", AVAILABLE), LOCK, () -> Town.done(stage.other.take(change)));
            assertThat(reply.record().header().outcome()).isEqualTo(JournalRecord.Outcome.REFUSED);
            assertThat(reply.record().refusals().get(0).code()).startsWith("access.");
        }
    }

    /** What is not there cannot be locked: a notice that is parked just before its voucher comes would wait for ever. */
    @ParameterizedTest
    @EnumSource
    void the_document_that_was_not_there_comes(TestDatabase.Product product) {
        try (Stage stage = new Stage(product)) {
            Town town = stage.town;
            var request = stage.request("R1", AVAILABLE);
            Town.done(stage.other.take(town.act(Town.CLERK, request, PaymentAction.SUBMIT)));
            Town.done(stage.other.take(town.act(Town.HEAD, request, PaymentAction.APPROVE)));
            var voucher = World.voucher("V1");
            var notice = town.world()
                    .notice("S1", new BankReceipt(voucher, "S1", World.DAY, Fen.money(AVAILABLE), World.PAYEE));
            Reply reply = stage.take(notice, LOCK, () -> {
                Town.done(stage.other.take(
                        town.command(Town.CLERK, new CreateVoucher(voucher, World.ORGAN, ImmutableList.of(request)))));
                Town.done(stage.other.take(town.act(Town.CLERK, voucher, VoucherAction.SIGN)));
                Town.done(stage.other.take(town.act(Town.HEAD, voucher, VoucherAction.STAMP)));
                Town.done(stage.other.take(town.act(Town.CLERK, voucher, VoucherAction.SEND)));
            });
            assertThat(reply.record().header().outcome()).isEqualTo(JournalRecord.Outcome.BOOKED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_input_is_taken_in_by_another(TestDatabase.Product product) {
        try (Stage stage = new Stage(product)) {
            Command first = stage.submission("R1", AVAILABLE);
            Reply reply = stage.take(first, LOCK, () -> Town.done(stage.other.take(first)));
            assertThat(reply.isRepeat()).isTrue();
            assertThat(reply.record().header().outcome()).isEqualTo(JournalRecord.Outcome.ACCEPTED);
        }
    }

    /** A program of the vendor that knows of no lock: the floor in the update's own condition stops the overspending. */
    @ParameterizedTest
    @EnumSource
    void a_balance_is_lowered_by_a_program_that_locks_nothing(TestDatabase.Product product) {
        try (Stage stage = new Stage(product)) {
            Reply reply = stage.take(
                    stage.submission("R1", AVAILABLE),
                    BALANCE,
                    () -> execute(
                            stage.database,
                            "update ACCOUNT_BALANCE set NET = NET - 1, CREDIT_INCREASE = CREDIT_INCREASE + 1,"
                                    + " ROW_VERSION = ROW_VERSION + 1 where BGT_ID = 'A1'"
                                    + " and ACCOUNT in ('EXECUTABLE', 'payment.over-allotment')"));
            assertThat(Town.codes(reply)).containsExactly("payment.over-allotment");
            assertThat(stage.watched.races()).isOne();
        }
    }

    /** A row that is not at the version that was read is not written over, however often it is tried. */
    @ParameterizedTest
    @EnumSource
    void a_document_is_written_by_a_program_that_knows_nothing_of_it(TestDatabase.Product product) {
        try (Stage stage = new Stage(product)) {
            Command submission = stage.submission("R1", AVAILABLE);
            assertThatIllegalStateException()
                    .isThrownBy(() -> stage.take(
                            submission,
                            BALANCE,
                            () -> execute(stage.database, "update PAY_VOUCHER set DOC_VERSION = DOC_VERSION + 1")))
                    .withMessageContaining("given up after 5 attempts");
            execute(stage.database, "update PAY_VOUCHER set DOC_VERSION = DOC_VERSION - 1");
            Town.done(stage.service.take(submission));
        }
    }

    private static void execute(TestDatabase database, String sql) {
        database.transactions().run((Connection connection) -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                assertThat(update.executeUpdate()).isPositive();
                return true;
            }
        });
    }
}
