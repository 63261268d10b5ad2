package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.payment.PaymentFixtures.CASHIER;
import static org.fiscalloop.payment.PaymentFixtures.CLERK;
import static org.fiscalloop.payment.PaymentFixtures.HEAD;
import static org.fiscalloop.payment.PaymentFixtures.OTHER_ALLOTMENT;
import static org.fiscalloop.payment.PaymentFixtures.office;
import static org.fiscalloop.payment.PaymentFixtures.terms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentRules.Occupation;
import org.fiscalloop.payment.PaymentTerms.ForeignAmount;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a request, and what it holds of its allotment meanwhile. */
class PaymentRequestTest {
    private static final Id<PaymentRequest> ID = PaymentRequest.id("R-1");

    private static Office office(Occupation occupation) {
        return PaymentFixtures.office(
                ImmutablePaymentRules.builder().occupation(occupation).build());
    }

    private static Office drafted(Occupation occupation) {
        Office office = office(occupation);
        office.done(CLERK, new CreatePayment(ID, terms(300_00)));
        return office;
    }

    private static Office submitted(Occupation occupation) {
        Office office = drafted(occupation);
        office.done(CLERK, ID, PaymentAction.SUBMIT);
        return office;
    }

    private static ImmutableList<String> codes(Office office, String actor, PaymentAction action) {
        return office.act(actor, ID, action).refusals().stream()
                .map(Refusal::code)
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void a_request_held_at_submission_takes_nothing_while_it_is_drafted() {
        Office office = drafted(Occupation.SUBMIT);

        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(office.posted()).isEmpty();
        assertThat(office.request(ID).state()).isEqualTo(PaymentState.DRAFT);
    }

    @Test
    void a_request_held_at_submission_takes_its_amount_then() {
        Office office = submitted(Occupation.SUBMIT);

        assertThat(office.available()).isEqualTo(700_00);
        assertThat(office.balance(PaymentMeasure.APPLIED, "A-1")).isEqualTo(300_00);
        assertThat(office.posted()).containsExactly("payment-applied");
        assertThat(office.lastPosting().blocks().get(0))
                .isEqualTo(office.find(PaymentFixtures.ALLOTMENT).orElseThrow().segments());
    }

    @Test
    void a_request_held_at_save_takes_its_amount_when_it_is_filled_in_and_not_again() {
        Office office = submitted(Occupation.SAVE);

        assertThat(office.available()).isEqualTo(700_00);
        assertThat(office.posted()).containsExactly("payment-applied");
    }

    @Test
    void the_moment_of_holding_is_that_of_the_rules_whatever_the_terms_say() {
        Office office = office(Occupation.SAVE);
        office.done(CLERK, new CreatePayment(ID, terms(300_00)));

        assertThat(terms(300_00).occupation()).isEqualTo(Occupation.SUBMIT);
        assertThat(office.request(ID).terms().occupation()).isEqualTo(Occupation.SAVE);
    }

    @Test
    void E7_a_return_to_entry_releases_what_submission_held() {
        Office office = submitted(Occupation.SUBMIT);
        office.done(HEAD, ID, PaymentAction.RETURN_TO_ENTRY);

        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(office.posted()).containsExactly("payment-applied", "payment-released");

        office.done(CLERK, ID, PaymentAction.VOID);
        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(office.posted()).hasSize(2);
    }

    @Test
    void E7_a_return_to_entry_releases_nothing_that_was_held_at_save() {
        Office office = submitted(Occupation.SAVE);
        office.done(HEAD, ID, PaymentAction.RETURN_TO_ENTRY);
        assertThat(office.available()).isEqualTo(700_00);

        office.done(CLERK, ID, PaymentAction.VOID);
        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(office.posted()).containsExactly("payment-applied", "payment-released");
    }

    @Test
    void E7_the_first_post_returns_to_entry_and_the_second_to_the_first() {
        ReviewChain chain = ReviewChain.of(
                new Post("first", "初审", PaymentDuty.REVIEW), new Post("second", "复审", PaymentDuty.REVIEW));
        Office office = PaymentFixtures.office(ImmutablePaymentRules.builder()
                .reviews(new ReviewChains(ImmutableMap.of("payment-request.SUBMITTED", chain)))
                .build());
        office.done(CLERK, new CreatePayment(ID, terms(300_00)));
        office.done(CLERK, ID, PaymentAction.SUBMIT);
        office.done(HEAD, ID, PaymentAction.APPROVE);
        office.done("second", ID, PaymentAction.RETURN);
        assertThat(office.request(ID).state()).isEqualTo(PaymentState.SUBMITTED);
        assertThat(office.available()).isEqualTo(700_00);

        office.done(HEAD, ID, PaymentAction.RETURN);
        assertThat(office.request(ID).state()).isEqualTo(PaymentState.DRAFT);
        assertThat(office.available()).isEqualTo(1_000_00);
    }

    @Test
    void E7_who_submitted_withdraws_and_nothing_is_held() {
        Office office = submitted(Occupation.SUBMIT);
        assertThat(codes(office, HEAD, PaymentAction.WITHDRAW)).containsExactly("lifecycle.not-yours-to-withdraw");

        office.done(CLERK, ID, PaymentAction.WITHDRAW);
        assertThat(office.request(ID).state()).isEqualTo(PaymentState.DRAFT);
        assertThat(office.available()).isEqualTo(1_000_00);

        office.done(CLERK, ID, PaymentAction.SUBMIT);
        assertThat(office.available()).isEqualTo(700_00);
    }

    @ParameterizedTest
    @EnumSource(Occupation.class)
    void E7_an_approved_request_is_given_up_and_releases_what_it_held(Occupation occupation) {
        Office office = submitted(occupation);
        office.done(HEAD, ID, PaymentAction.APPROVE);
        office.done(CLERK, ID, PaymentAction.VOID);

        assertThat(office.request(ID).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(codes(office, CLERK, PaymentAction.VOID)).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void cancelling_the_final_approval_leads_back_into_review_and_holds_on() {
        Office office = submitted(Occupation.SUBMIT);
        office.done(HEAD, ID, PaymentAction.APPROVE);
        office.done(HEAD, ID, PaymentAction.CANCEL_APPROVAL);

        assertThat(office.request(ID).state()).isEqualTo(PaymentState.SUBMITTED);
        assertThat(office.available()).isEqualTo(700_00);
        assertThat(office.posted()).containsExactly("payment-applied");
    }

    @Test
    void E13_who_filled_in_or_revised_does_not_approve() {
        Office office = drafted(Occupation.SUBMIT);
        office.done("reviser", new RevisePayment(ID, terms(200_00)));
        office.done("submitter", ID, PaymentAction.SUBMIT);

        assertThat(codes(office, CLERK, PaymentAction.APPROVE)).containsExactly("lifecycle.four-eyes");
        assertThat(codes(office, "reviser", PaymentAction.APPROVE)).containsExactly("lifecycle.four-eyes");
        office.done(HEAD, ID, PaymentAction.APPROVE);
        assertThat(office.request(ID).state()).isEqualTo(PaymentState.UNIT_APPROVED);
    }

    @Test
    void a_revised_request_held_at_save_gives_back_the_old_amount_and_takes_the_new() {
        Office office = drafted(Occupation.SAVE);
        office.done(CLERK, new RevisePayment(ID, terms(450_00)));

        assertThat(office.posted()).containsExactly("payment-applied", "payment-released", "payment-applied");
        assertThat(office.available()).isEqualTo(550_00);
        assertThat(office.request(ID).terms().amount()).isEqualTo(terms(450_00).amount());
    }

    @Test
    void a_revised_request_moves_to_another_allotment_with_what_it_holds() {
        Office office = drafted(Occupation.SAVE);
        office.done(
                CLERK,
                new RevisePayment(
                        ID, ImmutablePaymentTerms.copyOf(terms(450_00)).withAllotment(OTHER_ALLOTMENT)));

        assertThat(office.available()).isEqualTo(1_000_00);
        assertThat(office.balance(AllotmentMeasure.AVAILABLE, "A-2")).isEqualTo(550_00);
    }

    @Test
    void a_revised_request_held_at_submission_posts_nothing() {
        Office office = drafted(Occupation.SUBMIT);
        office.done(CLERK, new RevisePayment(ID, terms(450_00)));

        assertThat(office.posted()).isEmpty();
        assertThat(office.request(ID).terms().amount()).isEqualTo(terms(450_00).amount());
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentAction.class,
            names = {"VOUCHER", "PAY", "RELEASE"})
    void what_happens_with_a_voucher_is_not_asked_of_the_request(PaymentAction action) {
        Office office = submitted(Occupation.SUBMIT);
        office.done(HEAD, ID, PaymentAction.APPROVE);
        if (action != PaymentAction.VOUCHER) {
            office.done(
                    CASHIER,
                    new PaymentCommands.CreateVoucher(
                            PaymentVoucher.id("V-1"), PaymentFixtures.AGENCY, ImmutableList.of(ID)));
        }

        assertThat(codes(office, CASHIER, action)).containsExactly("payment.not-by-itself");
    }

    @Test
    void the_lives_end_where_they_should() {
        PaymentRules rules = ImmutablePaymentRules.builder().build();

        for (PaymentState state : PaymentState.values()) {
            assertThat(rules.requestLifecycle().isEnd(state))
                    .as("%s", state)
                    .isEqualTo(state == PaymentState.PAID || state == PaymentState.VOIDED);
        }
        for (VoucherState state : VoucherState.values()) {
            assertThat(rules.voucherLifecycle().isResting(state))
                    .as("%s", state)
                    .isEqualTo(state == VoucherState.CLEARED
                            || state == VoucherState.PAID_OUT
                            || state == VoucherState.REFUNDED
                            || state == VoucherState.VOIDED);
        }
    }

    @Test
    void broken_payees_and_foreign_amounts_are_broken_arguments() {
        assertThatThrownBy(() -> new Payee("供应商", "6222 0000", "银行"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6222 0000");
        assertThatThrownBy(() -> new Payee("供应商", "6".repeat(41), "银行")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ForeignAmount("usd", BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usd");
        assertThatThrownBy(() -> new ForeignAmount("USD", BigDecimal.ZERO, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ForeignAmount("USD", BigDecimal.ONE, BigDecimal.ONE.negate()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
