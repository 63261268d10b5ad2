package org.fiscalloop.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.evoucher.EVoucher;
import org.fiscalloop.evoucher.EVoucherBody;
import org.fiscalloop.evoucher.EVoucherFlag;
import org.fiscalloop.evoucher.EVoucherLayouts;
import org.fiscalloop.evoucher.EVoucherReader;
import org.fiscalloop.evoucher.EVoucherReading;
import org.fiscalloop.evoucher.EVoucherSeal;
import org.fiscalloop.evoucher.EVoucherWriter;
import org.fiscalloop.evoucher.ImmutableEVoucher;
import org.fiscalloop.evoucher.ListedVouchers;
import org.fiscalloop.evoucher.OrderVouchers;
import org.fiscalloop.evoucher.ToldVouchers;
import org.fiscalloop.evoucher.VoucherEncoding;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.SignVoucher;
import org.fiscalloop.payment.PaymentCommands.StampVoucher;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.reconciliation.DailyReconciliation;
import org.fiscalloop.reconciliation.VouchersOfDay;
import org.fiscalloop.signature.SignatureEvidence;
import org.fiscalloop.signature.SignatureFixtures;
import org.fiscalloop.signature.Signatures;
import org.fiscalloop.signature.SignedContent;
import org.junit.jupiter.api.Test;

/** The guide to electronic vouchers, lived: its pieces of code are of this file. */
class EVouchersGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "evouchers.md");
    private static final Path HERE = Path.of("src/test/java/org/fiscalloop/docs/EVouchersGuideTest.java");

    private final World world = World.open();
    private final FiscalLoop loop = world.loop();
    private final Signatures signatures = SignatureFixtures.NATIONAL;

    @Test
    void a_voucher_is_signed_sent_answered_and_reconciled() {
        String agency = World.ORGAN;
        Elements elements = World.elements(agency, world.project(1, agency, 1_000_000));
        var allotment = world.allotment("A1", world.line("L1", elements, 1_000_000), elements, 100_000);
        world.approved("R1", allotment, elements, 30_000);
        World.done(world.ask(
                "clerk" + agency,
                new CreateVoucher(World.voucher("V1"), agency, ImmutableList.of(World.request("R1")))));
        sign(agency);
        Bytes message = order();
        Bytes answer = answered(message);
        told(answer);
        assertThat(loop.find(World.voucher("V1")).orElseThrow().state()).isEqualTo(VoucherState.PAID);
        assertThat(reconciled(answer).isAgreed()).isTrue();
    }

    private void sign(String agency) {
        PaymentVoucher voucher = loop.find(PaymentVoucher.id("V1")).orElseThrow();
        SignedContent content = voucher.content();
        SignatureEvidence signature = signatures.sign(content, SignatureFixtures.SIGNER);
        World.done(world.ask("clerk" + agency, new SignVoucher(World.voucher("V1"), signature)));
        SignatureEvidence seal = signatures.sign(content, SignatureFixtures.SEAL);
        World.done(world.ask("head" + agency, new StampVoucher(World.voucher("V1"), seal)));
        World.done(world.act("clerk" + agency, World.voucher("V1"), VoucherAction.SEND));
    }

    private Bytes order() {
        PaymentVoucher voucher = loop.find(PaymentVoucher.id("V1")).orElseThrow();
        return read(reads -> order(voucher, reads));
    }

    private Bytes order(PaymentVoucher voucher, Reads reads) {
        EVoucherLayouts layouts = EVoucherLayouts.NATIONAL;
        EVoucherWriter writer = new EVoucherWriter(layouts, VoucherEncoding.GBK);
        return OrderVouchers.of(voucher, layouts, reads)
                .flatMap(order -> writer.content(order).flatMap(content -> {
                    SignatureEvidence over = signatures.sign(content, SignatureFixtures.SIGNER);
                    EVoucherSeal seal = new EVoucherSeal("dwqm", over.certificate(), over.value());
                    EVoucher signed = ImmutableEVoucher.copyOf(order).withSignatures(seal);
                    return writer.write(ImmutableList.of(signed));
                }))
                .match(written -> written.value(), refused -> {
                    throw new AssertionError(refused.refusals());
                });
    }

    /** The bank pays and answers. */
    private static Bytes answered(Bytes message) {
        EVoucher order = new EVoucherReader(EVoucherLayouts.NATIONAL)
                .read(message)
                .vouchers()
                .get(0)
                .voucher();
        EVoucher answer = ImmutableEVoucher.copyOf(order)
                .withFlag(EVoucherFlag.RECEIPT)
                .withBody(new EVoucherBody(
                        order.type(),
                        ImmutableMap.<String, String>builder()
                                .putAll(order.body().head())
                                .put("XPayDate", "20240301")
                                .put("XAgentBusinessNo", "ICBC-1")
                                .put("XPayAmt", "300.00")
                                .put("XPayeeAcctNo", World.PAYEE.account())
                                .put("XPayeeAcctName", World.PAYEE.name())
                                .put("XPayeeAcctBankName", World.PAYEE.bank())
                                .buildOrThrow(),
                        order.body().details()));
        return new EVoucherWriter(EVoucherLayouts.NATIONAL, VoucherEncoding.GBK)
                .write(ImmutableList.of(answer))
                .match(written -> written.value(), refused -> {
                    throw new AssertionError(refused.refusals());
                });
    }

    private void told(Bytes message) {
        EVoucherReading reading = new EVoucherReader(EVoucherLayouts.NATIONAL).read(message);
        ToldVouchers.Receiver receiver =
                new ToldVouchers.Receiver("ICBC", new DivisionCode("310107000"), RefundKind.PASSIVE);
        for (EVoucherReading.Received received : reading.vouchers()) {
            Decision<ImmutableList<Notice>> notices =
                    read(reads -> ToldVouchers.of(received.voucher(), receiver, reads));
            notices.match(yes -> yes.value(), no -> listed(no.refusals())).forEach(loop::tell);
        }
        assertThat(reading.refusals()).isEmpty();
    }

    /** Where people look at what could not be told. */
    private static ImmutableList<Notice> listed(ImmutableList<Refusal> refusals) {
        throw new AssertionError(refusals.stream().map(Refusal::text).toList());
    }

    private DailyReconciliation reconciled(Bytes message) {
        ImmutableList<EVoucher> received = new EVoucherReader(EVoucherLayouts.NATIONAL)
                .read(message).vouchers().stream()
                        .map(EVoucherReading.Received::voucher)
                        .collect(ImmutableList.toImmutableList());
        return DailyReconciliation.of(
                "310107000",
                World.DAY,
                VouchersOfDay.of(loop, "310107000", 0),
                ListedVouchers.paid(received),
                ListedVouchers.cleared(received));
    }

    private <T> T read(Function<Reads, T> question) {
        return loop.read(loop.rules().at(World.DIVISION, World.YEAR, World.DAY).orElseThrow(), question);
    }

    @Test
    void every_piece_of_code_on_the_page_is_of_this_file() throws IOException {
        String lived = oneLine(Files.readString(HERE));
        assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(GUIDE))
                        .results()
                        .map(piece -> oneLine(piece.group(1))))
                .hasSize(4)
                .allSatisfy(piece -> assertThat(lived).contains(piece));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
