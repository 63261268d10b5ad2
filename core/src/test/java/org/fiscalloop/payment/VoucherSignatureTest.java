package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.payment.PaymentFixtures.CASHIER;
import static org.fiscalloop.payment.PaymentFixtures.ON;
import static org.fiscalloop.payment.PaymentFixtures.PAYEE;
import static org.fiscalloop.payment.PaymentFixtures.STAMPER;
import static org.fiscalloop.payment.PaymentFixtures.office;
import static org.fiscalloop.payment.PaymentFixtures.terms;
import static org.fiscalloop.payment.VoucherTest.FIRST;
import static org.fiscalloop.payment.VoucherTest.VOUCHER;
import static org.fiscalloop.payment.VoucherTest.created;
import static org.fiscalloop.signature.SignatureFixtures.EVERYWHERE;
import static org.fiscalloop.signature.SignatureFixtures.NATIONAL;
import static org.fiscalloop.signature.SignatureFixtures.SEAL;
import static org.fiscalloop.signature.SignatureFixtures.SIGNER;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.SignVoucher;
import org.fiscalloop.payment.PaymentCommands.StampVoucher;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.signature.ContentDigest;
import org.fiscalloop.signature.SignatureEvidence;
import org.fiscalloop.signature.SignaturePolicy;
import org.fiscalloop.signature.SignatureVerdict;
import org.fiscalloop.signature.Signatures;
import org.fiscalloop.signature.SignedContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signature and stamp over a voucher: what they cover, when they are refused, and that the bank had the same order. */
class VoucherSignatureTest {
    private static final SignedContent OTHER = new SignedContent("payment-voucher-order/1", Bytes.fromHex("01"));

    static Stream<Signatures> both() {
        return Stream.of(NATIONAL, EVERYWHERE);
    }

    private static SignVoucher sign(Office office, Signatures signatures) {
        return new SignVoucher(VOUCHER, signatures.sign(office.voucher(VOUCHER).content(), SIGNER));
    }

    private static StampVoucher stamp(Office office, Signatures signatures) {
        return new StampVoucher(VOUCHER, signatures.sign(office.voucher(VOUCHER).content(), SEAL));
    }

    private static Office signedAndSent() {
        Office office = created();
        office.done(CASHIER, sign(office, NATIONAL));
        office.done(STAMPER, stamp(office, NATIONAL));
        office.done(CASHIER, VOUCHER, VoucherAction.SEND);
        return office;
    }

    private static ImmutableList<String> codes(Decision<ImmutableList<Happening>> decision) {
        return decision.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private static PaymentRules required() {
        return ImmutablePaymentRules.builder()
                .signatures(SignaturePolicy.REQUIRED)
                .build();
    }

    /** One approved request on a voucher, under rules that ask for signatures. */
    private static Office strict(PaymentRules rules) {
        Office office = office(rules);
        VoucherTest.approve(office, FIRST, terms(300_00));
        office.done(CASHIER, new CreateVoucher(VOUCHER, PaymentFixtures.AGENCY, ImmutableList.of(FIRST)));
        return office;
    }

    @ParameterizedTest
    @MethodSource("both")
    void E11_signature_and_stamp_cover_the_order_and_stay_with_the_voucher(Signatures signatures) {
        Office office = created();
        SignVoucher sign = sign(office, signatures);
        StampVoucher stamp = stamp(office, signatures);
        office.done(CASHIER, sign);
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.SIGNED);
        office.done(STAMPER, stamp);
        office.done(CASHIER, VOUCHER, VoucherAction.SEND);
        office.tell(new BankReceipt(VOUCHER, "S-1", ON, Fen.money(500_00), PAYEE));

        PaymentVoucher paid = office.voucher(VOUCHER);
        assertThat(paid.state()).isEqualTo(VoucherState.PAID);
        assertThat(paid.terms().signature()).contains(sign.evidence());
        assertThat(paid.terms().stamp()).contains(stamp.evidence());
        assertThat(signatures.verify(paid.content(), sign.evidence())).isEqualTo(SignatureVerdict.HOLDS);
        assertThat(signatures.verify(paid.content(), stamp.evidence())).isEqualTo(SignatureVerdict.HOLDS);
    }

    /** The bytes that were ever signed: they never change. */
    @Test
    void what_is_signed_is_the_order_in_its_own_form() {
        PaymentVoucher voucher = created().voucher(VOUCHER);

        assertThat(voucher.content().form()).isEqualTo("payment-voucher-order/2");
        assertThat(voucher.content().bytes()).hasToString(GOLDEN);
        PaymentVoucher.Order order =
                PaymentShapes.ORDER.decode(voucher.content().bytes());
        isTheOrder(order);
        assertThat(order.payType()).isEqualTo("1");
        assertThat(PaymentShapes.ORDER.encode(order))
                .isEqualTo(voucher.content().bytes());
    }

    @Test
    void what_was_signed_in_the_first_form_stays_as_it_was() {
        PaymentVoucher made = created().voucher(VOUCHER);
        PaymentVoucher voucher = new PaymentVoucher(
                VOUCHER, ImmutableVoucherTerms.copyOf(made.terms()).withOrderForm(1), made.standing(), made.trail());

        assertThat(voucher.content().form()).isEqualTo("payment-voucher-order/1");
        assertThat(voucher.content().bytes()).hasToString(FIRST_GOLDEN);
        PaymentVoucher.Order order =
                PaymentShapes.FIRST_ORDER.decode(voucher.content().bytes());
        isTheOrder(order);
        assertThat(PaymentShapes.FIRST_ORDER.encode(order))
                .isEqualTo(voucher.content().bytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImmutableVoucherTerms.copyOf(made.terms()).withOrderForm(3))
                .withMessage("a voucher is signed in no form 3");
    }

    private static void isTheOrder(PaymentVoucher.Order order) {
        assertThat(order.voucher()).isEqualTo(VOUCHER);
        assertThat(order.payee()).isEqualTo(PAYEE);
        assertThat(order.lines())
                .extracting(
                        line -> line.request().value() + " " + line.allotment().value() + " " + line.amount())
                .containsExactly("R-1 A-1 CNY 300.00", "R-2 A-2 CNY 200.00");
    }

    private static final String GOLDEN =
            "0106562d31123331303130373030300c313035303031d01f06313131020106522d3106412d31e0d403000106522d3206412d"
                    + "32c0b802000e5a313035303031000112e4be9be5ba94e59586203632323230303030313131313232323218e59586e4b89ae993b6e8a1"
                    + "8ce1a03f0231";

    private static final String FIRST_GOLDEN =
            "0106562d31123331303130373030300c313035303031d01f06313131020106522d3106412d31e0d4030106522d3206412d"
                    + "32c0b8020e5a313035303031000112e4be9be5ba94e59586203632323230303030313131313232323218e59586e4b89ae993b6e8a18c"
                    + "e1a03f";

    @Test
    void a_bare_act_is_enough_where_the_rules_do_not_ask_for_evidence() {
        Office office = created();
        office.done(CASHIER, VOUCHER, VoucherAction.SIGN);
        office.done(STAMPER, stamp(office, EVERYWHERE));

        assertThat(office.voucher(VOUCHER).terms().signature()).isEmpty();
        assertThat(office.voucher(VOUCHER).terms().stamp()).isPresent();
    }

    @Test
    void a_bare_act_is_refused_where_they_do() {
        Office office = strict(required());

        var signed = office.act(CASHIER, VOUCHER, VoucherAction.SIGN);
        assertThat(codes(signed)).containsExactly("payment.signature-missing");
        assertThat(signed.refusals().get(0).allowed()).containsExactly("sign-voucher");
        office.done(CASHIER, sign(office, NATIONAL));
        var stamped = office.act(STAMPER, VOUCHER, VoucherAction.STAMP);
        assertThat(codes(stamped)).containsExactly("payment.signature-missing");
        assertThat(stamped.refusals().get(0).allowed()).containsExactly("stamp-voucher");
        office.done(STAMPER, stamp(office, NATIONAL));
        office.done(CASHIER, VOUCHER, VoucherAction.SEND);
    }

    @ParameterizedTest
    @MethodSource("both")
    void E11_a_signature_of_another_content_is_refused(Signatures signatures) {
        Office office = created();
        var decision = office.ask(CASHIER, new SignVoucher(VOUCHER, signatures.sign(OTHER, SIGNER)));

        assertThat(codes(decision)).containsExactly("payment.signature-of-other-content");
        Refusal refusal = decision.refusals().get(0);
        assertThat(refusal.text())
                .contains(SIGNER)
                .contains(signatures.digest(OTHER).toString());
        assertThat(refusal.allowed())
                .containsExactly("payment-voucher-order/2 "
                        + signatures.digest(office.voucher(VOUCHER).content()));
        assertThat(refusal.textZh()).contains("摘要不一致");
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.CREATED);
    }

    @Test
    void a_signature_whose_digest_nobody_here_can_make_is_refused_by_that_name() {
        Office office = created();
        SignatureEvidence real = sign(office, NATIONAL).evidence();
        var decision = office.ask(
                CASHIER,
                new SignVoucher(
                        VOUCHER,
                        new SignatureEvidence(
                                real.form(),
                                SIGNER,
                                real.algorithm(),
                                new ContentDigest("SM9", real.digest().value()),
                                real.value())));

        assertThat(codes(decision)).containsExactly("payment.signature-of-other-content");
        assertThat(decision.refusals().get(0).text()).contains("no provider offers its digest");
    }

    @Test
    void E13_the_certificate_that_signed_does_not_stamp_unless_the_place_says_so() {
        Office office = created();
        office.done(CASHIER, sign(office, NATIONAL));
        SignatureEvidence again = NATIONAL.sign(office.voucher(VOUCHER).content(), SIGNER);
        assertThat(codes(office.ask(STAMPER, new StampVoucher(VOUCHER, again))))
                .containsExactly("payment.signature-by-same-certificate");

        Office soft = strict(ImmutablePaymentRules.builder()
                .putSeverities("payment.signature-by-same-certificate", Severity.WARN)
                .build());
        soft.done(CASHIER, sign(soft, NATIONAL));
        SignatureEvidence same = NATIONAL.sign(soft.voucher(VOUCHER).content(), SIGNER);
        assertThat(soft.ask(STAMPER, new StampVoucher(VOUCHER, same)).warnings())
                .extracting(Refusal::code)
                .containsExactly("payment.signature-by-same-certificate");
    }

    /** As it comes back from a host's own tables when somebody has written there. */
    @Test
    void E11_a_voucher_that_is_read_again_with_another_payee_is_neither_stamped_nor_sent() {
        Office office = created();
        office.done(CASHIER, sign(office, NATIONAL));
        tamper(office);
        assertThat(codes(office.ask(STAMPER, stamp(office, NATIONAL))))
                .containsExactly("payment.signed-content-changed");

        Office later = created();
        later.done(CASHIER, sign(later, NATIONAL));
        later.done(STAMPER, stamp(later, NATIONAL));
        tamper(later);
        assertThat(codes(later.act(CASHIER, VOUCHER, VoucherAction.SEND)))
                .containsExactly("payment.signed-content-changed", "payment.signed-content-changed");
    }

    @Test
    void E11_a_voucher_that_the_bank_has_rejected_is_sent_again_as_it_was_signed_or_not_at_all() {
        Office office = signedAndSent();
        office.tell(new BankRejection(VOUCHER, "行号有误"));
        tamper(office);
        assertThat(codes(office.act(CASHIER, VOUCHER, VoucherAction.RESEND)))
                .containsExactly("payment.signed-content-changed", "payment.signed-content-changed");
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.BANK_REJECTED);

        Office same = signedAndSent();
        same.tell(new BankRejection(VOUCHER, "行号有误"));
        same.done(CASHIER, VOUCHER, VoucherAction.RESEND);
    }

    @Test
    void E11_a_voucher_that_is_read_again_with_another_payee_list_or_kind_is_not_sent() {
        for (ImmutableVoucherTerms other : ImmutableList.of(
                withList(created().voucher(VOUCHER).terms()),
                ImmutableVoucherTerms.copyOf(created().voucher(VOUCHER).terms()).withPayType("12"))) {
            Office office = created();
            office.done(CASHIER, sign(office, NATIONAL));
            PaymentVoucher voucher = office.voucher(VOUCHER);
            office.put(new PaymentVoucher(
                    VOUCHER, other.withSignature(voucher.terms().signature()), voucher.standing(), voucher.trail()));

            assertThat(codes(office.ask(STAMPER, stamp(office, NATIONAL))))
                    .containsExactly("payment.signed-content-changed");
        }
    }

    private static ImmutableVoucherTerms withList(VoucherTerms terms) {
        VoucherTerms.Line first = terms.lines().get(0);
        VoucherTerms.Line listed = new VoucherTerms.Line(
                first.request(),
                first.allotment(),
                first.amount(),
                first.booking(),
                Optional.of(new VoucherTerms.Listed(
                        PayeeList.id("PL-1"), ContentDigest.of("SHA-256", Bytes.fromHex("01")))));
        return ImmutableVoucherTerms.copyOf(terms)
                .withLines(listed, terms.lines().get(1));
    }

    private static void tamper(Office office) {
        PaymentVoucher voucher = office.voucher(VOUCHER);
        office.put(new PaymentVoucher(
                VOUCHER,
                ImmutableVoucherTerms.copyOf(voucher.terms())
                        .withPayee(new PaymentTerms.Payee("别人", "6222999900001111", "商业银行")),
                voucher.standing(),
                voucher.trail()));
    }

    @Test
    void a_receipt_of_the_order_that_was_sent_is_booked_and_is_nothing_new_without_its_digest() {
        Office office = signedAndSent();
        ContentDigest digest = NATIONAL.digest(office.voucher(VOUCHER).content());
        office.tell(receipt(digest));

        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.PAID);
        Matching again = office.tell(new BankReceipt(VOUCHER, "S-1", ON, Fen.money(500_00), PAYEE));
        assertThat(again.booked()).isEmpty();
        assertThat(again.listed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void E11_a_receipt_of_another_order_is_listed_before_and_after_the_payment(Signatures signatures) {
        Office office = signedAndSent();
        isListed(office.tell(receipt(signatures.digest(OTHER))));
        assertThat(office.voucher(VOUCHER).state()).isEqualTo(VoucherState.SENT);

        office.tell(receipt(signatures.digest(office.voucher(VOUCHER).content())));
        isListed(office.tell(receipt(signatures.digest(OTHER))));
        isListed(office.tell(receipt(new ContentDigest("SM9", Bytes.fromHex("01")))));
    }

    private static BankReceipt receipt(ContentDigest digest) {
        return new BankReceipt(VOUCHER, "S-1", ON, Fen.money(500_00), PAYEE, Optional.of(digest));
    }

    private static void isListed(Matching matching) {
        assertThat(matching.booked()).isEmpty();
        assertThat(matching.listed())
                .extracting(listed -> listed.problem().code())
                .containsExactly("payment.receipt-content-differs");
        assertThat(matching.listed().get(0).problem().textZh()).contains("V-1");
    }
}
