package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.payment.PaymentFixtures.AGENCY;
import static org.fiscalloop.payment.PaymentFixtures.CASHIER;
import static org.fiscalloop.payment.PaymentFixtures.ON;
import static org.fiscalloop.payment.PaymentFixtures.PAYEE;
import static org.fiscalloop.payment.PaymentFixtures.STAMPER;
import static org.fiscalloop.payment.PaymentFixtures.office;
import static org.fiscalloop.payment.PaymentFixtures.terms;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.junit.jupiter.api.Test;

/** What the treasury tells, batch by batch. */
class ClearingTest {
    private static final Id<PaymentVoucher> PAID = PaymentVoucher.id("V-1");
    private static final Id<PaymentVoucher> SENT = PaymentVoucher.id("V-2");
    private static final Id<PaymentVoucher> ALSO_PAID = PaymentVoucher.id("V-3");
    private static final Id<PaymentVoucher> UNKNOWN = PaymentVoucher.id("V-9");

    private static void sent(Office office, String number) {
        Id<PaymentRequest> request = PaymentRequest.id("R-" + number);
        Id<PaymentVoucher> voucher = PaymentVoucher.id("V-" + number);
        VoucherTest.approve(office, request, terms(100_00));
        office.done(CASHIER, new CreateVoucher(voucher, AGENCY, ImmutableList.of(request)));
        office.done(CASHIER, voucher, VoucherAction.SIGN);
        office.done(STAMPER, voucher, VoucherAction.STAMP);
        office.done(CASHIER, voucher, VoucherAction.SEND);
    }

    private static void paid(Office office, String number) {
        sent(office, number);
        pay(office, number);
    }

    private static void pay(Office office, String number) {
        office.tell(new BankReceipt(PaymentVoucher.id("V-" + number), "S-" + number, ON, Fen.money(100_00), PAYEE));
    }

    /** V-1 and V-3 are paid, V-2 is only sent. */
    private static Office three() {
        Office office = office();
        paid(office, "1");
        sent(office, "2");
        paid(office, "3");
        return office;
    }

    private static ClearingLine line(Id<PaymentVoucher> voucher, long fen) {
        return new ClearingLine(voucher, Fen.money(fen));
    }

    private static TreasuryClearing batch(String number, ClearingLine... lines) {
        return new TreasuryClearing(number, ImmutableList.copyOf(lines));
    }

    private static VoucherState state(Office office, Id<PaymentVoucher> voucher) {
        return office.voucher(voucher).state();
    }

    @Test
    void what_later_rules_name_no_expense_for_is_booked_as_it_was_ordered_and_ordered_no_more() {
        Office office = three();
        Id<PaymentRequest> next = PaymentRequest.id("R-9");
        office.put(PaymentFixtures.standing(PaymentFlow.REQUEST, next, terms(1_00), PaymentState.UNIT_APPROVED));
        office.under(PaymentFixtures.rules(
                ImmutablePaymentRules.builder()
                        .treasuryExpenses(ByPrefix.of(ImmutableList.of(
                                new ByPrefix.Row<>("501", TreasuryExpense.WAGES, Source.own("a test")))))
                        .build(),
                PaymentFixtures.MASTERDATA));

        for (Body told : ImmutableList.<Body>of(
                new RefundNotice(PAID, "T-1", Fen.money(10_00), Optional.empty(), RefundKind.ACTIVE),
                batch("B-1", line(PAID, 100_00)))) {
            office.tell(told);
            assertThat(office.lastPosting().facets()).contains(TreasuryExpense.GOODS_AND_SERVICES);
        }
        assertThat(state(office, PAID)).isEqualTo(VoucherState.CLEARED);
        assertThat(office.ask(CASHIER, new CreateVoucher(PaymentVoucher.id("V-9"), AGENCY, ImmutableList.of(next)))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("payment.class-not-payable");
    }

    @Test
    void a_clearing_closes_a_paid_voucher_and_posts_it_for_each_request() {
        Office office = three();
        office.tell(batch("B-1", line(PAID, 100_00)));

        assertThat(state(office, PAID)).isEqualTo(VoucherState.CLEARED);
        assertThat(office.voucher(PAID).terms().clearing()).contains(new VoucherTerms.Clearing("B-1", ON));
        assertThat(office.lastPosting().key()).isEqualTo(PaymentPostings.CLEARED);
        assertThat(office.lastPosting().facets())
                .containsExactly(
                        YearBasis.CURRENT,
                        FundBook.GENERAL,
                        TreasuryExpense.GOODS_AND_SERVICES,
                        PaymentChannel.TREASURY);
        assertThat(office.lastPosting().blocks().get(1).value(Dimensions.PAYMENT))
                .isEqualTo("R-1");
    }

    @Test
    void E12_a_batch_books_what_matches_parks_what_is_early_and_lists_what_contradicts() {
        Office office = three();
        Matching matching = office.tell(
                batch("B-1", line(PAID, 100_00), line(SENT, 100_00), line(ALSO_PAID, 99_00), line(UNKNOWN, 1_00)));

        assertThat(matching.booked()).hasSize(1);
        assertThat(matching.parked())
                .extracting(Matching.Waiting::body)
                .containsExactly(batch("B-1", line(SENT, 100_00)), batch("B-1", line(UNKNOWN, 1_00)));
        assertThat(matching.parked()).extracting(Matching.Waiting::awaited).containsExactly(SENT, UNKNOWN);
        assertThat(matching.listed())
                .extracting(Matching.Listing::body)
                .containsExactly(batch("B-1", line(ALSO_PAID, 99_00)));
        assertThat(matching.listed().get(0).problem().code()).isEqualTo("payment.clearing-amount-differs");
        assertThat(matching.listed().get(0).problem().text()).contains("99.00").contains("100.00");
        assertThat(state(office, PAID)).isEqualTo(VoucherState.CLEARED);
        assertThat(state(office, ALSO_PAID)).isEqualTo(VoucherState.PAID);
    }

    @Test
    void a_parked_line_is_booked_when_the_voucher_has_been_paid() {
        Office office = three();
        Matching matching = office.tell(batch("B-1", line(PAID, 100_00), line(SENT, 100_00)));
        pay(office, "2");

        assertThat(office.tell(matching.parked().get(0).body()).booked()).hasSize(1);
        assertThat(state(office, SENT)).isEqualTo(VoucherState.CLEARED);
        assertThat(office.voucher(SENT).terms().clearing()).contains(new VoucherTerms.Clearing("B-1", ON));
    }

    @Test
    void another_batch_that_clears_again_is_an_exception_and_the_same_one_has_no_effect() {
        Office office = three();
        office.tell(batch("B-1", line(PAID, 100_00)));
        int posted = office.posted().size();

        Matching again = office.tell(batch("B-1", line(PAID, 100_00)));
        assertThat(again.booked()).isEmpty();
        assertThat(again.listed()).isEmpty();

        Matching other = office.tell(batch("B-2", line(PAID, 100_00)));
        assertThat(other.listed().get(0).problem().code()).isEqualTo("payment.clearing-twice");
        assertThat(other.listed().get(0).problem().text()).contains("B-1").contains("B-2");
        assertThat(office.posted()).hasSize(posted);
    }

    @Test
    void a_batch_clears_a_voucher_once_however_often_it_names_it() {
        Office office = three();
        Matching matching = office.tell(batch("B-1", line(PAID, 100_00), line(PAID, 100_00)));

        assertThat(matching.booked()).hasSize(1);
        assertThat(matching.listed())
                .extracting(listing -> listing.problem().code())
                .containsExactly("payment.clearing-twice");
    }

    @Test
    void a_clearing_of_a_void_voucher_is_an_exception() {
        Office office = office();
        VoucherTest.approve(office, PaymentRequest.id("R-1"), terms(100_00));
        office.done(CASHIER, new CreateVoucher(PAID, AGENCY, ImmutableList.of(PaymentRequest.id("R-1"))));
        office.done(CASHIER, PAID, VoucherAction.VOID);

        assertThat(office.tell(batch("B-1", line(PAID, 100_00)))
                        .listed()
                        .get(0)
                        .problem()
                        .code())
                .isEqualTo("payment.notice-for-voided");
    }

    @Test
    void a_clearing_names_its_batch_and_clears_something() {
        assertThatThrownBy(() -> batch("B-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> batch("", line(PAID, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(batch("B-1", line(SENT, 1), line(PAID, 1)).document()).isEqualTo(SENT);
    }
}
