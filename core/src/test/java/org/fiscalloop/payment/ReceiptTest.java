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
import static org.fiscalloop.payment.VoucherTest.FIRST;
import static org.fiscalloop.payment.VoucherTest.SECOND;
import static org.fiscalloop.payment.VoucherTest.VOUCHER;
import static org.fiscalloop.payment.VoucherTest.created;
import static org.fiscalloop.payment.VoucherTest.sent;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.register.RegisterState;
import org.junit.jupiter.api.Test;

/** What the agent bank tells: in time, early, late, twice and wrongly. */
class ReceiptTest {
    private static BankReceipt receipt(String serial, long fen) {
        return new BankReceipt(VOUCHER, serial, ON, Fen.money(fen), PAYEE);
    }

    static Office paid() {
        Office office = sent();
        office.tell(receipt("S-1", 500_00));
        return office;
    }

    private static void isParked(Matching matching, String state) {
        assertThat(matching.booked()).isEmpty();
        assertThat(matching.listed()).isEmpty();
        assertThat(matching.parked()).hasSize(1);
        assertThat(matching.parked().get(0).awaited()).isEqualTo(VOUCHER);
        assertThat(matching.parked().get(0).why().code()).isEqualTo("payment.voucher-not-ready");
        assertThat(matching.parked().get(0).why().text()).contains("is " + state + ";");
    }

    private static void isListed(Matching matching, String code, String text) {
        assertThat(matching.booked()).isEmpty();
        assertThat(matching.parked()).isEmpty();
        assertThat(matching.listed()).hasSize(1);
        assertThat(matching.listed().get(0).problem().code()).isEqualTo(code);
        assertThat(matching.listed().get(0).problem().text()).contains(text);
        assertThat(matching.listed().get(0).problem().textZh()).isNotBlank();
        assertThat(matching.listed().get(0).remedies()).isNotEmpty();
    }

    private static void hasNoEffect(Matching matching) {
        assertThat(matching.booked()).isEmpty();
        assertThat(matching.parked()).isEmpty();
        assertThat(matching.listed()).isEmpty();
    }

    @Test
    void a_receipt_pays_the_voucher_and_its_requests() {
        Office office = paid();

        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.PAID);
        assertThat(office.voucher(VOUCHER).terms().receipt())
                .contains(new VoucherTerms.Receipt("S-1", ON, Fen.money(500_00), PAYEE));
        assertThat(office.request(FIRST).state()).isEqualTo(PaymentState.PAID);
        assertThat(office.request(SECOND).state()).isEqualTo(PaymentState.PAID);
        assertThat(office.posted())
                .containsExactly("payment-applied", "payment-applied", "payment-paid", "payment-paid");
    }

    @Test
    void E3_what_was_applied_for_becomes_what_is_paid_request_by_request() {
        Office office = paid();

        assertThat(office.balance(PaymentMeasure.APPLIED, "A-1")).isZero();
        assertThat(office.balance(PaymentMeasure.PAID, "A-1")).isEqualTo(300_00);
        assertThat(office.balance(PaymentMeasure.PAID, "A-2")).isEqualTo(200_00);
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-1")).isEqualTo(300_00);
        assertThat(office.balance(PaymentMeasure.REFUNDABLE, "R-2")).isEqualTo(200_00);
    }

    @Test
    void a_posting_carries_the_facets_and_both_coding_blocks() {
        var posting = paid().lastPosting();

        assertThat(posting.key()).isEqualTo(PaymentPostings.PAID);
        assertThat(posting.facets())
                .containsExactly(
                        YearBasis.CURRENT,
                        AgencyKind.ADMINISTRATIVE,
                        PaymentNature.SERVICE,
                        SpendingKind.PROJECT,
                        PaymentChannel.TREASURY);
        assertThat(posting.blocks().get(0).value(Dimensions.PAYMENT)).isEmpty();
        assertThat(posting.blocks().get(1)).isEqualTo(posting.blocks().get(0).with(Dimensions.PAYMENT, "R-2"));
    }

    @Test
    void the_facets_follow_agency_allotment_project_and_code() {
        Office office = office();
        office.put(PaymentFixtures.agency(AgencyKind.INSTITUTION, RegisterState.ENABLED));
        office.put(PaymentFixtures.project("1"));
        office.put(PaymentFixtures.allotment(
                PaymentFixtures.ALLOTMENT,
                PaymentFixtures.allotmentTerms().withBasis(YearBasis.CARRIED),
                org.fiscalloop.allotment.AllotmentState.ISSUED));
        VoucherTest.approve(
                office,
                FIRST,
                ImmutablePaymentTerms.copyOf(terms(300_00))
                        .withElements(org.fiscalloop.masterdata.ImmutableElements.copyOf(PaymentFixtures.elements())));
        office.done(CASHIER, new CreateVoucher(VOUCHER, AGENCY, ImmutableList.of(FIRST)));
        office.done(CASHIER, VOUCHER, VoucherAction.SIGN);
        office.done(STAMPER, VOUCHER, VoucherAction.STAMP);
        office.done(CASHIER, VOUCHER, VoucherAction.SEND);
        office.tell(receipt("S-1", 300_00));

        assertThat(office.lastPosting().facets())
                .containsExactly(
                        YearBasis.CARRIED,
                        AgencyKind.INSTITUTION,
                        PaymentNature.SERVICE,
                        SpendingKind.PERSONNEL,
                        PaymentChannel.TREASURY);
    }

    @Test
    void a_receipt_after_the_bank_s_acceptance_pays_too() {
        Office office = sent();
        office.tell(new BankAcceptance(VOUCHER));
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.BANK_ACCEPTED);

        office.tell(receipt("S-1", 500_00));
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.PAID);
    }

    @Test
    void a_receipt_for_an_unknown_voucher_waits_for_it() {
        isParked(office().tell(receipt("S-1", 500_00)), "UNKNOWN");
        assertThat(office().tell(receipt("S-1", 500_00)).parked().get(0).body()).isEqualTo(receipt("S-1", 500_00));
    }

    @Test
    void a_receipt_that_comes_before_the_voucher_is_sent_waits_and_then_pays() {
        Office office = created();
        Matching early = office.tell(receipt("S-1", 500_00));
        isParked(early, "CREATED");
        office.done(CASHIER, VOUCHER, VoucherAction.SIGN);
        isParked(office.tell(early.parked().get(0).body()), "SIGNED");
        office.done(STAMPER, VOUCHER, VoucherAction.STAMP);
        isParked(office.tell(early.parked().get(0).body()), "STAMPED");
        office.done(CASHIER, VOUCHER, VoucherAction.SEND);

        office.tell(early.parked().get(0).body());
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.PAID);
    }

    @Test
    void a_receipt_for_a_rejected_voucher_waits_until_it_is_sent_again() {
        Office office = sent();
        office.tell(new BankRejection(VOUCHER, "账号有误"));

        isParked(office.tell(receipt("S-1", 500_00)), "BANK_REJECTED");
    }

    @Test
    void the_same_number_with_another_day_or_payee_is_listed() {
        Office office = paid();
        var day = new BankReceipt(VOUCHER, "S-1", ON.plusDays(1), Fen.money(500_00), PAYEE);
        var payee = new PaymentTerms.Payee("另一户名", PAYEE.account(), PAYEE.bank());

        isListed(office.tell(day), "payment.receipt-differs", "says " + ON.plusDays(1));
        isListed(
                office.tell(new BankReceipt(VOUCHER, "S-1", ON, Fen.money(500_00), payee)),
                "payment.receipt-differs",
                "says " + ON + " 另一户名");
        assertThat(office.posted()).hasSize(4);
    }

    @Test
    void the_same_receipt_told_again_has_no_effect() {
        Office office = paid();

        hasNoEffect(office.tell(receipt("S-1", 500_00)));
        assertThat(office.posted()).hasSize(4);
    }

    @Test
    void another_receipt_for_a_paid_voucher_is_an_exception() {
        isListed(paid().tell(receipt("S-2", 500_00)), "payment.receipt-twice", "paid by receipt S-1; receipt S-2");
    }

    @Test
    void a_receipt_of_another_amount_is_an_exception() {
        Office office = sent();

        isListed(
                office.tell(receipt("S-1", 499_99)),
                "payment.receipt-amount-differs",
                "499.99 paid of voucher V-1, which orders 500.00");
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.SENT);
        assertThat(office.posted()).hasSize(2);
    }

    @Test
    void a_receipt_for_a_void_voucher_is_an_exception() {
        Office office = created();
        office.done(CASHIER, VOUCHER, VoucherAction.VOID);

        isListed(office.tell(receipt("S-1", 500_00)), "payment.receipt-for-voided", "receipt S-1 says 500.00");
    }

    @Test
    void a_voucher_of_another_division_is_as_good_as_none() {
        Office office = sent();
        PaymentVoucher voucher = office.voucher(VOUCHER);
        office.put(PaymentFixtures.standing(
                PaymentFlow.VOUCHER,
                VOUCHER,
                ImmutableVoucherTerms.copyOf(voucher.terms()).withDivision("370200000"),
                VoucherState.SENT));

        isParked(office.tell(receipt("S-1", 500_00)), "UNKNOWN");
    }

    @Test
    void an_acceptance_waits_for_the_voucher_and_is_of_no_effect_when_it_comes_late() {
        isParked(office().tell(new BankAcceptance(VOUCHER)), "UNKNOWN");
        isParked(created().tell(new BankAcceptance(VOUCHER)), "CREATED");
        hasNoEffect(paid().tell(new BankAcceptance(VOUCHER)));

        Office rejected = sent();
        rejected.tell(new BankRejection(VOUCHER, "账号有误"));
        hasNoEffect(rejected.tell(new BankAcceptance(VOUCHER)));
    }

    @Test
    void an_acceptance_of_a_void_voucher_is_an_exception() {
        Office office = created();
        office.done(CASHIER, VOUCHER, VoucherAction.VOID);

        isListed(office.tell(new BankAcceptance(VOUCHER)), "payment.notice-for-voided", "V-1");
    }

    @Test
    void a_rejection_gives_the_voucher_back_accepted_or_not() {
        Office office = sent();
        office.tell(new BankRejection(VOUCHER, "账号有误"));
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.BANK_REJECTED);
        hasNoEffect(office.tell(new BankRejection(VOUCHER, "账号有误")));
        assertThat(office.available()).isEqualTo(700_00);

        Office accepted = sent();
        accepted.tell(new BankAcceptance(VOUCHER));
        accepted.tell(new BankRejection(VOUCHER, "账号有误"));
        assertThat(accepted.voucher(VOUCHER).state()).isEqualTo(VoucherState.BANK_REJECTED);
    }

    @Test
    void a_rejection_waits_for_the_voucher_and_contradicts_a_paid_one() {
        isParked(office().tell(new BankRejection(VOUCHER, "账号有误")), "UNKNOWN");
        isParked(created().tell(new BankRejection(VOUCHER, "账号有误")), "CREATED");
        isListed(paid().tell(new BankRejection(VOUCHER, "账号有误")), "payment.rejection-of-paid", "账号有误");

        Office voided = created();
        voided.done(CASHIER, VOUCHER, VoucherAction.VOID);
        isListed(voided.tell(new BankRejection(VOUCHER, "账号有误")), "payment.notice-for-voided", "is void");

        Office rejected = sent();
        rejected.tell(new BankRejection(VOUCHER, "账号有误"));
        rejected.done(CASHIER, VOUCHER, VoucherAction.VOID);
        hasNoEffect(rejected.tell(new BankRejection(VOUCHER, "账号有误")));
    }

    @Test
    void a_receipt_names_its_serial_and_an_amount_above_zero() {
        assertThatThrownBy(() -> receipt(" ", 500_00)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> receipt("S-1", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
