package org.fiscalloop.evoucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.evoucher.EVoucherFixtures.READER;
import static org.fiscalloop.evoucher.EVoucherFixtures.codes;
import static org.fiscalloop.evoucher.EVoucherFixtures.value;
import static org.fiscalloop.evoucher.EVoucherFixtures.writer;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.TwoYears;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.reconciliation.DailyReconciliation;
import org.fiscalloop.reconciliation.ListedPayment;
import org.fiscalloop.reconciliation.VouchersOfDay;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A voucher over the wire and back: order, receipt, clearing, return, and what is refused on the way. */
class WireTest {
    private static final ToldVouchers.Receiver RECEIVER =
            new ToldVouchers.Receiver("ICBC", new DivisionCode(World.DIVISION), RefundKind.PASSIVE);

    private World world;
    private Elements elements;
    private Id<Allotment> allotment;

    @BeforeEach
    void there_is_a_world() {
        world = World.open();
        there_is_an_allotment();
    }

    private void there_is_an_allotment() {
        elements = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        allotment = world.allotment("A1", world.line("L1", elements, 1_000_000), elements, 100_000);
    }

    private <T> T read(Function<Reads, T> question) {
        return world.loop()
                .read(
                        world.loop()
                                .rules()
                                .at(World.DIVISION, World.YEAR, World.DAY)
                                .orElseThrow(),
                        question);
    }

    private void legacy() {
        world = World.open(
                TwoYears.rules(
                        CityRules.change("payment/kinds/11/open", Tree.bare("true")),
                        CityRules.change("payment/kinds/12/open", Tree.bare("true"))),
                new InMemoryJournal());
        there_is_an_allotment();
        done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(World.DIVISION)
                        .agency("")
                        .fiscalYear(World.YEAR)
                        .number("Z-F")
                        .name("财政零余额账户")
                        .bank("代理银行")
                        .kind("22")
                        .build())));
    }

    private PaymentVoucher sent(String id, long... amounts) {
        return sent("1", id, amounts);
    }

    private PaymentVoucher sent(String payType, String id, long... amounts) {
        ImmutableList.Builder<Id<PaymentRequest>> requests = ImmutableList.builder();
        for (int i = 0; i < amounts.length; i++) {
            ImmutablePaymentTerms terms = World.paymentTerms(allotment, elements, amounts[i]);
            boolean isDirect = payType.equals("11");
            Id<PaymentRequest> request = world.approved(
                    id + "R" + i,
                    isDirect ? terms.withPayType(payType).withPayerAccount("Z-F") : terms.withPayType(payType));
            if (isDirect) {
                done(world.act("chief", request, PaymentAction.REVIEW));
            }
            requests.add(request);
        }
        return world.loop().find(world.sent(id, ORGAN, requests.build())).orElseThrow();
    }

    private Decision<EVoucher> order(PaymentVoucher voucher) {
        return read(reads -> OrderVouchers.of(voucher, EVoucherLayouts.NATIONAL, reads));
    }

    private Decision<ImmutableList<Notice>> told(EVoucher voucher) {
        return read(reads -> ToldVouchers.of(voucher, RECEIVER, reads));
    }

    /** What the bank makes of an order: the same with what it did. */
    private static ImmutableEVoucher answer(EVoucher order, ImmutableMap<String, String> more) {
        return ImmutableEVoucher.copyOf(order)
                .withFlag(EVoucherFlag.RECEIPT)
                .withBody(new EVoucherBody(
                        order.type(),
                        ImmutableMap.<String, String>builder()
                                .putAll(order.body().head())
                                .putAll(more)
                                .buildKeepingLast(),
                        order.body().details()));
    }

    private static ImmutableMap<String, String> paid(String amount) {
        return ImmutableMap.of(
                "XPayDate",
                "20240301",
                "XAgentBusinessNo",
                "S-1",
                "XPayAmt",
                amount,
                "XPayeeAcctNo",
                World.PAYEE.account(),
                "XPayeeAcctName",
                World.PAYEE.name(),
                "XPayeeAcctBankName",
                World.PAYEE.bank());
    }

    private VoucherState state(String id) {
        return world.loop().find(World.voucher(id)).orElseThrow().state();
    }

    @ParameterizedTest
    @CsvSource({"1, TREASURY_PAYMENT", "11, DIRECT_PAYMENT", "12, AUTHORISED_PAYMENT"})
    void an_order_says_what_the_voucher_says_and_its_receipt_pays_it(String payType, EVoucherType type) {
        legacy();
        EVoucher order = value(order(sent(payType, "V1", 30_000, 20_000)));
        assertThat(order.type()).isEqualTo(type);
        assertThat(order.body().head()).containsEntry("PayTypeCode", payType);
        Bytes message = value(writer(VoucherEncoding.GBK).write(ImmutableList.of(order)));
        EVoucher arrived = READER.read(message).vouchers().get(0).voucher();
        assertThat(arrived).isEqualTo(order);
        assertThat(order.body().head())
                .containsEntry("AdmDivCode", "310107")
                .containsEntry("PayAmt", "500.00")
                .containsEntry("AgencyName", "单位" + ORGAN)
                .containsEntry("PayAcctBankName", "代理银行")
                .containsEntry("ExpFuncCode", "2010602")
                .containsEntry("PaySummaryName", "办公费");
        EVoucherContent.PaymentOrder content =
                (EVoucherContent.PaymentOrder) arrived.body().content();
        assertThat(content.payee())
                .isEqualTo(new EVoucherContent.Account(World.PAYEE.name(), World.PAYEE.account(), World.PAYEE.bank()));
        assertThat(content.details()).extracting(EVoucherContent.Detail::id).containsExactly("V1R0", "V1R1");

        Notice notice = value(told(answer(arrived, paid("500.00")))).get(0);
        assertThat(notice.id().value()).isEqualTo(type.code() + "-2024-V1");
        done(world.loop().tell(notice));
        assertThat(state("V1")).isEqualTo(VoucherState.PAID);
        assertThat(world.loop().tell(notice).isRepeat()).isTrue();
    }

    @Test
    void a_returned_order_is_a_rejection_and_one_without_a_word_tells_nothing() {
        EVoucher order = value(order(sent("V1", 30_000)));
        done(world.loop()
                .tell(value(told(answer(order, ImmutableMap.of()).withReturnReason("户名不符")))
                        .get(0)));

        assertThat(state("V1")).isEqualTo(VoucherState.BANK_REJECTED);
        assertThat(codes(told(answer(order, ImmutableMap.of())).refusals())).containsExactly("evoucher.nothing-told");
        assertThat(codes(told(answer(order, paid("0"))).refusals())).containsExactly("evoucher.nothing-told");
        assertThat(codes(told(order).refusals())).containsExactly("evoucher.nothing-told");
    }

    @Test
    void E11_a_receipt_that_repeats_another_order_is_refused_field_by_field() {
        EVoucher order = value(order(sent("V1", 30_000)));
        var refusals = told(answer(
                        order,
                        ImmutableMap.<String, String>builder()
                                .putAll(paid("300.00"))
                                .put("PayAmt", "900.00")
                                .put("PayeeAcctNo", "999")
                                .put("PayAcctNo", "Z9")
                                .buildOrThrow()))
                .refusals();

        assertThat(refusals)
                .extracting(EVoucherFixtures::named)
                .containsExactly(
                        "evoucher.order-differs PayAcctNo",
                        "evoucher.order-differs PayeeAcctNo",
                        "evoucher.order-differs PayAmt");
        assertThat(refusals.get(2).allowed()).containsExactly("300.00");
        assertThat(state("V1")).isEqualTo(VoucherState.SENT);
    }

    @Test
    void a_receipt_of_a_voucher_that_there_is_not_is_a_notice_that_waits() {
        EVoucher order = value(order(sent("V1", 30_000)));
        EVoucher other = ImmutableEVoucher.copyOf(answer(order, paid("300.00"))).withNumber("V9");

        assertThat(world.loop().tell(value(told(other)).get(0)).result().name()).isEqualTo("PARKED");
    }

    @Test
    void no_order_is_made_of_what_has_not_been_sent() {
        world.approved("R1", allotment, elements, 100);
        done(world.ask(
                "clerk" + ORGAN, new CreateVoucher(World.voucher("V1"), ORGAN, ImmutableList.of(World.request("R1")))));
        var refusal = order(world.loop().find(World.voucher("V1")).orElseThrow())
                .refusals()
                .get(0);

        assertThat(refusal.code()).isEqualTo("evoucher.voucher-not-sent");
        assertThat(refusal.text())
                .contains("CREATED")
                .contains("SENT, BANK_ACCEPTED, PAID, CLEARED, PAID_OUT, REFUNDED");
    }

    @Test
    void a_number_that_does_not_fit_the_form_is_refused_and_not_cut() {
        PaymentVoucher voucher = sent("V".repeat(43), 100);
        assertThat(codes(order(voucher).refusals())).contains("evoucher.value");
    }

    @Test
    void the_treasury_clears_by_voucher_although_it_lists_by_function() {
        for (String id : ImmutableList.of("P1", "P2")) {
            sent(id, 30_000);
            done(world.receipt(World.voucher(id), 30_000));
        }
        Notice notice = value(told(EVoucherFixtures.clearing(
                        EVoucherType.CLEARING, EVoucherFlag.RECEIPT, "100.00", "200.00", "300.00")))
                .get(0);
        done(world.loop().tell(notice));

        assertThat(notice.on()).hasToString("2024-03-03");
        assertThat(state("P1")).isEqualTo(VoucherState.CLEARED);
        assertThat(state("P2")).isEqualTo(VoucherState.CLEARED);
    }

    @Test
    void money_that_comes_back_is_told_as_a_negative_amount_or_a_positive_one() {
        sent("P1", 30_000);
        done(world.receipt(World.voucher("P1"), 30_000));
        done(world.loop()
                .tell(value(told(EVoucherFixtures.returned(EVoucherType.BANK_RETURN, "-20.00")))
                        .get(0)));
        done(world.loop()
                .tell(value(told(EVoucherFixtures.returned(EVoucherType.ALLOCATION_RETURN, "30.00")
                                .withNumber("V2")))
                        .get(0)));
        done(world.loop()
                .tell(value(told(EVoucherFixtures.clearing(EVoucherType.CLEARING_REFUND, EVoucherFlag.RECEIPT, "-50.00")
                                .withNumber("V3")))
                        .get(0)));

        assertThat(world.loop().find(World.voucher("P1")).orElseThrow().terms().refunds())
                .extracting(refund -> refund.serial() + " " + refund.amount() + " " + refund.kind())
                .containsExactly("V1 CNY 20.00 PASSIVE", "V2 CNY 30.00 PASSIVE", "V3/P1 CNY 50.00 PASSIVE");
    }

    @Test
    void amounts_of_both_signs_and_of_nothing_are_refused() {
        assertThat(codes(told(EVoucherFixtures.clearing(EVoucherType.CLEARING, EVoucherFlag.RECEIPT, "100.00", "-1.00"))
                        .refusals()))
                .containsExactly("evoucher.amount-sign");
        assertThat(codes(told(EVoucherFixtures.clearing(EVoucherType.CLEARING, EVoucherFlag.RECEIPT))
                        .refusals()))
                .containsExactly("evoucher.amount-sign");
        assertThat(codes(told(EVoucherFixtures.returned(EVoucherType.BANK_RETURN, "0"))
                        .refusals()))
                .containsExactly("evoucher.amount-sign");
    }

    /** What is told and what is listed come from the same vouchers, so the two sides agree. */
    @Test
    void the_lists_of_a_reconciliation_are_made_of_the_same_vouchers() {
        EVoucher paid = answer(value(order(sent("P1", 30_000))), paid("300.00"));
        EVoucher cleared = EVoucherFixtures.clearing(EVoucherType.CLEARING, EVoucherFlag.RECEIPT, "100.00", "200.00");
        ImmutableList<EVoucher> all = ImmutableList.of(paid, cleared, EVoucherFixtures.stock());
        done(world.loop().tell(value(told(paid)).get(0)));
        done(world.loop().tell(value(told(cleared)).get(0)));

        assertThat(ListedVouchers.paid(all))
                .containsExactly(new ListedPayment(
                        World.voucher("P1"), Fen.money(30_000), World.PAYEE.account(), World.DAY, "S-1"));
        assertThat(ListedVouchers.cleared(all))
                .containsExactly(
                        new ListedPayment(World.voucher("P1"), Fen.money(30_000), "", World.DAY.plusDays(2), "V1"));
        DailyReconciliation day = DailyReconciliation.of(
                World.DIVISION,
                World.DAY,
                VouchersOfDay.of(world.loop(), World.DIVISION, 0),
                ListedVouchers.paid(all),
                ImmutableList.of());
        assertThat(day.isAgreed()).isTrue();
        assertThat(ListedVouchers.paid(ImmutableList.of(((ImmutableEVoucher) paid).withReturnReason("退回"))))
                .isEmpty();
    }

    @Test
    void the_day_report_books_what_came_in_on_the_day() {
        Notice notice =
                value(told(EVoucherFixtures.revenue("10.00", "0", "5.00"))).get(0);
        done(world.loop().tell(notice));
        TreasuryDayReport report = (TreasuryDayReport) notice.body();

        assertThat(report.total()).contains(Fen.money(1_500));
        assertThat(report.lines())
                .extracting(line -> line.income() + " " + line.fund() + " " + line.amount() + " of " + line.level())
                .containsExactly("10101 111 CNY 10.00 of ", "10101 111 CNY 5.00 of ");
        assertThat(notice.on()).hasToString("2024-03-01");
        assertThat(codes(told(EVoucherFixtures.revenue("0")).refusals())).containsExactly("evoucher.nothing-told");
    }

    @Test
    void what_tells_nothing_or_is_of_another_division_is_refused() {
        for (EVoucher silent : ImmutableList.of(
                EVoucherFixtures.stock(),
                EVoucherFixtures.allocation(),
                EVoucherFixtures.quota(EVoucherType.DIRECT_QUOTA),
                EVoucherFixtures.clearing(EVoucherType.CLEARING, EVoucherFlag.ORDER, "1.00"),
                EVoucherFixtures.clearing(EVoucherType.CLEARING, EVoucherFlag.RECEIPT, "1.00")
                        .withReturnReason("退回"))) {
            assertThat(codes(told(silent).refusals())).containsExactly("evoucher.nothing-told");
        }
        EVoucher elsewhere = EVoucherFixtures.revenue("1.00").withDivision("350200");
        assertThat(codes(told(elsewhere).refusals())).containsExactly("evoucher.of-another-division");
    }

    @Test
    void a_stock_report_says_what_stands_in_the_treasury() {
        EVoucherContent.StockReport report =
                (EVoucherContent.StockReport) EVoucherFixtures.stock().body().content();
        assertThat(report.on()).hasToString("2024-03-01");
        assertThat(report.accounts())
                .extracting(EVoucherContent.StockReport.Stock::toString)
                .containsExactly(
                        "Stock[account=27101, before=CNY 100.00, received=CNY 50.00, paid=CNY 30.00, left=CNY 120.00]");
    }

    @Test
    void states_are_found_by_their_digits() {
        for (TreasuryState state : TreasuryState.values()) {
            assertThat(TreasuryState.of(state.code())).contains(state);
            assertThat(state.chinese()).isNotBlank();
        }
        for (ReceiptState state : ReceiptState.values()) {
            assertThat(ReceiptState.of(state.code())).contains(state);
            assertThat(state.chinese()).isNotBlank();
        }
        assertThat(TreasuryState.of("99")).isEmpty();
        assertThat(ReceiptState.of("7")).isEmpty();
        assertThat(TreasuryState.of("90").map(TreasuryState::progress)).contains(Progress.RETURNED);
        assertThat(ReceiptState.of("3").map(ReceiptState::progress)).contains(Progress.ACCEPTED);
    }
}
