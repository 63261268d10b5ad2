package org.fiscalloop.evoucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.evoucher.EVoucherFixtures.GBK;
import static org.fiscalloop.evoucher.EVoucherFixtures.READER;
import static org.fiscalloop.evoucher.EVoucherFixtures.bytes;
import static org.fiscalloop.evoucher.EVoucherFixtures.codes;
import static org.fiscalloop.evoucher.EVoucherFixtures.envelope;
import static org.fiscalloop.evoucher.EVoucherFixtures.message;
import static org.fiscalloop.evoucher.EVoucherFixtures.order;
import static org.fiscalloop.evoucher.EVoucherFixtures.text;
import static org.fiscalloop.evoucher.EVoucherFixtures.utf8;
import static org.fiscalloop.evoucher.EVoucherFixtures.value;
import static org.fiscalloop.evoucher.EVoucherFixtures.writer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.signature.JcaSignatures;
import org.fiscalloop.signature.SignatureFixtures;
import org.fiscalloop.signature.SignatureVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are read, and messages that are refused by name. */
class EVoucherReaderTest {
    private static final String SMALL = "<Voucher><Id>1</Id><AdmDivCode>310107</AdmDivCode><StYear>2024</StYear>"
            + "<VtCode>5214</VtCode><VouDate>20240301</VouDate><VoucherNo>V1</VoucherNo><FundTypeCode>111</FundTypeCode>"
            + "<AgencyCode>1</AgencyCode><AgencyName>局</AgencyName><PayAcctNo>Z1</PayAcctNo><PayAcctName>户</PayAcctName>"
            + "<PayAcctBankName>行</PayAcctBankName><PayAmt>5.00</PayAmt><DetailList><Detail><Id>R1</Id>"
            + "<AgencyCode>1</AgencyCode><ExpFuncCode>2010602</ExpFuncCode><PayAmt>5.00</PayAmt></Detail></DetailList>"
            + "</Voucher>";

    private static ImmutableList<String> refused(Bytes message) {
        EVoucherReading reading = READER.read(message);
        assertThat(reading.vouchers()).isEmpty();
        assertThat(reading.refusals()).allSatisfy(refusal -> {
            assertThat(refusal.text()).isNotBlank();
            assertThat(refusal.textZh()).isNotBlank();
            assertThat(EVoucherReasons.ALL.find(refusal.code())).contains(refusal.reason());
        });
        return codes(reading.refusals());
    }

    private static String only(Bytes message) {
        EVoucherReading reading = READER.read(message);
        return reading.refusals().stream().map(Refusal::text).collect(Collectors.joining("\n"));
    }

    @Test
    void the_smallest_order_is_read() {
        EVoucherReading reading = READER.read(message(SMALL));

        assertThat(reading.refusals()).isEmpty();
        EVoucher voucher = reading.vouchers().get(0).voucher();
        assertThat(voucher.type()).isEqualTo(EVoucherType.TREASURY_PAYMENT);
        assertThat(voucher.body().head()).containsEntry("AgencyName", "局").doesNotContainKey("PayeeAcctNo");
        EVoucherContent.PaymentOrder content =
                (EVoucherContent.PaymentOrder) voucher.body().content();
        assertThat(content.amount()).hasToString("CNY 5.00");
        assertThat(content.done()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(VoucherEncoding.class)
    void what_was_written_is_read_in_either_encoding(VoucherEncoding encoding) {
        ImmutableList<EVoucher> vouchers = EVoucherFixtures.everyType();
        EVoucherReading reading = READER.read(value(writer(encoding).write(vouchers)));

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.vouchers())
                .extracting(EVoucherReading.Received::voucher)
                .containsExactlyElementsOf(vouchers);
    }

    @Test
    void every_type_has_fields_and_its_own_value() {
        assertThat(EVoucherFixtures.everyType())
                .extracting(EVoucher::type)
                .containsExactlyInAnyOrder(EVoucherType.values());
        assertThat(EVoucherFixtures.everyType()).allSatisfy(voucher -> {
            assertThat(EVoucherLayouts.NATIONAL.check(voucher)).isEmpty();
            assertThat(voucher.body().content().number()).isEqualTo("V1");
            assertThat(voucher.body().content().date()).hasToString("2024-03-01");
        });
    }

    /** As a system in use writes one: its declaration, its order of elements, empty ones too, base64 in several lines. */
    @Test
    void line_breaks_in_base64_comments_and_empty_elements_say_nothing() {
        String content = "<?xml version=\"1.0\" encoding=\"GBK\"?>\n\n"
                + SMALL.replace(
                        "<PayAmt>5.00</PayAmt><Det",
                        "<ProCatCode/><PayAmt>5.00</PayAmt><Hold1> </Hold1><!-- x --><Det");
        String base64 = Base64.getMimeEncoder().encodeToString(content.getBytes(GBK));
        String message =
                "<?xml version=\"1.0\" encoding=\"GBK\" ?>\n<MOF>\n <VoucherCount>1</VoucherCount>\n <VoucherBody"
                        + " VoucherNo=\"V1\" AdmDivCode=\"310107\" StYear=\"2024\" VtCode=\"5214\">\n<VoucherFlag>0</VoucherFlag>"
                        + "<Return_Reason></Return_Reason><Attach></Attach><Voucher>" + base64
                        + "</Voucher><SignStampList />"
                        + "<SignatureList><Signature No=\"cz_dwfz\" SN=\"3f38\">AQI=</Signature></SignatureList></VoucherBody></MOF>";
        EVoucherReading reading = READER.read(bytes(message, GBK));

        assertThat(reading.refusals()).isEmpty();
        EVoucherReading.Received received = reading.vouchers().get(0);
        assertThat(received.voucher().body())
                .isEqualTo(
                        READER.read(message(SMALL)).vouchers().get(0).voucher().body());
        assertThat(received.content().bytes()).isEqualTo(bytes(content, GBK));
        assertThat(received.voucher().signatures())
                .containsExactly(new EVoucherSeal("cz_dwfz", "3f38", Bytes.fromHex("0102")));
    }

    @Test
    void signatures_are_over_the_bytes_that_came() {
        var signatures = SignatureFixtures.NATIONAL;
        var writer = writer(VoucherEncoding.GBK);
        var evidence = signatures.sign(value(writer.content(order())), SignatureFixtures.SIGNER);
        EVoucher signed = order().withSignatures(new EVoucherSeal("dw", evidence.certificate(), evidence.value()));
        EVoucherReading.Received received = READER.read(value(writer.write(ImmutableList.of(signed))))
                .vouchers()
                .get(0);

        assertThat(received.voucher()).isEqualTo(signed);
        assertThat(signatures).isInstanceOf(JcaSignatures.class);
        assertThat(signatures.verify(received.content(), evidence)).isEqualTo(SignatureVerdict.HOLDS);
    }

    // ---- refused ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "<MOF>",
                "<MOF></MOF",
                "<MOF/><MOF/>",
                "<MOF>&nothing;</MOF>",
                "<a:MOF/>",
                "<?xml version=\"1.1\"?><MOF/>"
            })
    void what_is_not_well_formed_is_refused_with_its_place(String message) {
        assertThat(refused(utf8(message))).containsExactly("evoucher.not-xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE MOF><MOF/>",
                "<!DOCTYPE MOF SYSTEM \"file:///etc/passwd\"><MOF/>",
                "<!DOCTYPE MOF [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><MOF><VoucherCount>&a;</VoucherCount></MOF>",
                "<!DOCTYPE MOF [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><MOF>&b;</MOF>",
                "<MOF><?php x?></MOF>",
                "<MOF/><?x y?>"
            })
    void document_types_entities_and_instructions_are_refused(String message) {
        assertThat(refused(utf8(message))).containsExactly("evoucher.document-type");
    }

    @Test
    void what_is_too_deep_is_refused() {
        assertThat(refused(utf8("<MOF>".repeat(9) + "</MOF>".repeat(9)))).containsExactly("evoucher.not-xml");
    }

    @Test
    void what_is_too_large_is_refused_unread() {
        byte[] large = new byte[EVoucherReader.MOST_BYTES + 1];
        assertThat(refused(Bytes.copyOf(ByteBuffer.wrap(large)))).containsExactly("evoucher.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Big5", "GB18030", "ISO-8859-1", "UTF-16"})
    void other_encodings_are_refused_by_name(String label) {
        Bytes message = utf8("<?xml version=\"1.0\" encoding=\"" + label + "\"?><MOF/>");
        assertThat(refused(message)).containsExactly("evoucher.encoding-unknown");
        assertThat(only(message)).contains(label).contains("GBK, UTF-8");
    }

    /** Declared as GBK, written in UTF-8: seen in practice. */
    @Test
    void bytes_in_another_encoding_than_they_say_are_refused_with_their_place() {
        Bytes message = utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><MOF>" + "x</MOF>");
        byte[] wrong = message.toByteArray();
        wrong[wrong.length - 7] = (byte) 0xFF;
        assertThat(refused(Bytes.copyOf(ByteBuffer.wrap(wrong)))).containsExactly("evoucher.not-in-its-encoding");
        String gbk = "<?xml version=\"1.0\" encoding=\"GBK\"?>" + SMALL;
        assertThat(refused(envelope(Base64.getEncoder().encodeToString(gbk.getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("evoucher.not-in-its-encoding");
    }

    @Test
    void a_byte_order_mark_is_utf_8_and_nothing_else() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        byte[] message = message(SMALL).toByteArray();
        ByteBuffer marked = ByteBuffer.allocate(mark.length + message.length)
                .put(mark)
                .put(message)
                .flip();
        assertThat(READER.read(Bytes.copyOf(marked)).refusals()).isEmpty();
        byte[] gbk = "<?xml version=\"1.0\" encoding=\"GBK\"?><MOF/>".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer contradicting =
                ByteBuffer.allocate(mark.length + gbk.length).put(mark).put(gbk).flip();
        assertThat(refused(Bytes.copyOf(contradicting))).containsExactly("evoucher.encoding-unknown");
    }

    @Test
    void what_is_escaped_or_encoded_twice_is_refused_by_that_name() {
        String base64 = Base64.getEncoder().encodeToString(SMALL.getBytes(StandardCharsets.UTF_8));
        String declared = Base64.getEncoder()
                .encodeToString(("<?xml version=\"1.0\"?>" + SMALL).getBytes(StandardCharsets.UTF_8));

        assertThat(refused(utf8("&lt;MOF&gt;&lt;/MOF&gt;"))).containsExactly("evoucher.escaped-twice");
        assertThat(refused(envelope(SMALL.replace("<", "&lt;").replace(">", "&gt;"))))
                .as("escaped where base64 should be")
                .containsExactly("evoucher.escaped-twice");
        assertThat(refused(envelope(Base64.getEncoder().encodeToString(base64.getBytes(StandardCharsets.US_ASCII)))))
                .containsExactly("evoucher.escaped-twice");
        assertThat(refused(envelope(Base64.getEncoder().encodeToString(declared.getBytes(StandardCharsets.US_ASCII)))))
                .containsExactly("evoucher.escaped-twice");
        assertThat(refused(message(SMALL.replace("局", "A&amp;amp;B")))).containsExactly("evoucher.escaped-twice");
        assertThat(READER.read(message(SMALL.replace("局", "A&amp;B"))).vouchers())
                .hasSize(1);
    }

    @Test
    void what_is_not_base64_is_refused() {
        assertThat(refused(envelope("不是"))).containsExactly("evoucher.not-base64");
        assertThat(refused(envelope(""))).containsExactly("evoucher.not-base64");
        assertThat(refused(envelope("AAAA*"))).containsExactly("evoucher.not-base64");
    }

    @ParameterizedTest
    @CsvSource({
        "VoucherFlag>0<, VoucherFlag>2<, evoucher.value",
        "VoucherCount>1<, VoucherCount>2<, evoucher.count-differs",
        "<VoucherCount>1</VoucherCount>, '', evoucher.count-differs",
        "<VoucherCount>1</VoucherCount>, <VoucherCount>1</VoucherCount><VoucherCount>1</VoucherCount>, evoucher.twice",
        "AdmDivCode=\"310107\", AdmDivCode=\"310107000\", evoucher.value",
        "StYear=\"2024\", StYear=\"24\", evoucher.value",
        "VtCode=\"5214\", VtCode=\"5299\", evoucher.type-unknown",
        "VtCode=\"5214\", VtCode=\"5214\" Hidden=\"1\", evoucher.unexpected",
        "VoucherNo=\"V1\", VoucherNo=\"\", evoucher.value",
        "<MOF>, <MOF hidden=\"1\">, evoucher.unexpected",
        "<MOF>, <MOF xmlns=\"urn:x\">, evoucher.unexpected",
        "<VoucherFlag>, <Hidden/><VoucherFlag>, evoucher.unexpected",
        "<VoucherFlag>0</VoucherFlag>, <VoucherFlag>0</VoucherFlag><VoucherFlag>0</VoucherFlag>, evoucher.twice",
        "<VoucherFlag>0</VoucherFlag>, '', evoucher.value",
        "</Voucher>, </Voucher><SignatureList><Seal No=\"1\">AA==</Seal></SignatureList>, evoucher.unexpected",
        "</Voucher>, </Voucher><SignatureList><Signature>AA==</Signature></SignatureList>, evoucher.unexpected",
        "</Voucher>, </Voucher><SignStampList><Stamp No=\"1\">*</Stamp></SignStampList>, evoucher.not-base64"
    })
    void an_envelope_that_is_not_as_it_should_be_is_refused(String part, String other, String code) {
        String message = text(message(SMALL), StandardCharsets.UTF_8);
        assertThat(message).contains(part);
        EVoucherReading reading = READER.read(utf8(message.replace(part, other)));

        assertThat(codes(reading.refusals())).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "<PayAmt>5.00</PayAmt><D, <PayAmt>6.00</PayAmt><D, evoucher.details-differ",
        "<VouDate>20240301, <VouDate>20240231, evoucher.value",
        "<VouDate>20240301, <VouDate>2024-03-01, evoucher.value",
        "<PayAmt>5.00</PayAmt><D, '<PayAmt>5,000.00</PayAmt><D', evoucher.value",
        "<PayAmt>5.00</PayAmt><D, <PayAmt>5.001</PayAmt><D, evoucher.value",
        "<PayAmt>5.00</PayAmt><D, <D, evoucher.missing",
        "<ExpFuncCode>2010602</ExpFuncCode>, '', evoucher.missing",
        "<VoucherNo>V1, <VoucherNo>V2, evoucher.envelope-differs",
        "<VtCode>5214, <VtCode>5201, evoucher.envelope-differs",
        "<AdmDivCode>310107, <AdmDivCode>310108, evoucher.envelope-differs",
        "<DetailList>, <Hidden>1</Hidden><DetailList>, evoucher.unexpected",
        "<DetailList>, stray<DetailList>, evoucher.not-xml",
        "<Detail>, <Detail x=\"1\">, evoucher.unexpected",
        "<Detail>, <Other/><Detail>, evoucher.unexpected",
        "<AgencyName>局, <AgencyName>局</AgencyName><AgencyName>局, evoucher.twice",
        "<AgencyName>局, <AgencyName x=\"1\">局, evoucher.unexpected",
        "<AgencyName>局, <AgencyName><b>局</b>, evoucher.unexpected",
        "<PayAcctNo>Z1, <PayAcctNo>Z 1, evoucher.value",
        "<Voucher>, <Voucher v=\"2\">, evoucher.unexpected"
    })
    void a_content_that_is_not_as_it_should_be_is_refused(String part, String other, String code) {
        assertThat(SMALL).contains(part);
        assertThat(refused(message(SMALL.replace(part, other)))).contains(code);
    }

    @Test
    void a_text_longer_than_its_field_is_refused_and_not_cut() {
        assertThat(only(message(SMALL.replace("局", "局".repeat(121)))))
                .contains("AgencyName")
                .contains("at most 120 characters");
    }

    @Test
    void a_receipt_says_what_was_done_unless_it_gives_the_order_back() {
        EVoucher receipt = order().withFlag(EVoucherFlag.RECEIPT);
        assertThat(EVoucherLayouts.NATIONAL.check(receipt))
                .extracting(EVoucherFixtures::named)
                .containsExactly(
                        "evoucher.missing XPayDate",
                        "evoucher.missing XAgentBusinessNo",
                        "evoucher.missing XPayAmt",
                        "evoucher.missing XPayeeAcctBankName",
                        "evoucher.missing XPayeeAcctNo",
                        "evoucher.missing XPayeeAcctName");
        assertThat(EVoucherLayouts.NATIONAL.check(
                        ImmutableEVoucher.copyOf(receipt).withReturnReason("户名不符")))
                .isEmpty();
    }

    @Test
    void one_that_cannot_be_read_leaves_the_others_as_they_are() {
        String good = text(message(SMALL), StandardCharsets.UTF_8);
        String body = good.substring(good.indexOf("<VoucherBody"), good.indexOf("</MOF>"));
        EVoucherReading reading = READER.read(
                utf8("<MOF><VoucherCount>2</VoucherCount>" + body.replace("5214", "9999") + body + "</MOF>"));

        assertThat(reading.vouchers()).hasSize(1);
        assertThat(codes(reading.refusals())).containsExactly("evoucher.type-unknown");
    }

    @Test
    void a_place_adds_fields_of_its_own_and_requires_more() {
        EVoucherLayouts local = EVoucherLayouts.NATIONAL.and(EVoucherLayouts.HEADER
                + "\n5214,head,LocalCode,本地编码,no,code,10,,uncertain\n5214,head,BillNo,支付申请单号,yes,code,42,,uncertain");
        Bytes message = message(SMALL.replace("<DetailList>", "<LocalCode>X1</LocalCode><DetailList>"));

        assertThat(codes(new EVoucherReader(local).read(message).refusals())).containsExactly("evoucher.missing");
        EVoucherReading reading = new EVoucherReader(local)
                .read(message(
                        SMALL.replace("<DetailList>", "<LocalCode>X1</LocalCode><BillNo>B1</BillNo><DetailList>")));
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.vouchers().get(0).voucher().body().head())
                .containsAllEntriesOf(ImmutableMap.of("LocalCode", "X1", "BillNo", "B1"));
    }
}
