package org.fiscalloop.loop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.rules;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/**
 * A thousand callers at once against one loop: 500 errands, each run by two callers under the same ids, as clients do that
 * try again. Every other errand pays from one hot allotment that has room for a third of them, the rest from twenty cold ones.
 */
class ManyCallersTest {
    private static final int ERRANDS = 500;
    private static final int COLD = 20;
    private static final long ASKED = 100;
    private static final long HOT_AMOUNT = 80 * ASKED;
    private static final long COLD_AMOUNT = 20 * ASKED;

    private final InMemoryJournal journal = new InMemoryJournal();
    private final World world = World.open(CityRules.nation(), journal);
    private final long before;
    private final Elements elements;
    private final ImmutableList<Id<Allotment>> allotments;

    ManyCallersTest() {
        long total = HOT_AMOUNT + COLD * COLD_AMOUNT;
        elements = World.elements(World.ORGAN, world.project(1, World.ORGAN, total));
        var line = world.line("L", elements, total);
        ImmutableList.Builder<Id<Allotment>> all = ImmutableList.builder();
        all.add(world.allotment("HOT", line, elements, HOT_AMOUNT));
        for (int i = 0; i < COLD; i++) {
            all.add(world.allotment("COLD" + i, line, elements, COLD_AMOUNT));
        }
        allotments = all.build();
        before = world.loop().size();
    }

    /** What an errand does to its allotment and what became of each step, by name. */
    private final class Errand {
        private final int number;
        private final Id<Allotment> allotment;
        private final Id<PaymentRequest> request;
        private final Id<PaymentVoucher> voucher;
        private final Map<String, Outcome> outcomes = new TreeMap<>();

        Errand(int number) {
            this.number = number;
            this.allotment = allotments.get(number % 2 == 0 ? 0 : 1 + number / 2 % COLD);
            this.request = World.request("P" + number);
            this.voucher = World.voucher("V" + number);
        }

        Errand run() {
            ask("create", CLERK, new CreatePayment(request, World.paymentTerms(allotment, elements, ASKED)));
            ask("submit", CLERK, Act.of(request, PaymentAction.SUBMIT));
            switch (number % 5) {
                case 0 -> ask("approve", HEAD, Act.of(request, PaymentAction.APPROVE));
                case 1 -> {
                    ask("withdraw", CLERK, Act.of(request, PaymentAction.WITHDRAW));
                    ask("void", CLERK, Act.of(request, PaymentAction.VOID));
                }
                case 2 -> {
                    ask("freeze", "chief", new FreezeAllotment(allotment, Fen.money(ASKED)));
                    ask("unfreeze", "chief", new UnfreezeAllotment(allotment, Fen.money(ASKED)));
                }
                default -> {
                    pay();
                    if (number % 5 == 4) {
                        tell("refund", refund());
                    }
                }
            }
            return this;
        }

        private void pay() {
            ask("approve", HEAD, Act.of(request, PaymentAction.APPROVE));
            ask("voucher", CLERK, new CreateVoucher(voucher, World.ORGAN, ImmutableList.of(request)));
            tell("receipt", new BankReceipt(voucher, "S" + number, World.DAY, Fen.money(ASKED), World.PAYEE));
            ask("sign", CLERK, Act.of(voucher, VoucherAction.SIGN));
            ask("stamp", HEAD, Act.of(voucher, VoucherAction.STAMP));
            ask("send", CLERK, Act.of(voucher, VoucherAction.SEND));
        }

        private Body refund() {
            return new RefundNotice(voucher, "T" + number, Fen.money(ASKED), Optional.empty(), RefundKind.PASSIVE);
        }

        private void ask(String step, String actor, Body body) {
            outcomes.put(
                    step,
                    world.loop()
                            .ask(new Command(
                                    new InputId("errand", number + step),
                                    actor,
                                    World.DIVISION,
                                    World.YEAR,
                                    World.DAY,
                                    body)));
        }

        private void tell(String step, Body body) {
            outcomes.put(
                    step,
                    world.loop()
                            .tell(new Notice(
                                    new InputId("bank", number + step), World.DIVISION, World.YEAR, World.DAY, body)));
        }

        boolean did(String step) {
            return outcomes.containsKey(step) && outcomes.get(step).isDone();
        }
    }

    /** All errands twice, by a thread each, let go at once. */
    private ImmutableList<ImmutableList<Errand>> run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2 * ERRANDS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Errand>> running = new ArrayList<>();
        for (int caller = 0; caller < 2 * ERRANDS; caller++) {
            Errand errand = new Errand(caller / 2);
            running.add(pool.submit(() -> {
                start.await();
                return errand.run();
            }));
        }
        start.countDown();
        ImmutableList.Builder<ImmutableList<Errand>> pairs = ImmutableList.builder();
        for (int i = 0; i < running.size(); i += 2) {
            pairs.add(ImmutableList.of(running.get(i).get(), running.get(i + 1).get()));
        }
        pool.shutdown();
        return pairs.build();
    }

    @Test
    void nothing_is_overspent_lost_or_done_twice_and_the_journal_replays_to_the_same() throws Exception {
        ImmutableList<ImmutableList<Errand>> pairs = run();
        pairs.forEach(pair -> theSame(pair.get(0), pair.get(1)));
        allotments.forEach(allotment ->
                addsUp(allotment, pairs.stream().map(pair -> pair.get(0)).toList()));
        neverBelowZero();
        World again = World.open(CityRules.nation(), journal);
        assertThat(again.loop().hash()).isEqualTo(world.loop().hash());
        assertThat(again.loop().digest()).isEqualTo(world.loop().digest());
        assertThat(again.loop().verify()).isEmpty();
    }

    /** Both callers hear the same outcome of each step, remembered by one record, of which one is the first. */
    private static void theSame(Errand one, Errand other) {
        assertThat(one.outcomes.keySet()).isEqualTo(other.outcomes.keySet());
        one.outcomes.forEach((step, outcome) -> {
            Outcome twin = requireNonNull(other.outcomes.get(step));
            assertThat(outcome.result()).isEqualTo(twin.result());
            assertThat(outcome.position()).isPresent().isEqualTo(twin.position());
            assertThat(outcome.isRepeat()).isNotEqualTo(twin.isRepeat());
        });
    }

    private void addsUp(Id<Allotment> allotment, List<Errand> all) {
        List<Errand> own = all.stream()
                .filter(errand -> errand.allotment.equals(allotment))
                .toList();
        long held = own.stream().filter(errand -> errand.did("submit")).count();
        long released = own.stream().filter(errand -> errand.did("withdraw")).count();
        long paid = own.stream().filter(errand -> errand.did("send")).count();
        long refunded = own.stream().filter(errand -> isRefunded(errand)).count();
        long frozen = own.stream().filter(errand -> errand.did("freeze")).count()
                - own.stream().filter(errand -> errand.did("unfreeze")).count();
        long amount = allotment.equals(allotments.get(0)) ? HOT_AMOUNT : COLD_AMOUNT;
        assertThat(balance(PaymentMeasure.PAID, allotment)).isEqualTo((paid - refunded) * ASKED);
        assertThat(balance(PaymentMeasure.APPLIED, allotment)).isEqualTo((held - released - paid) * ASKED);
        assertThat(balance(AllotmentMeasure.FROZEN, allotment)).isEqualTo(frozen * ASKED);
        assertThat(balance(AllotmentMeasure.AVAILABLE, allotment))
                .isNotNegative()
                .isEqualTo(amount - (held - released - refunded + frozen) * ASKED);
        assertThat(own).filteredOn(errand -> errand.did("submit")).isNotEmpty();
    }

    /** A refund that came before the payment was booked waits for it. */
    private boolean isRefunded(Errand errand) {
        return errand.did("send") && errand.outcomes.containsKey("refund");
    }

    private long balance(Measure measure, Id<Allotment> allotment) {
        return world.loop().balance(measure, Dimensions.of(Dimensions.ALLOTMENT, allotment.value()), rules(world));
    }

    /** After no record of the journal was less than nothing available of an allotment; each record stands once. */
    private void neverBelowZero() {
        Map<String, Long> available = new TreeMap<>();
        long position = 0;
        long asked = 0;
        try (RecordCursor records = world.loop().records(0)) {
            while (records.hasNext()) {
                FiscalLoop.Traced next = records.next();
                assertThat(next.position()).isEqualTo(position++);
                asked += next.record().header().sender().equals("errand") ? 1 : 0;
                for (Entry entry : next.record().entries()) {
                    entry.lines().stream()
                            .filter(line -> line.account().toString().equals("allotment/EXECUTABLE"))
                            .forEach(line -> available.merge(
                                    line.segments().value(Dimensions.ALLOTMENT), signed(line), Math::addExact));
                }
                assertThat(available.values()).allSatisfy(fen -> assertThat(fen).isNotNegative());
            }
        }
        assertThat(position).isGreaterThan(before);
        assertThat(asked).isEqualTo(expectedCommands());
    }

    private static long signed(Line line) {
        return line.side() == Side.DEBIT ? line.fen() : -line.fen();
    }

    /** Two steps each, and what each kind of errand does then. */
    private static long expectedCommands() {
        return ERRANDS * 2L + ERRANDS / 5 * (1L + 2 + 2 + 5 + 5);
    }
}
