package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.payment.PaymentFixtures.ON;
import static org.fiscalloop.payment.PaymentFixtures.PAYEE;
import static org.fiscalloop.payment.PaymentFixtures.terms;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeException;
import org.fiscalloop.journal.ShapeRegistry;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.Examined;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.Verdict;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentRules.Occupation;
import org.fiscalloop.payment.PaymentTerms.ForeignAmount;
import org.fiscalloop.signature.SignatureEvidence;
import org.fiscalloop.signature.SignatureFixtures;
import org.fiscalloop.signature.SignaturePolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every form is read as it was written, as bytes and as a tree. */
class PaymentShapesTest {
    private static final Id<PaymentRequest> REQUEST = PaymentRequest.id("R-1");
    private static final Id<PaymentVoucher> VOUCHER = PaymentVoucher.id("V-1");
    private static final Move MOVE = new Move(VOUCHER, "PAY", "SENT", "PAID", 0, 5);

    private static final PaymentTerms TERMS = ImmutablePaymentTerms.copyOf(terms(300_00))
            .withIsProcurement(true)
            .withContract("C-1")
            .withForeign(new ForeignAmount("USD", new BigDecimal("42.13"), new BigDecimal("7.1205")))
            .withOccupation(Occupation.SAVE);

    private static final SignatureEvidence EVIDENCE = SignatureFixtures.EVERYWHERE.sign(
            VoucherTest.created().voucher(VOUCHER).content(), SignatureFixtures.SIGNER);

    private static VoucherTerms voucherTerms() {
        return ImmutableVoucherTerms.builder()
                .from(VoucherTest.created().voucher(VOUCHER).terms())
                .signature(EVIDENCE)
                .stamp(EVIDENCE)
                .receipt(new VoucherTerms.Receipt("S-1", ON, Fen.money(500_00), PAYEE))
                .clearing(new VoucherTerms.Clearing("B-1", ON))
                .addRefunds(new VoucherTerms.Refund("T-1", Fen.money(1), Optional.empty(), RefundKind.ACTIVE))
                .build();
    }

    private static <T> DynamicTest same(Shape<T> shape, T value) {
        return DynamicTest.dynamicTest(shape.name(), () -> {
            assertThat(shape.decode(shape.encode(value))).isEqualTo(value);
            assertThat(shape.fromTree(shape.toTree(value))).isEqualTo(value);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_value_is_read_as_it_was_written() {
        return Stream.of(
                same(PaymentShapes.TERMS, TERMS),
                same(PaymentShapes.CREATE, new PaymentCommands.CreatePayment(REQUEST, TERMS)),
                same(
                        PaymentShapes.CREATE_PROXY,
                        new PaymentCommands.CreateProxyPayment(
                                REQUEST, ImmutablePaymentTerms.copyOf(TERMS).withPayType("11"))),
                same(PaymentShapes.REVISE, new PaymentCommands.RevisePayment(REQUEST, terms(1))),
                same(
                        PaymentShapes.FILLED_IN,
                        new PaymentEvents.PaymentFilledIn(new Move(REQUEST, "CREATE", "", "DRAFT", 0, 1), TERMS)),
                same(VoucherShapes.TERMS, voucherTerms()),
                same(VoucherShapes.CREATE, VoucherTest.both()),
                same(VoucherShapes.ACCEPTANCE, new PaymentNotices.BankAcceptance(VOUCHER)),
                same(VoucherShapes.REJECTION, new PaymentNotices.BankRejection(VOUCHER, "账号有误")),
                same(
                        VoucherShapes.RECEIPT,
                        new PaymentNotices.BankReceipt(VOUCHER, "S-1", ON, Fen.money(500_00), PAYEE)),
                same(
                        VoucherShapes.RECEIPT,
                        new PaymentNotices.BankReceipt(
                                VOUCHER, "S-1", ON, Fen.money(500_00), PAYEE, Optional.of(EVIDENCE.digest()))),
                same(VoucherShapes.SIGN, new PaymentCommands.SignVoucher(VOUCHER, EVIDENCE)),
                same(VoucherShapes.STAMP, new PaymentCommands.StampVoucher(VOUCHER, EVIDENCE)),
                same(VoucherShapes.SIGNED, new PaymentEvents.VoucherSigned(MOVE, EVIDENCE)),
                same(
                        VoucherShapes.CLEARING,
                        new PaymentNotices.TreasuryClearing(
                                "B-1", ImmutableList.of(new PaymentNotices.ClearingLine(VOUCHER, Fen.money(1))))),
                same(
                        VoucherShapes.REFUND,
                        new PaymentNotices.RefundNotice(
                                VOUCHER, "T-1", Fen.money(1), Optional.of(REQUEST), RefundKind.ACTIVE)),
                same(VoucherShapes.CREATED, new PaymentEvents.VoucherCreated(ImmutableList.of(MOVE), voucherTerms())),
                same(VoucherShapes.VOIDED, new PaymentEvents.VoucherVoided(ImmutableList.of(MOVE))),
                same(
                        VoucherShapes.PAID,
                        new PaymentEvents.VoucherPaid(
                                ImmutableList.of(MOVE),
                                new VoucherTerms.Receipt("S-1", ON, Fen.money(1), PAYEE),
                                Optional.empty())),
                same(
                        VoucherShapes.PAID,
                        new PaymentEvents.VoucherPaid(
                                ImmutableList.of(MOVE),
                                new VoucherTerms.Receipt("S-1", ON, Fen.money(1), PAYEE),
                                Optional.of(new Examined(ImmutableList.of())))),
                same(PaymentShapes.MONITORED, new PaymentEvents.PaymentMonitored(MOVE, EXAMINED)),
                same(
                        VoucherShapes.CLEARED,
                        new PaymentEvents.VoucherCleared(MOVE, new VoucherTerms.Clearing("B-1", ON))),
                same(
                        VoucherShapes.REFUNDED,
                        new PaymentEvents.VoucherRefunded(
                                MOVE,
                                new VoucherTerms.Refund("T-1", Fen.money(1), Optional.empty(), RefundKind.PASSIVE))));
    }

    private static final Examined EXAMINED = new Examined(ImmutableList.of(new Verdict(
            Handling.HOLD,
            Refusal.of(
                    new Reason("monitoring.local", "found", "发现", "{a}", "{a}", Source.own("of this test")),
                    Facts.of("a", Fact.text("one", "一"))))));

    @Test
    void rules_are_read_as_they_were_written() {
        PaymentRules rules = ImmutablePaymentRules.builder()
                .occupation(Occupation.SAVE)
                .signatures(SignaturePolicy.REQUIRED)
                .putSeverities("payment.own-account", Severity.WARN)
                .build();
        PaymentRules read = PaymentShapes.RULES.fromTree(PaymentShapes.RULES.toTree(rules));

        assertThat(read.occupation()).isEqualTo(Occupation.SAVE);
        assertThat(read.signatures()).isEqualTo(SignaturePolicy.REQUIRED);
        assertThat(read.severities()).isEqualTo(rules.severities());
        assertThat(read.natures()).isEqualTo(rules.natures());
        assertThat(read.treasuryExpenses()).isEqualTo(rules.treasuryExpenses());
        assertThat(read.fundBooks()).isEqualTo(rules.fundBooks());
        assertThat(read.limits()).isEqualTo(rules.limits());
        assertThat(read.reviews()).isEqualTo(rules.reviews());
        assertThat(read.requestLifecycle().markdown())
                .isEqualTo(rules.requestLifecycle().markdown());
        assertThat(read.voucherLifecycle().markdown())
                .isEqualTo(rules.voucherLifecycle().markdown());
        assertThat(PaymentShapes.RULES.encode(read)).isEqualTo(PaymentShapes.RULES.encode(rules));
    }

    @Test
    void a_tree_may_leave_out_what_is_usual() {
        Tree.Fields full = PaymentShapes.TERMS.toTree(terms(300_00));
        Tree.Fields sparse = Tree.fields(full.members().stream()
                .filter(member -> !ImmutableList.of(
                                "settlementMode", "businessType", "procurement", "occupation", "attributes")
                        .contains(member.name()))
                .collect(ImmutableList.toImmutableList()));

        assertThat(PaymentShapes.TERMS.fromTree(sparse)).isEqualTo(terms(300_00));
    }

    @Test
    void a_foreign_amount_is_a_plain_decimal_number() {
        ForeignAmount huge = new ForeignAmount("USD", new BigDecimal("1E+3"), BigDecimal.ONE);
        PaymentTerms terms = ImmutablePaymentTerms.copyOf(terms(1)).withForeign(huge);
        Tree.Fields tree = PaymentShapes.TERMS.toTree(terms);
        assertThat(PaymentShapes.TERMS.fromTree(tree).foreign().orElseThrow().amount())
                .isEqualByComparingTo("1000");

        Tree.Fields broken = Tree.fields(tree.members().stream()
                .map(member -> member.name().equals("foreign")
                        ? new Tree.Member(
                                "foreign",
                                Tree.fields(ImmutableList.of(
                                        new Tree.Member("currency", Tree.text("USD")),
                                        new Tree.Member("amount", Tree.text("1E999999999")),
                                        new Tree.Member("rate", Tree.text("1")))))
                        : member)
                .collect(ImmutableList.toImmutableList()));
        assertThatThrownBy(() -> PaymentShapes.TERMS.fromTree(broken))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("1E999999999");
    }

    @Test
    void the_forms_fit_one_registry() {
        ShapeRegistry registry = ShapeRegistry.of(ImmutableList.of(PaymentShapes.FAMILY));

        assertThat(registry.shapes()).hasSize(22);
        assertThat(registry.fromTree(registry.toTree(VoucherTest.both()))).isEqualTo(VoucherTest.both());
    }
}
