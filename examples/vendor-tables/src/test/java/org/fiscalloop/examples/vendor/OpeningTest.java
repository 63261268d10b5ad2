package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.NoticeCase;
import org.fiscalloop.loop.NoticeState;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpeningExport;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.VoucherState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year that has run elsewhere is brought into the vendor's tables, and goes on there as it does in a loop. */
class OpeningTest {
    /** Another set of books in the same tables. */
    private static final String OPENED = "opened";

    private static final int STEPS = 500;

    private static Command commit(OpeningTerms opening) {
        return new Command(
                new InputId("admin", "opening"),
                "admin",
                World.DIVISION,
                World.YEAR,
                opening.day(),
                new CommitOpening(opening, Optional.empty()));
    }

    private static BudgetService service(TestDatabase database, String books) {
        return new BudgetService(database.transactions(), RandomHistory.RULES, books);
    }

    // ---- documents and notices that are brought in ------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void documents_that_have_moved_often_are_brought_in_at_once(TestDatabase.Product product) {
        Town town = new Town();
        var allotment = town.allotment("A1", 100_000);
        town.world().pay("1", allotment, town.elements(), 70_000);
        Command opening = commit(town.world().loop().opening(World.DIVISION, World.YEAR, World.DAY));
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), RandomHistory.RULES);
        World.done(loop.ask(opening));
        try (TestDatabase database = product.open()) {
            Town.done(service(database, TestDatabase.BOOKS).take(opening));
            State.assertSame(database, loop);
            assertThat(database.transactions().races()).isZero();
            assertThat(database.rows("select PAY_CERT_NO, DOC_STATE from PAY_VOUCHER_BILL"))
                    .containsExactly("V1|CLEARED");
        }
    }

    /** One notice that had waited in vain and one that still waits; the second is matched after the cut-over. */
    @ParameterizedTest
    @EnumSource
    void a_notice_that_waits_is_counted_and_matched_beside_one_that_has_waited_elsewhere(TestDatabase.Product product) {
        Town town = new Town();
        var allotment = town.allotment("A1", 100_000);
        InputId listed = town.world().receipt(World.voucher("V1"), 701).input();
        InputId parked = town.world().receipt(World.voucher("V2"), 300).input();
        var contradicting = town.world().approved("R1", allotment, town.elements(), 700);
        town.world().sent("V1", World.ORGAN, ImmutableList.of(contradicting));
        Command opening = commit(town.world().loop().opening(World.DIVISION, World.YEAR, World.DAY));

        Journal journal = new InMemoryJournal();
        World.done(FiscalLoop.open(journal, RandomHistory.RULES).ask(opening));
        World there = World.open(RandomHistory.RULES, journal);
        assertThat(state(there, listed)).isEqualTo(NoticeState.LISTED);
        assertThat(state(there, parked)).isEqualTo(NoticeState.PARKED);
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database, TestDatabase.BOOKS);
            Town.done(service.take(opening));
            assertThat(waiting(database)).isEqualTo("1");

            var request = there.approved("R2", allotment, town.elements(), 300);
            var voucher = there.sent("V2", World.ORGAN, ImmutableList.of(request));
            assertThat(there.loop().find(voucher).orElseThrow().state()).isEqualTo(VoucherState.PAID);
            RandomHistory.inputsOf(there.loop()).forEach(service::take);
            assertThat(waiting(database)).isEqualTo("0");
            assertThat(database.rows("select PAY_CERT_NO, DOC_STATE from PAY_VOUCHER_BILL order by PAY_CERT_NO"))
                    .containsExactly("V1|SENT", "V2|PAID");
            State.assertSame(database, there.loop());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_notice_that_was_brought_in_is_known_when_it_is_told_again(TestDatabase.Product product) {
        Town town = new Town();
        Notice told = town.world()
                .notice("S1", new BankReceipt(World.voucher("V1"), "S1", World.DAY, Fen.money(700), World.PAYEE));
        Outcome first = town.world().loop().tell(told);
        Command opening = commit(town.world().loop().opening(World.DIVISION, World.YEAR, World.DAY));
        try (TestDatabase database = product.open()) {
            BudgetService service = service(database, TestDatabase.BOOKS);
            Town.done(service.take(opening));
            Reply again = service.take(told);
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.record().header().outcome()).isEqualTo(first.result());
            assertThat(again.position()).isEqualTo(-1);
            assertThat(database.rows("select NEXT_POSITION, PARKED from JOURNAL_HEAD"))
                    .containsExactly("1|1");
        }
    }

    private static NoticeState state(World world, InputId notice) {
        return world.loop().find(NoticeCase.id(notice, 0)).orElseThrow().state();
    }

    private static String waiting(TestDatabase database) {
        return database.rows("select PARKED from JOURNAL_HEAD").get(0);
    }

    // ---- random histories -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void a_history_that_is_stopped_and_opened_in_other_books_goes_on_as_in_the_loop(TestDatabase.Product product) {
        for (long seed = 1; seed <= 3; seed++) {
            RandomHistory history = RandomHistory.of(seed, STEPS);
            LocalDate day = history.inputs().stream()
                    .map(Input::on)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            int stop = history.inputs().size() / 2;
            try (TestDatabase database = product.open()) {
                OpeningTerms opening = stopped(database, history.inputs().subList(0, stop), day);
                ImmutableList<Input> rest = ImmutableList.<Input>builder()
                        .add(commit(opening))
                        .addAll(history.inputs().subList(stop, history.inputs().size()))
                        .build();
                FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), RandomHistory.RULES);
                BudgetService service = service(database, OPENED);
                for (Input input : rest) {
                    assertThat(service.take(input).record())
                            .isEqualTo(give(loop, input).record());
                }
                State.assertSame(database, OPENED, loop);
                assertThat(database.transactions().races()).isZero();
            }
        }
    }

    /** What the vendor's records give of a history that stops here, which is what a loop gives. */
    private static OpeningTerms stopped(TestDatabase database, ImmutableList<Input> inputs, LocalDate day) {
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), RandomHistory.RULES);
        BudgetService service = service(database, TestDatabase.BOOKS);
        inputs.forEach(input -> {
            give(loop, input);
            service.take(input);
        });
        OpeningTerms opening = export(service, day);
        assertThat(opening).isEqualTo(loop.opening(World.DIVISION, World.YEAR, day));
        return opening;
    }

    private static OpeningTerms export(BudgetService service, LocalDate day) {
        OpeningExport export = new OpeningExport(World.DIVISION, false);
        TableJournal journal = new TableJournal(service.transactions(), service.bookSet());
        for (long position = 0; position < journal.size(); position++) {
            export.read(LoopFlow.CODEC.decode(journal.read(position).bytes()));
        }
        return service.transactions().run(connection -> {
            TableReads reads = new TableReads(
                    connection,
                    service.bookSet(),
                    new DocumentRows(connection, service.bookSet(), RandomHistory.RULES),
                    new JournalRows(connection, service.bookSet()));
            return export.opening(
                    World.YEAR, day, id -> (FlowDocument<?, ?>) reads.find(id).orElseThrow());
        });
    }

    private static Outcome give(FiscalLoop loop, Input input) {
        return input instanceof Command command ? loop.ask(command) : loop.tell((Notice) input);
    }
}
