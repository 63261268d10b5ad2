package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.payment.PaymentFixtures.AGENCY;
import static org.fiscalloop.payment.PaymentFixtures.CASHIER;
import static org.fiscalloop.payment.PaymentFixtures.CLERK;
import static org.fiscalloop.payment.PaymentFixtures.HEAD;
import static org.fiscalloop.payment.PaymentFixtures.ON;
import static org.fiscalloop.payment.PaymentFixtures.OTHER_ALLOTMENT;
import static org.fiscalloop.payment.PaymentFixtures.STAMPER;
import static org.fiscalloop.payment.PaymentFixtures.office;
import static org.fiscalloop.payment.PaymentFixtures.terms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a voucher so far as people move it. */
class VoucherTest {
    static final Id<PaymentRequest> FIRST = PaymentRequest.id("R-1");
    static final Id<PaymentRequest> SECOND = PaymentRequest.id("R-2");
    static final Id<PaymentVoucher> VOUCHER = PaymentVoucher.id("V-1");

    static void approve(Office office, Id<PaymentRequest> id, PaymentTerms terms) {
        office.done(CLERK, new CreatePayment(id, terms));
        office.done(CLERK, id, PaymentAction.SUBMIT);
        office.done(HEAD, id, PaymentAction.APPROVE);
    }

    /** Two approved requests of 300 and 200 yuan, from two allotments. */
    static Office approved() {
        Office office = office();
        approve(office, FIRST, terms(300_00));
        approve(office, SECOND, ImmutablePaymentTerms.copyOf(terms(200_00)).withAllotment(OTHER_ALLOTMENT));
        return office;
    }

    static CreateVoucher both() {
        return new CreateVoucher(VOUCHER, AGENCY, ImmutableList.of(FIRST, SECOND));
    }

    static Office created() {
        Office office = approved();
        office.done(CASHIER, both());
        return office;
    }

    static Office sent() {
        Office office = created();
        office.done(CASHIER, VOUCHER, VoucherAction.SIGN);
        office.done(STAMPER, VOUCHER, VoucherAction.STAMP);
        office.done(CASHIER, VOUCHER, VoucherAction.SEND);
        return office;
    }

    private static ImmutableList<String> codes(Decision<ImmutableList<Happening>> decision) {
        return decision.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    @Test
    void a_voucher_takes_up_approved_requests_and_says_what_they_say() {
        Office office = created();
        VoucherTerms terms = office.voucher(VOUCHER).terms();

        assertThat(terms.fen()).isEqualTo(500_00);
        assertThat(terms.lines()).extracting(VoucherTerms.Line::request).containsExactly(FIRST, SECOND);
        assertThat(terms.payee()).isEqualTo(PaymentFixtures.PAYEE);
        assertThat(terms.agency()).isEqualTo(AGENCY);
        assertThat(office.request(FIRST).state()).isEqualTo(PaymentState.VOUCHER_CREATED);
        assertThat(office.request(SECOND).state()).isEqualTo(PaymentState.VOUCHER_CREATED);
        assertThat(office.posted()).containsExactly("payment-applied", "payment-applied");
    }

    @Test
    void a_voucher_takes_up_nothing_that_is_unknown_or_not_approved() {
        Office office = office();
        office.done(CLERK, new CreatePayment(FIRST, terms(300_00)));

        assertThat(codes(office.ask(CASHIER, both()))).containsExactly("lifecycle.not-allowed", "payment.no-request");
    }

    @Test
    void a_request_stands_on_one_voucher_only() {
        Office office = created();

        assertThat(codes(office.ask(
                        CASHIER, new CreateVoucher(PaymentVoucher.id("V-2"), AGENCY, ImmutableList.of(FIRST)))))
                .containsExactly("lifecycle.not-allowed");
        assertThat(codes(office.act(CLERK, FIRST, PaymentAction.CANCEL_APPROVAL)))
                .containsExactly("lifecycle.not-allowed");
        assertThat(codes(office.act(CLERK, FIRST, PaymentAction.VOID))).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void the_requests_of_a_voucher_have_one_payer_and_one_payee() {
        Office office = office();
        approve(office, FIRST, terms(300_00));
        approve(
                office,
                SECOND,
                ImmutablePaymentTerms.copyOf(terms(200_00)).withPayee(new Payee("他人", "6222000011113333", "商业银行")));

        ImmutableList<Refusal> refusals = office.ask(CASHIER, both()).refusals();
        assertThat(refusals).extracting(Refusal::code).containsExactly("payment.requests-differ");
        assertThat(refusals.get(0).text()).contains("payee of request R-2").contains("他人");
    }

    @Test
    void a_request_of_another_agency_is_not_spoken_of() {
        Office office = office();
        office.done(CLERK, new CreatePayment(FIRST, terms(300_00)));
        CreateVoucher another = new CreateVoucher(VOUCHER, "105002", ImmutableList.of(FIRST));

        assertThat(codes(office.ask(CASHIER, another))).containsExactly("payment.no-request");
        office.done(CLERK, FIRST, PaymentAction.SUBMIT);
        office.done(HEAD, FIRST, PaymentAction.APPROVE);
        assertThat(codes(office.ask(CASHIER, another))).containsExactly("payment.no-request");
    }

    @ParameterizedTest
    @CsvSource({"310000000,2024,payment.no-request", "310107000,2025,payment.requests-differ"})
    void a_voucher_takes_up_nothing_of_another_division_or_year(String division, int year, String reason) {
        Office office = office();
        office.put(PaymentFixtures.standing(
                PaymentFlow.REQUEST,
                FIRST,
                ImmutablePaymentTerms.copyOf(terms(300_00))
                        .withElements(ImmutableElements.copyOf(PaymentFixtures.elements())
                                .withDivision(new DivisionCode(division))
                                .withFiscalYear(year)),
                PaymentState.UNIT_APPROVED));

        assertThat(codes(office.ask(CASHIER, new CreateVoucher(VOUCHER, AGENCY, ImmutableList.of(FIRST)))))
                .contains(reason);
    }

    @Test
    void a_voucher_is_dated_with_the_day_on_which_it_is_made() {
        assertThat(created().voucher(VOUCHER).terms().date()).isEqualTo(ON);
    }

    @Test
    void a_voucher_of_nothing_or_of_a_request_twice_is_a_broken_argument() {
        assertThatThrownBy(() -> new CreateVoucher(VOUCHER, AGENCY, ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CreateVoucher(VOUCHER, AGENCY, ImmutableList.of(FIRST, FIRST)))
                .isInstanceOf(IllegalArgumentException.class);
        VoucherTerms terms = created().voucher(VOUCHER).terms();
        assertThatThrownBy(() -> ImmutableVoucherTerms.copyOf(terms).withLines(ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImmutableVoucherTerms.copyOf(terms)
                        .withLines(terms.lines().get(0), terms.lines().get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R-1");
    }

    private static VoucherTerms.Part corrected(String correction, VoucherTerms.Line line, String request) {
        return new VoucherTerms.Part(
                correction,
                new VoucherTerms.Line(PaymentRequest.id(request), line.allotment(), line.amount(), line.booking()));
    }

    @Test
    void corrections_of_a_voucher_have_numbers_of_their_own_and_are_of_requests_that_it_pays() {
        ImmutableVoucherTerms terms =
                ImmutableVoucherTerms.copyOf(created().voucher(VOUCHER).terms());
        VoucherTerms.Line line = terms.lines().get(0);
        assertThatThrownBy(() -> terms.withCorrections(corrected(" ", line, "R-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number of its own");
        assertThatThrownBy(() -> terms.withCorrections(corrected("G-1", line, "R-1"), corrected("G-1", line, "R-2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("G-1");
        assertThatThrownBy(() -> terms.withCorrections(corrected("G-1", line, "R-9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R-9");
        assertThat(terms.withCorrections(corrected("G-1", line, "R-1"), corrected("G-2", line, "R-1"))
                        .parts())
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(VoucherState.class)
    void only_what_every_book_has_may_have_been_corrected(VoucherState state) {
        boolean isPaid = ImmutableSet.of(
                        VoucherState.PAID, VoucherState.CLEARED, VoucherState.PAID_OUT, VoucherState.REFUNDED)
                .contains(state);
        ImmutableVoucherTerms terms =
                ImmutableVoucherTerms.copyOf(created().voucher(VOUCHER).terms());
        ImmutableVoucherTerms told = isPaid
                ? terms.withReceipt(new VoucherTerms.Receipt("S-1", ON, Fen.money(500_00), terms.payee()))
                        .withClearing(new VoucherTerms.Clearing("B-1", ON))
                : terms;
        PaymentFixtures.standing(PaymentFlow.VOUCHER, VOUCHER, told, state);
        VoucherTerms corrected =
                told.withCorrections(corrected("G-1", told.lines().get(0), "R-1"));

        if (isPaid && state != VoucherState.PAID) {
            PaymentFixtures.standing(PaymentFlow.VOUCHER, VOUCHER, corrected, state);
        } else {
            assertThatThrownBy(() -> PaymentFixtures.standing(PaymentFlow.VOUCHER, VOUCHER, corrected, state))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("it cannot have been corrected");
        }
    }

    @Test
    void E13_who_signed_does_not_stamp() {
        Office office = created();
        office.done(CASHIER, VOUCHER, VoucherAction.SIGN);

        assertThat(codes(office.act(CASHIER, VOUCHER, VoucherAction.STAMP))).containsExactly("lifecycle.four-eyes");
        office.done(STAMPER, VOUCHER, VoucherAction.STAMP);
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.STAMPED);
    }

    @Test
    void E7_a_voucher_that_is_given_up_releases_what_its_requests_held() {
        Office office = created();
        office.done(CASHIER, VOUCHER, VoucherAction.VOID);

        assertThat(office.request(FIRST).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(office.request(SECOND).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(office.balance(PaymentMeasure.APPLIED, "A-1")).isZero();
        assertThat(office.balance(PaymentMeasure.APPLIED, "A-2")).isZero();
        assertThat(codes(office.act(CASHIER, VOUCHER, VoucherAction.VOID))).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void what_only_a_notice_does_is_offered_to_nobody() {
        var refused = sent().act(CASHIER, VOUCHER, VoucherAction.SIGN).refusals();

        assertThat(refused).extracting(Refusal::code).containsExactly("lifecycle.not-allowed");
        assertThat(refused.get(0).allowed()).isEmpty();
    }

    @Test
    void a_rejected_voucher_is_sent_again_or_given_up() {
        Office office = sent();
        office.tell(new BankRejection(VOUCHER, "账号有误"));
        office.done(CASHIER, VOUCHER, VoucherAction.RESEND);
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.SENT);

        office.tell(new BankRejection(VOUCHER, "账号有误"));
        office.done(CASHIER, VOUCHER, VoucherAction.VOID);
        assertThat(office.available()).isEqualTo(1_000_00);
    }

    @ParameterizedTest
    @EnumSource(VoucherAction.class)
    void E11_nothing_that_people_do_changes_a_voucher_that_was_sent(VoucherAction action) {
        Office office = sent();
        PaymentVoucher before = office.voucher(VOUCHER);

        assertThat(office.act(CASHIER, VOUCHER, action).isAccepted()).isFalse();
        assertThat(office.voucher(VOUCHER)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = VoucherAction.class,
            names = {"ACCEPT", "REJECT", "PAY"})
    void what_the_bank_does_is_told_and_not_asked(VoucherAction action) {
        assertThat(codes(sent().act(CASHIER, VOUCHER, action))).containsExactly("payment.not-by-itself");
    }
}
