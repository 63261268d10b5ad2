package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.receipt;
import static org.fiscalloop.loop.DoorFixtures.rules;
import static org.fiscalloop.loop.DoorFixtures.stateOf;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two who want the same at the same moment: let go by a barrier, one wins, the other hears why, in every round. */
class SingleWinnersTest {
    private static final int ROUNDS = 25;
    private static final long LEFT = 700;

    private final InMemoryJournal journal = new InMemoryJournal();
    private final World world = World.open(CityRules.nation(), journal);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Elements elements = World.elements(World.ORGAN, world.project(1, World.ORGAN, ROUNDS * LEFT));
    private final Id<BudgetLine> line = world.line("L", elements, ROUNDS * LEFT);

    @AfterEach
    void what_happened_is_what_the_journal_says() {
        pool.shutdownNow();
        World again = World.open(CityRules.nation(), journal);
        assertThat(again.loop().hash()).isEqualTo(world.loop().hash());
        assertThat(again.loop().digest()).isEqualTo(world.loop().digest());
        assertThat(again.loop().verify()).isEmpty();
    }

    /** All of them at once; their outcomes in the order given. */
    private ImmutableList<Outcome> race(ImmutableList<Callable<Outcome>> racers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(racers.size());
        List<Future<Outcome>> running = new ArrayList<>();
        for (Callable<Outcome> racer : racers) {
            running.add(pool.submit(() -> {
                start.await();
                return racer.call();
            }));
        }
        ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
        for (Future<Outcome> each : running) {
            outcomes.add(each.get());
        }
        return outcomes.build();
    }

    private Callable<Outcome> asking(Command command) {
        return () -> world.loop().ask(command);
    }

    private Callable<Outcome> telling(Notice notice) {
        return () -> world.loop().tell(notice);
    }

    private static Outcome winner(ImmutableList<Outcome> outcomes) {
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        return outcomes.stream().filter(Outcome::isDone).findFirst().orElseThrow();
    }

    private static Outcome loser(ImmutableList<Outcome> outcomes) {
        winner(outcomes);
        return outcomes.stream().filter(each -> !each.isDone()).findFirst().orElseThrow();
    }

    private Id<Allotment> allotment(int round) {
        return world.allotment("A" + round, line, elements, LEFT);
    }

    private long balance(Measure measure, Id<Allotment> allotment) {
        return world.loop().balance(measure, Dimensions.of(Dimensions.ALLOTMENT, allotment.value()), rules(world));
    }

    private Id<PaymentVoucher> sent(int round) {
        return world.sent("V" + round, World.ORGAN, ImmutableList.of(approved(round)));
    }

    private Id<PaymentRequest> approved(int round) {
        return world.approved("R" + round, allotment(round), elements, LEFT);
    }

    @Test
    void of_two_payments_of_the_last_yuan_one_is_held() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Id<Allotment> allotment = allotment(round);
            ImmutableList.Builder<Callable<Outcome>> racers = ImmutableList.builder();
            for (String name : ImmutableList.of("P", "Q")) {
                Id<PaymentRequest> request = World.request(name + round);
                done(world.ask(CLERK, new CreatePayment(request, World.paymentTerms(allotment, elements, LEFT))));
                racers.add(asking(world.command(CLERK, Act.of(request, PaymentAction.SUBMIT))));
            }
            assertThat(codes(loser(race(racers.build())))).containsExactly("payment.over-allotment");
            assertThat(balance(AllotmentMeasure.AVAILABLE, allotment)).isZero();
            assertThat(balance(PaymentMeasure.APPLIED, allotment)).isEqualTo(LEFT);
        }
    }

    @Test
    void a_voucher_that_is_sent_and_paid_or_given_up_ends_as_one_of_them() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Id<PaymentVoucher> voucher = sent(round);
            done(world.tell("rejected" + round, new BankRejection(voucher, "账号不符")));
            sendOrVoid(round, voucher, VoucherAction.RESEND);
        }
    }

    @Test
    void a_voucher_that_was_never_sent_is_paid_or_given_up_too() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Id<PaymentVoucher> voucher = World.voucher("V" + round);
            String head = "head" + World.ORGAN;
            done(world.ask(CLERK, new CreateVoucher(voucher, World.ORGAN, ImmutableList.of(approved(round)))));
            done(world.act(CLERK, voucher, VoucherAction.SIGN));
            done(world.act(head, voucher, VoucherAction.STAMP));
            sendOrVoid(round, voucher, VoucherAction.SEND);
        }
    }

    /** One sends it, one gives it up, and the bank says that it has paid: now, or before it knows that it may. */
    private void sendOrVoid(int round, Id<PaymentVoucher> voucher, VoucherAction send) throws Exception {
        ImmutableList<Outcome> outcomes = race(ImmutableList.of(
                asking(world.command(CLERK, Act.of(voucher, send))),
                asking(world.command(CLERK, Act.of(voucher, VoucherAction.VOID))),
                telling(world.notice("paid" + round, receipt(voucher, "S" + round, LEFT)))));
        winner(outcomes.subList(0, 2));
        Id<Allotment> allotment = Allotment.id("A" + round);
        boolean isPaid = outcomes.get(0).isDone();
        assertThat(stateOf(world, voucher)).isEqualTo(isPaid ? VoucherState.PAID : VoucherState.VOIDED);
        assertThat(balance(PaymentMeasure.PAID, allotment)).isEqualTo(isPaid ? LEFT : 0);
        assertThat(balance(PaymentMeasure.APPLIED, allotment)).isZero();
        assertThat(balance(AllotmentMeasure.AVAILABLE, allotment)).isEqualTo(isPaid ? 0 : LEFT);
        ImmutableList<NoticeCase> cases = world.loop().cases(outcomes.get(2).input());
        assertThat(cases).filteredOn(open -> open.state() == NoticeState.LISTED).hasSize(isPaid ? 0 : 1);
    }

    @Test
    void of_two_refunds_of_a_whole_payment_one_is_booked_and_the_other_is_listed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Id<PaymentVoucher> voucher = sent(round);
            done(world.receipt(voucher, LEFT));
            ImmutableList.Builder<Callable<Outcome>> racers = ImmutableList.builder();
            for (String name : ImmutableList.of("one", "other")) {
                racers.add(telling(world.notice(name + round, refund(voucher, name + round))));
            }
            assertThat(loser(race(racers.build())).result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
            assertThat(stateOf(world, voucher)).isEqualTo(VoucherState.REFUNDED);
            assertThat(balance(AllotmentMeasure.AVAILABLE, Allotment.id("A" + round)))
                    .isEqualTo(LEFT);
            assertThat(balance(PaymentMeasure.PAID, Allotment.id("A" + round))).isZero();
        }
    }

    private static RefundNotice refund(Id<PaymentVoucher> voucher, String serial) {
        return new RefundNotice(voucher, serial, Fen.money(LEFT), Optional.empty(), RefundKind.PASSIVE);
    }

    @Test
    void the_same_receipt_told_twice_at_once_pays_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Id<PaymentVoucher> voucher = sent(round);
            Notice notice = world.notice("paid" + round, receipt(voucher, "S" + round, LEFT));
            ImmutableList<Outcome> outcomes = race(ImmutableList.of(telling(notice), telling(notice)));
            assertThat(outcomes)
                    .allMatch(Outcome::isDone)
                    .filteredOn(Outcome::isRepeat)
                    .hasSize(1);
            assertThat(outcomes.get(0).position()).isEqualTo(outcomes.get(1).position());
            assertThat(balance(PaymentMeasure.PAID, Allotment.id("A" + round))).isEqualTo(LEFT);
        }
    }

    @Test
    void the_same_receipt_under_two_keys_at_once_pays_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Id<PaymentVoucher> voucher = sent(round);
            race(ImmutableList.of(
                    telling(world.notice("one" + round, receipt(voucher, "S" + round, LEFT))),
                    telling(world.notice("other" + round, receipt(voucher, "S" + round, LEFT)))));
            assertThat(balance(PaymentMeasure.PAID, Allotment.id("A" + round))).isEqualTo(LEFT);
            assertThat(balance(AllotmentMeasure.AVAILABLE, Allotment.id("A" + round)))
                    .isZero();
        }
    }

    @Test
    void one_receipt_with_two_amounts_at_once_pays_what_was_ordered_or_nothing_and_lists_what_contradicts()
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Id<PaymentVoucher> voucher = sent(round);
            ImmutableList<Outcome> outcomes = race(ImmutableList.of(
                    telling(world.notice("paid" + round, receipt(voucher, "S" + round, LEFT))),
                    telling(world.notice("paid" + round, receipt(voucher, "S" + round, LEFT - 1)))));
            assertThat(outcomes.get(1).result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
            assertThat(balance(PaymentMeasure.PAID, Allotment.id("A" + round)))
                    .isEqualTo(outcomes.get(0).isDone() ? LEFT : 0);
        }
    }
}
