package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.voucher;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.evoucher.EVoucherLayouts;
import org.fiscalloop.evoucher.OrderVouchers;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateProxyPayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of payment: which are open, by which route they go, and what order they give the bank. */
class PaymentKindsTest {
    private static final Overlay.Change DIRECT = open("11");
    private static final Overlay.Change AUTHORISED = open("12");

    private World world = World.open();
    private DoorFixtures.Room room = DoorFixtures.room(world);

    private static Overlay.Change open(String kind) {
        return CityRules.change("payment/kinds/" + kind + "/open", Tree.bare("true"));
    }

    private void under(Overlay.Change... changes) {
        world = World.open(TwoYears.rules(changes), new InMemoryJournal());
        inPlace();
    }

    private void inPlace() {
        room = DoorFixtures.room(world);
        done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(DIVISION)
                        .agency("")
                        .fiscalYear(YEAR)
                        .number("Z-F")
                        .name("财政零余额账户")
                        .bank("代理银行")
                        .kind("22")
                        .build())));
    }

    private ImmutablePaymentTerms terms(String kind) {
        return World.paymentTerms(room.allotment(), room.elements(), 10_000).withPayType(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "12", "3", ""})
    void a_request_of_a_kind_that_is_not_open_or_not_known_is_refused(String kind) {
        Outcome refused = world.ask(CLERK, new CreatePayment(request("1"), terms(kind)));

        assertThat(codes(refused)).containsExactly("payment.kind-not-open");
        Refusal refusal = refused.refusals().get(0);
        assertThat(refusal.facts())
                .containsEntry("kind", Fact.text(kind))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("1", "2")));
        assertThat(refusal.textZh()).contains("未启用");
        assertThat(codes(world.ask("finance", new CreateProxyPayment(request("2"), terms(kind)))))
                .containsExactly("payment.kind-not-open");
        done(world.ask(CLERK, new CreatePayment(request("3"), terms("1"))));
        assertThat(codes(world.ask(CLERK, new RevisePayment(request("3"), terms(kind)))))
                .containsExactly("payment.kind-not-open");
    }

    @Test
    void direct_payment_goes_by_finances_route_from_finances_account() {
        under(DIRECT);
        done(world.ask(CLERK, new CreatePayment(request("1"), terms("11"))));
        Outcome refused = world.act(CLERK, request("1"), PaymentAction.SUBMIT);
        assertThat(codes(refused)).containsExactly("payment.payer-account");
        assertThat(refused.refusals().get(0).allowed()).containsExactly("22");
        done(world.ask(CLERK, new RevisePayment(request("1"), terms("11").withPayerAccount("Z-F"))));
        done(world.act(CLERK, request("1"), PaymentAction.SUBMIT));
        done(world.act("head" + ORGAN, request("1"), PaymentAction.APPROVE));

        assertThat(codes(world.ask(CLERK, voucher("V1", "1")))).containsExactly("payment.finance-review-missing");
        done(world.act("chief", request("1"), PaymentAction.REVIEW));
        done(world.receipt(world.sent("V1", ORGAN, ImmutableList.of(request("1"))), 10_000));
        assertThat(world.loop().find(request("1")).orElseThrow().state()).isEqualTo(PaymentState.PAID);
        assertThat(world.loop().find(World.voucher("V1")).orElseThrow().terms().orderType())
                .isEqualTo("5201");
    }

    @Test
    void authorised_payment_goes_by_the_agencys_route_from_its_own_account() {
        under(AUTHORISED);
        done(world.ask(CLERK, new CreatePayment(request("1"), terms("12").withPayerAccount("Z-F"))));
        Outcome refused = world.act(CLERK, request("1"), PaymentAction.SUBMIT);
        assertThat(codes(refused)).containsExactly("payment.payer-account");
        assertThat(refused.refusals().get(0).allowed()).containsExactly("21");
        world.approved("2", terms("12"));
        world.sent("V2", ORGAN, ImmutableList.of(request("2")));
        assertThat(world.loop().find(World.voucher("V2")).orElseThrow().terms().orderType())
                .isEqualTo("8202");
    }

    @Test
    void what_the_treasury_clears_is_paid_from_a_zero_balance_account_whatever_its_kind_names() {
        under(
                AUTHORISED,
                CityRules.change(
                        "payment/kinds/12/payers", Tree.items(ImmutableList.of(Tree.text("11"), Tree.text("21")))));
        done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(DIVISION)
                        .agency(ORGAN)
                        .fiscalYear(YEAR)
                        .number("B-1")
                        .name("基本存款账户")
                        .bank("商业银行")
                        .kind("11")
                        .build())));
        done(world.ask(CLERK, new CreatePayment(request("1"), terms("12").withPayerAccount("B-1"))));

        Outcome refused = world.act(CLERK, request("1"), PaymentAction.SUBMIT);

        assertThat(codes(refused)).containsExactly("payment.payer-account");
        assertThat(refused.refusals().get(0).allowed()).containsExactly("21");
        world.approved("2", terms("12"));
    }

    @Test
    void requests_of_different_kinds_go_on_no_one_voucher() {
        under(AUTHORISED);
        world.approved("1", terms("1"));
        world.approved("2", terms("12"));

        Outcome refused = world.ask(
                CLERK, new CreateVoucher(World.voucher("V1"), ORGAN, ImmutableList.of(request("1"), request("2"))));

        assertThat(codes(refused)).containsExactly("payment.requests-differ");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("element", Fact.text("pay-type"))
                .containsEntry("request", Fact.text("2"))
                .containsEntry("given", Fact.text("12"))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("1")));
    }

    /** The rules may have changed since it was approved. */
    @Test
    void no_voucher_is_made_of_a_kind_that_has_been_closed() {
        LocalDate later = World.DAY.plusDays(1);
        world = World.open(
                CityRules.with(
                        TwoYears.overlay(YEAR, AUTHORISED),
                        CityRules.overlay(
                                DIVISION, later, CityRules.change("payment/kinds/12/open", Tree.bare("false")))),
                new InMemoryJournal());
        inPlace();
        world.approved("1", terms("12"));
        world.turn(YEAR, later);
        done(world.ask(
                "admin",
                new AdoptRulebook(
                        DIVISION,
                        YEAR,
                        world.loop()
                                .rules()
                                .at(DIVISION, YEAR, later)
                                .orElseThrow()
                                .fingerprint())));

        assertThat(codes(world.ask(CLERK, voucher("V1", "1")))).containsExactly("payment.kind-not-open");
        done(world.act(CLERK, request("1"), PaymentAction.VOID));
    }

    @Test
    void a_kind_without_an_order_is_paid_and_has_no_electronic_voucher() {
        under(AUTHORISED, CityRules.change("payment/kinds/12/order", Tree.text("5207")));
        world.approved("1", terms("12"));
        world.sent("V1", ORGAN, ImmutableList.of(request("1")));

        var order = world.loop()
                .read(
                        DoorFixtures.rules(world),
                        reads -> OrderVouchers.of(
                                reads.find(World.voucher("V1")).orElseThrow(), EVoucherLayouts.NATIONAL, reads));

        Refusal refusal = order.refusals().get(0);
        assertThat(refusal.code()).isEqualTo("evoucher.no-order-type");
        assertThat(refusal.facts())
                .containsEntry("voucher", Fact.text("V1"))
                .containsEntry("kind", Fact.text("12"))
                .containsEntry("given", Fact.text("5207"));
        assertThat(refusal.allowed()).containsExactly("5201", "8202", "5214");
    }
}
