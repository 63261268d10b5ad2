package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;
import static org.fiscalloop.loop.World.voucher;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** Where payments fail in other systems. */
class PaymentHardCasesTest {
    private static final String CLERK = "clerk" + ORGAN;
    private static final long HELD = 500_000;

    private final InMemoryJournal journal = new InMemoryJournal();
    private final World world = World.open(CityRules.nation(), journal);
    private final Elements elements = World.elements(ORGAN, world.project(1, ORGAN, HELD));
    private final Id<Allotment> allotment = world.allotment("A-1", world.line("L-1", elements, HELD), elements, HELD);

    private long balance(AllotmentMeasure measure) {
        return TwoYears.balance(world, measure, Dimensions.ALLOTMENT, "A-1");
    }

    private Outcome create(String id, long fen) {
        return world.ask(CLERK, new CreatePayment(request(id), World.paymentTerms(allotment, elements, fen)));
    }

    private PaymentState state(String id) {
        return world.loop().find(request(id)).orElseThrow().state();
    }

    @Test
    void the_id_of_a_void_request_is_used_by_no_other() {
        done(create("R-1", 1_000));
        done(world.act(CLERK, request("R-1"), PaymentAction.VOID));

        Outcome again = create("R-1", 2_000);

        assertThat(codes(again)).containsExactly("loop.document-exists");
        assertThat(state("R-1")).isEqualTo(PaymentState.VOIDED);
        assertThat(codes(world.act(CLERK, request("R-1"), PaymentAction.SUBMIT)))
                .containsExactly("lifecycle.not-allowed");
        assertThat(balance(AllotmentMeasure.APPLIED)).isZero();
    }

    @Test
    void a_void_request_is_drawn_into_no_voucher_and_a_void_voucher_is_not_made_again() {
        world.approved("R-1", allotment, elements, 1_000);
        done(world.act(CLERK, request("R-1"), PaymentAction.VOID));
        assertThat(codes(draw("V-1", "R-1"))).contains("lifecycle.not-allowed");
        world.approved("R-2", allotment, elements, 2_000);
        done(draw("V-2", "R-2"));
        done(world.act(CLERK, voucher("V-2"), VoucherAction.VOID));

        world.approved("R-3", allotment, elements, 3_000);

        assertThat(codes(draw("V-2", "R-3"))).containsExactly("loop.document-exists");
        assertThat(world.receipt(voucher("V-2"), 2_000).result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(world.loop().find(voucher("V-2")).orElseThrow().state()).isEqualTo(VoucherState.VOIDED);
        assertThat(balance(AllotmentMeasure.AVAILABLE)).isEqualTo(HELD - 3_000);
    }

    private Outcome draw(String voucher, String request) {
        return world.ask(CLERK, new CreateVoucher(voucher(voucher), ORGAN, ImmutableList.of(request(request))));
    }

    @Test
    void E8_a_second_refund_of_the_same_payment_is_refused_also_after_replay() {
        Id<PaymentVoucher> voucher = world.pay("1", allotment, elements, HELD);
        done(world.refund("S-1", voucher, HELD));

        assertThat(world.refund("S-2", voucher, HELD).result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        World replayed = World.open(CityRules.nation(), journal);
        assertThat(replayed.refund("S-1", voucher, HELD).isRepeat()).isTrue();
        assertThat(replayed.refund("S-3", voucher, 1).result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);

        assertThat(TwoYears.balance(replayed, AllotmentMeasure.AVAILABLE, Dimensions.ALLOTMENT, "A-1"))
                .isEqualTo(HELD);
        assertThat(TwoYears.balance(replayed, PaymentMeasure.PAID, Dimensions.ALLOTMENT, "A-1"))
                .isZero();
        assertThat(replayed.loop().verify()).isEmpty();
    }

    @Test
    void amending_a_request_excludes_its_own_earlier_occupation() {
        World saving = World.open(
                TwoYears.rules(CityRules.change("payment/occupation", Tree.text("SAVE"))), new InMemoryJournal());
        Elements own = World.elements(ORGAN, saving.project(1, ORGAN, HELD));
        Id<Allotment> of = saving.allotment("A-1", saving.line("L-1", own, HELD), own, HELD);
        ImmutablePaymentTerms whole = World.paymentTerms(of, own, HELD);
        done(saving.ask(CLERK, new CreatePayment(request("R-1"), whole)));

        done(saving.ask(CLERK, new RevisePayment(request("R-1"), whole.withAmount(Fen.money(HELD - 1)))));
        done(saving.ask(CLERK, new RevisePayment(request("R-1"), whole)));
        Outcome more = saving.ask(CLERK, new RevisePayment(request("R-1"), whole.withAmount(Fen.money(HELD + 1))));

        assertThat(codes(more)).containsExactly("payment.over-allotment");
        assertThat(more.refusals().get(0).facts()).containsEntry("short-by", Fact.amount(1));
        assertThat(TwoYears.balance(saving, AllotmentMeasure.APPLIED, Dimensions.ALLOTMENT, "A-1"))
                .isEqualTo(HELD);
    }

    @Test
    void the_same_receipt_twice_pays_once_and_with_another_amount_it_is_a_conflict() {
        world.approved("R-1", allotment, elements, 1_000);
        Id<PaymentVoucher> sent = world.sent("V-1", ORGAN, ImmutableList.of(request("R-1")));
        done(world.receipt(sent, 1_000));

        assertThat(world.receipt(sent, 1_000).isRepeat()).isTrue();
        Outcome conflict = world.receipt(sent, 999);

        assertThat(conflict.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(TwoYears.balance(world, PaymentMeasure.PAID, Dimensions.ALLOTMENT, "A-1"))
                .isEqualTo(1_000);
    }
}
