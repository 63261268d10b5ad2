package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.evoucher.EVoucherLayouts;
import org.fiscalloop.evoucher.OrderVouchers;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.reconciliation.DailyReconciliation;
import org.fiscalloop.reconciliation.ListedPayment;
import org.fiscalloop.reconciliation.VouchersOfDay;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same request, voucher and receipt whosever money it is; what each channel books, and what limits it. */
class PaymentChannelsTest {
    private static final long FEN = 100_000;

    private World world = World.open();

    private Elements elements(String agency, String fund) {
        return ImmutableElements.copyOf(World.elements(agency, world.project(1, agency, FEN)))
                .withFund(fund);
    }

    private Id<Allotment> allotment(Elements elements) {
        return world.allotment("A", world.line("L", elements, FEN), elements, FEN);
    }

    private void account(String agency, String number, String kind) {
        done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(DIVISION)
                        .agency(agency)
                        .fiscalYear(YEAR)
                        .number(number)
                        .name("账户" + number)
                        .bank("代理银行")
                        .kind(kind)
                        .build())));
    }

    private Outcome submitted(String id, PaymentTerms terms) {
        Id<PaymentRequest> request = World.request(id);
        done(world.ask("clerk" + terms.agency(), new CreatePayment(request, terms)));
        return world.act("clerk" + terms.agency(), request, PaymentAction.SUBMIT);
    }

    private Id<PaymentVoucher> sent(String id, PaymentTerms terms) {
        done(submitted("R" + id, terms));
        done(world.act("head" + terms.agency(), World.request("R" + id), PaymentAction.APPROVE));
        return world.sent("V" + id, terms.agency(), ImmutableList.of(World.request("R" + id)));
    }

    private static ImmutablePaymentTerms from(String account, Id<Allotment> allotment, Elements elements, long fen) {
        return World.paymentTerms(allotment, elements, fen).withPayerAccount(account);
    }

    private void arrives(long fen) {
        done(world.tell(
                "income-" + fen,
                new OtherIncomeReceived(
                        new Id<>(IncomeReceipt.KIND, "I" + fen),
                        ORGAN,
                        "N1",
                        world.day(),
                        Fen.money(fen),
                        Optional.empty(),
                        Optional.empty())));
    }

    private VoucherState state(Id<PaymentVoucher> voucher) {
        return world.loop().find(voucher).orElseThrow().state();
    }

    private long available(Id<Allotment> allotment) {
        return world.loop()
                .balance(
                        AllotmentMeasure.AVAILABLE,
                        world.loop().find(allotment).orElseThrow().segments(),
                        world.loop().rules().at(DIVISION, YEAR, world.day()).orElseThrow());
    }

    @Test
    void an_agency_s_own_payment_waits_for_no_clearing_and_is_no_order_to_the_treasury_s_bank() {
        account(ORGAN, "N1", "41");
        Elements own = elements(ORGAN, "31");
        Id<Allotment> allotment = allotment(own);
        arrives(50_000);
        Id<PaymentVoucher> voucher = sent("1", from("N1", allotment, own, 30_000));
        done(world.receipt(voucher, 30_000));

        DailyReconciliation day = DailyReconciliation.of(
                DIVISION,
                world.day(),
                VouchersOfDay.of(world.loop(), DIVISION, 0),
                ImmutableList.of(new ListedPayment(voucher, Fen.money(30_000), "", world.day(), "S")),
                ImmutableList.of());
        assertThat(day.differences()).isEmpty();
        assertThat(day.bank().here()).isEqualTo(Fen.money(30_000));
        assertThat(day.funds()).isEmpty();
        var order = world.loop()
                .read(
                        world.loop().rules().at(DIVISION, YEAR, world.day()).orElseThrow(),
                        reads -> OrderVouchers.of(
                                reads.find(World.voucher("V1")).orElseThrow(), EVoucherLayouts.NATIONAL, reads));
        assertThat(order.refusals())
                .extracting(refusal -> refusal.code() + " " + refusal.allowed())
                .containsExactly("evoucher.channel [TREASURY]");
    }

    @Test
    void an_agency_s_own_money_is_paid_of_its_bank_balance_and_the_treasury_books_nothing() {
        account(ORGAN, "N1", "41");
        Elements own = elements(ORGAN, "31");
        Id<Allotment> allotment = allotment(own);
        arrives(50_000);

        Id<PaymentVoucher> voucher = sent("1", from("N1", allotment, own, 30_000));
        Outcome paid = done(world.receipt(voucher, 30_000));

        assertThat(state(voucher)).isEqualTo(VoucherState.PAID_OUT);
        Sums sums = Sums.of(paid.entries());
        assertThat(sums.allotment("IP04").debit()).isEqualTo(30_000);
        assertThat(sums.treasury().lines()).isEmpty();
        assertThat(sums.agency("800102").credit()).isEqualTo(30_000);
        assertThat(sums.agency("710103").debit()).isEqualTo(30_000);

        Outcome refund = done(world.refund("T1", voucher, 10_000));

        assertThat(state(voucher)).isEqualTo(VoucherState.PAID_OUT);
        assertThat(Sums.of(refund.entries()).treasury().lines()).isEmpty();
        assertThat(Sums.of(refund.entries()).agency("800102").debit()).isEqualTo(10_000);
        assertThat(available(allotment)).isEqualTo(80_000);
    }

    @Test
    void what_is_applied_for_and_not_paid_counts_against_the_bank_balance() {
        account(ORGAN, "N1", "41");
        Elements own = elements(ORGAN, "31");
        Id<Allotment> allotment = allotment(own);
        arrives(50_000);
        done(submitted("R1", from("N1", allotment, own, 30_000)));

        Outcome second = submitted("R2", from("N1", allotment, own, 20_001));

        assertThat(second.refusals()).extracting(Refusal::code).containsExactly("payment.over-bank-balance");
        assertThat(second.refusals().get(0).text())
                .contains("200.00")
                .contains("200.01")
                .contains("0.01");
        done(world.act("clerk" + ORGAN, World.request("R1"), PaymentAction.WITHDRAW));
        done(world.act("clerk" + ORGAN, World.request("R2"), PaymentAction.SUBMIT));
    }

    @Test
    void money_of_the_special_account_is_the_treasury_s_expense_and_the_agency_s_income_at_once() {
        account("", "S1", "31");
        Elements fees = elements(ORGAN, "2");
        Id<Allotment> allotment = allotment(fees);

        Id<PaymentVoucher> voucher = sent("1", from("S1", allotment, fees, 30_000));
        Sums sums = Sums.of(done(world.receipt(voucher, 30_000)).entries());

        assertThat(state(voucher)).isEqualTo(VoucherState.PAID_OUT);
        assertThat(sums.allotment("IP02").debit()).isEqualTo(30_000);
        assertThat(sums.treasury("5041").debit()).isEqualTo(30_000);
        assertThat(sums.treasury("1002").credit()).isEqualTo(30_000);
        assertThat(sums.treasury("7005").debit()).isEqualTo(30_000);
        assertThat(sums.treasury("804102").credit()).isEqualTo(30_000);
        assertThat(sums.agency("610102").credit()).isEqualTo(30_000);
        assertThat(sums.agency("710103").debit()).isEqualTo(30_000);

        Sums back = Sums.of(done(world.refund("T1", voucher, 30_000)).entries());

        assertThat(state(voucher)).isEqualTo(VoucherState.REFUNDED);
        assertThat(back.treasury("1002").debit()).isEqualTo(30_000);
        assertThat(available(allotment)).isEqualTo(FEN);
    }

    @ParameterizedTest
    @CsvSource({"29999,false", "30000,true"})
    void a_place_may_pay_out_of_the_special_account_no_more_than_came_in(long income, boolean isPaid) {
        world = World.open(
                TwoYears.rules(
                        CityRules.change("payment/limits/payment.over-special-account/severity", Tree.text("HARD"))),
                new InMemoryJournal());
        account("", "S1", "31");
        Elements fees = elements(ORGAN, "2");
        done(world.tell(
                "fees",
                new TreasuryDayReport(
                        IncomeReceipt.number("D1"),
                        world.day(),
                        ImmutableList.of(new IncomeTerms.Line("10304", "2", "", Fen.money(income))))));

        Outcome paid = world.receipt(sent("1", from("S1", allotment(fees), fees, 30_000)), 30_000);

        assertThat(paid.isDone()).isEqualTo(isPaid);
        assertThat(paid.refusals())
                .allSatisfy(refusal -> assertThat(refusal.text())
                        .contains("299.99 stands on the special accounts of " + DIVISION, "0.01 too much"));
    }

    @Test
    void an_allocation_leaves_the_treasury_s_single_account_and_no_agency_books_it() {
        account("", "K1", "11");
        Elements general = elements(ORGAN, "111");
        Id<Allotment> allotment = allotment(general);

        Id<PaymentVoucher> voucher =
                sent("1", from("K1", allotment, general, 30_000).withPayType("2"));
        Sums sums = Sums.of(done(world.receipt(voucher, 30_000)).entries());

        assertThat(sums.allotment("IP05").debit()).isEqualTo(30_000);
        assertThat(sums.treasury("1001").credit()).isEqualTo(30_000);
        assertThat(sums.treasury("7001").debit()).isEqualTo(30_000);
        assertThat(sums.agency().lines()).isEmpty();
    }

    @Test
    void the_treasury_has_nothing_to_clear_of_what_it_does_not_clear() {
        account("", "S1", "31");
        Elements fees = elements(ORGAN, "2");
        Id<PaymentVoucher> voucher = sent("1", from("S1", allotment(fees), fees, 30_000));
        done(world.receipt(voucher, 30_000));

        Outcome clearing = world.clearing("B1", voucher, 30_000);

        assertThat(clearing.refusals()).extracting(Refusal::code).containsExactly("payment.clearing-of-none");
        assertThat(state(voucher)).isEqualTo(VoucherState.PAID_OUT);
    }

    @Test
    void a_budget_of_another_s_money_comes_of_its_own_source() {
        allotment(elements(ORGAN, "31"));

        Sums sums = Sums.of(world.loop().balances());

        assertThat(sums.allotment("IS09").credit()).isEqualTo(FEN);
        assertThat(sums.allotment("IS01").lines()).isEmpty();
    }
}
