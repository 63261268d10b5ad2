package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.payment.PaymentFixtures.CASHIER;
import static org.fiscalloop.payment.PaymentFixtures.office;
import static org.fiscalloop.payment.ReceiptTest.paid;
import static org.fiscalloop.payment.VoucherTest.FIRST;
import static org.fiscalloop.payment.VoucherTest.SECOND;
import static org.fiscalloop.payment.VoucherTest.VOUCHER;
import static org.fiscalloop.payment.VoucherTest.created;
import static org.fiscalloop.payment.VoucherTest.sent;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.project.SpendingKind;
import org.junit.jupiter.api.Test;

/** What comes back of a voucher of 300 yuan for the first request and 200 for the second. */
class RefundTest {
    private static RefundNotice refund(String serial, long fen, Id<PaymentRequest> request) {
        return new RefundNotice(VOUCHER, serial, Fen.money(fen), Optional.of(request), RefundKind.PASSIVE);
    }

    private static RefundNotice refund(String serial, long fen) {
        return new RefundNotice(VOUCHER, serial, Fen.money(fen), Optional.empty(), RefundKind.ACTIVE);
    }

    private static void clear(Office office) {
        office.tell(new TreasuryClearing("B-1", ImmutableList.of(new ClearingLine(VOUCHER, Fen.money(500_00)))));
    }

    private static VoucherState state(Office office) {
        return office.voucher(VOUCHER).state();
    }

    private static void isListed(Matching matching, String code) {
        assertThat(matching.booked()).isEmpty();
        assertThat(matching.parked()).isEmpty();
        assertThat(matching.listed()).hasSize(1);
        assertThat(matching.listed().get(0).problem().code()).isEqualTo(code);
        assertThat(matching.listed().get(0).problem().text()).isNotBlank();
        assertThat(matching.listed().get(0).problem().textZh()).isNotBlank();
        assertThat(matching.listed().get(0).remedies()).isNotEmpty();
    }

    @Test
    void E8_a_part_comes_back_to_the_allotment_of_its_request() {
        Office office = paid();
        office.tell(refund("T-1", 120_00, FIRST));

        assertThat(state(office)).isEqualTo(VoucherState.PAID);
        assertThat(office.available()).isEqualTo(820_00);
        assertThat(office.balance(PaymentMeasure.PAID, "A-1")).isEqualTo(180_00);
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-1")).isEqualTo(180_00);
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-2")).isEqualTo(200_00);
        assertThat(office.voucher(VOUCHER).terms().refunds())
                .containsExactly(
                        new VoucherTerms.Refund("T-1", Fen.money(120_00), Optional.of(FIRST), RefundKind.PASSIVE));
        assertThat(office.request(FIRST).state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void a_refund_is_posted_with_all_its_facets() {
        Office office = paid();
        office.tell(refund("T-1", 120_00, FIRST));

        Posting refunded = office.lastPostings().get(0);
        assertThat(refunded.key()).isEqualTo(PaymentPostings.REFUNDED);
        assertThat(refunded.amounts().get(0)).isEqualTo(120_00);
        assertThat(refunded.facets())
                .containsExactly(
                        YearBasis.CURRENT,
                        AgencyKind.ADMINISTRATIVE,
                        PaymentNature.SERVICE,
                        SpendingKind.PROJECT,
                        PaymentChannel.TREASURY);
        Posting returned = office.lastPostings().get(1);
        assertThat(returned.key()).isEqualTo(PaymentPostings.RETURNED);
        assertThat(returned.amounts().get(0)).isEqualTo(120_00);
        assertThat(returned.facets())
                .containsExactly(
                        YearBasis.CURRENT,
                        FundBook.GENERAL,
                        TreasuryExpense.GOODS_AND_SERVICES,
                        PaymentChannel.TREASURY);
    }

    @Test
    void E8_all_comes_back_at_once_request_by_request() {
        Office office = paid();
        office.tell(refund("T-1", 500_00));

        assertThat(state(office)).isEqualTo(VoucherState.REFUNDED);
        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(office.balance(AllotmentMeasure.AVAILABLE, "A-2")).isEqualTo(1_000_00);
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-1")).isZero();
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-2")).isZero();
    }

    @Test
    void E8_parts_that_make_up_the_whole_end_it() {
        Office office = paid();
        office.tell(refund("T-1", 300_00, FIRST));
        assertThat(state(office)).isEqualTo(VoucherState.PAID);
        office.tell(refund("T-2", 50_00, SECOND));
        assertThat(state(office)).isEqualTo(VoucherState.PAID);

        office.tell(refund("T-3", 150_00));
        assertThat(state(office)).isEqualTo(VoucherState.REFUNDED);
        assertThat(office.balance(PaymentMeasure.PAID, "A-2")).isZero();
        assertThat(office.posted().stream().filter("payment-refunded"::equals)).hasSize(3);
    }

    @Test
    void a_cleared_voucher_is_refunded_too() {
        Office office = paid();
        clear(office);
        office.tell(refund("T-1", 120_00, FIRST));
        assertThat(state(office)).isEqualTo(VoucherState.CLEARED);

        office.tell(refund("T-2", 380_00));
        assertThat(state(office)).isEqualTo(VoucherState.REFUNDED);
    }

    @Test
    void a_voucher_refunded_before_it_was_cleared_is_cleared_all_the_same() {
        Office office = paid();
        office.tell(refund("T-1", 500_00));
        clear(office);

        assertThat(state(office)).isEqualTo(VoucherState.REFUNDED);
        assertThat(office.voucher(VOUCHER).terms().clearing()).isPresent();
        assertThat(office.lastPosting().key()).isEqualTo(PaymentPostings.CLEARED);
    }

    @Test
    void E8_more_than_was_paid_for_a_request_does_not_come_back() {
        Office office = paid();
        isListed(office.tell(refund("T-1", 300_01, FIRST)), "payment.refund-over-paid");
        isListed(office.tell(refund("T-1", 500_01)), "payment.refund-over-paid");
        office.tell(refund("T-2", 200_00, FIRST));
        Matching matching = office.tell(refund("T-3", 100_01, FIRST));

        isListed(matching, "payment.refund-over-paid");
        assertThat(matching.listed().get(0).problem().text()).contains("100.01").contains("100.00");
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-1")).isEqualTo(100_00);
        office.tell(refund("T-4", 100_00, FIRST));
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-1")).isZero();
    }

    @Test
    void a_refunded_voucher_has_nothing_left_to_come_back() {
        Office office = paid();
        office.tell(refund("T-1", 500_00));

        isListed(office.tell(refund("T-2", 1)), "payment.refund-over-paid");
    }

    @Test
    void the_same_refund_told_again_has_no_effect() {
        Office office = paid();
        office.tell(refund("T-1", 120_00, FIRST));
        Matching again = office.tell(refund("T-1", 120_00, FIRST));

        assertThat(again.booked()).isEmpty();
        assertThat(again.parked()).isEmpty();
        assertThat(again.listed()).isEmpty();
        assertThat(office.available()).isEqualTo(820_00);
    }

    @Test
    void a_part_that_names_no_request_among_several_is_an_exception() {
        Matching matching = paid().tell(refund("T-1", 120_00));

        isListed(matching, "payment.refund-request-unknown");
        assertThat(matching.listed().get(0).problem().allowed()).containsExactly("R-1", "R-2");
    }

    @Test
    void a_part_that_names_no_request_is_of_the_only_one_of_which_anything_is_left() {
        Office office = paid();
        office.tell(refund("T-1", 300_00, FIRST));

        Matching matching = office.tell(refund("T-2", 50_00));

        assertThat(matching.listed()).isEmpty();
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-2")).isEqualTo(150_00);
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-1")).isZero();
    }

    @Test
    void a_part_for_a_request_of_another_voucher_is_an_exception() {
        isListed(paid().tell(refund("T-1", 120_00, PaymentRequest.id("R-9"))), "payment.refund-request-unknown");
    }

    @Test
    void E8_a_refund_that_is_dated_before_the_year_of_its_payment_is_an_exception() {
        Office office = paid();
        isListed(office.on(LocalDate.of(2023, 12, 31)).tell(refund("T-1", 500_00)), "payment.refund-before-payment");

        assertThat(office.available()).isEqualTo(700_00);
        office.on(LocalDate.of(2024, 12, 31)).tell(refund("T-1", 500_00));
        assertThat(office.available()).isEqualTo(1_000_00);
    }

    @Test
    void a_refund_waits_until_the_voucher_is_paid() {
        for (Office office : ImmutableList.of(office(), created(), sent())) {
            Matching matching = office.tell(refund("T-1", 500_00));
            assertThat(matching.parked()).hasSize(1);
            assertThat(matching.parked().get(0).awaited()).isEqualTo(VOUCHER);
            assertThat(matching.parked().get(0).why().allowed()).containsExactly("PAID");
        }
    }

    @Test
    void a_refund_of_a_void_voucher_is_an_exception() {
        Office office = created();
        office.done(CASHIER, VOUCHER, VoucherAction.VOID);

        isListed(office.tell(refund("T-1", 500_00)), "payment.notice-for-voided");
    }

    @Test
    void a_refund_names_its_serial_and_an_amount_above_zero() {
        assertThatThrownBy(() -> refund("", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> refund("T-1", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
