package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.VoucherAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others tell comes twice and in any order, and ends as if it had come once and in order. */
class InboxTest {
    private static final int PAYMENTS = 6;
    private static final long PAYMENT = 700;
    private static final Pattern DONE = Pattern.compile("\"result\":\"(BOOKED|MATCHED)\"");

    private final Town town = new Town();
    private final ImmutableList<Input> founding;
    private final ImmutableList<Input> commands;
    private final ImmutableList<Notice> notices;

    InboxTest() {
        var allotment = town.allotment("A1", PAYMENTS * PAYMENT);
        founding = RandomHistory.inputsOf(town.world().loop());
        ImmutableList.Builder<Notice> told = ImmutableList.builder();
        for (int i = 0; i < PAYMENTS; i++) {
            var request = town.world().approved("R" + i, allotment, town.elements(), PAYMENT);
            var voucher = town.world().sent("V" + i, World.ORGAN, ImmutableList.of(request));
            told.add(notice("S" + i, new BankReceipt(voucher, "S" + i, World.DAY, Fen.money(PAYMENT), World.PAYEE)));
            told.add(notice(
                    "C" + i,
                    new TreasuryClearing("C" + i, ImmutableList.of(new ClearingLine(voucher, Fen.money(PAYMENT))))));
            told.add(notice(
                    "F" + i,
                    new RefundNotice(voucher, "F" + i, Fen.money(100), Optional.of(request), RefundKind.PASSIVE)));
        }
        notices = told.build();
        ImmutableList<Input> all = RandomHistory.inputsOf(town.world().loop());
        commands = all.subList(founding.size(), all.size());
    }

    private Notice notice(String key, Body body) {
        return town.world().notice(key, body);
    }

    /** What the tables say of documents and money; not by which way it came. */
    private static List<String> ending(TestDatabase database) {
        List<String> all = new ArrayList<>(database.rows(
                "select BALANCE_KEY, NET, DEBIT_INCREASE, DEBIT_DECREASE, CREDIT_INCREASE, CREDIT_DECREASE"
                        + " from ACCOUNT_BALANCE order by BALANCE_KEY"));
        for (DocumentTable<?> table : StandardTables.ALL) {
            if (!table.equals(StandardTables.CASES)) {
                all.addAll(database.rows("select " + table.key() + ", DOC_STATE, DOC_VERSION from " + table.name()
                        + " order by " + table.key()));
            }
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void twice_and_out_of_order_ends_like_once_and_in_order(TestDatabase.Product product) throws Exception {
        List<String> expected;
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database);
            founding.forEach(service::take);
            commands.forEach(service::take);
            Inbox inbox = new Inbox(service);
            notices.forEach(inbox::put);
            drain(inbox, 1);
            expected = ending(database);
            assertThat(done(database)).hasSameSizeAs(notices).doesNotHaveDuplicates();
        }
        for (int seed = 1; seed <= 2; seed++) {
            try (TestDatabase database = product.open()) {
                BudgetService service = service(database);
                founding.forEach(service::take);
                Inbox inbox = new Inbox(service);
                shuffled(seed).forEach(inbox::put);
                // Half of it comes before there is anything that it is about.
                for (int i = 0; i < notices.size(); i++) {
                    assertThat(inbox.takeNext()).isTrue();
                }
                founding.forEach(service::take);
                commands.forEach(service::take);
                drain(inbox, 4);
                assertThat(ending(database)).isEqualTo(expected);
                assertThat(done(database)).hasSameSizeAs(notices).doesNotHaveDuplicates();
            }
        }
    }

    private List<Notice> shuffled(int seed) {
        List<Notice> twice = new ArrayList<>(
                Stream.concat(notices.stream(), notices.stream()).toList());
        Collections.shuffle(twice, new Random(seed));
        return twice;
    }

    /** The notices that their senders have been told are booked, each as often as they were told. */
    private static List<String> done(TestDatabase database) {
        return database.transactions()
                .run(connection -> new Outbox(connection, TestDatabase.BOOKS)
                        .waiting().stream()
                                .filter(message ->
                                        DONE.matcher(message.answer()).find())
                                .map(Outbox.Message::notice)
                                .toList());
    }

    private static void drain(Inbox inbox, int workers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(() -> {
                    while (inbox.takeNext()) {
                        // The next one.
                    }
                    return true;
                }));
            }
            for (Future<?> one : running) {
                Object unused = one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_notice_holds_up_nobody(TestDatabase.Product product) {
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database);
            founding.forEach(service::take);
            commands.forEach(service::take);
            Inbox inbox = new Inbox(service);
            inbox.put("{\"sender\":\"bank\"");
            inbox.put(notice("X", Act.of(World.voucher("V0"), VoucherAction.SIGN)));
            inbox.put(notices.get(0));
            assertThat(inbox.takeNext()).isTrue();
            assertThat(inbox.takeNext()).isTrue();
            assertThat(inbox.takeNext()).isTrue();
            assertThat(inbox.takeNext()).isFalse();
            assertThat(database.rows("select IS_TAKEN from INBOX order by INBOX_NO"))
                    .containsExactly("3", "3", "1");
            assertThat(database.rows("select PROBLEM from INBOX order by INBOX_NO"))
                    .satisfiesExactly(
                            problem -> assertThat(problem).contains("the text ends before the value does"),
                            problem -> assertThat(problem).isEqualTo("bank/X asks, it tells nothing"),
                            none -> assertThat(none).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_is_sent_once(TestDatabase.Product product) {
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database);
            founding.forEach(service::take);
            commands.forEach(service::take);
            service.take(notices.get(0));
            List<Boolean> sent = database.transactions().run(connection -> {
                Outbox outbox = new Outbox(connection, TestDatabase.BOOKS);
                Outbox.Message message = outbox.waiting().get(0);
                assertThat(message.receiver()).isEqualTo("bank");
                assertThat(message.notice()).isEqualTo("S0");
                assertThat(message.answer()).isEqualTo("{\"result\":\"BOOKED\",\"problems\":[]}");
                return List.of(
                        outbox.sent(message),
                        outbox.sent(message),
                        outbox.waiting().isEmpty());
            });
            assertThat(sent).containsExactly(true, false, true);
        }
    }

    private static BudgetService service(TestDatabase database) {
        return new BudgetService(database.transactions(), RandomHistory.RULES, TestDatabase.BOOKS);
    }
}
