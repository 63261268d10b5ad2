package org.fiscalloop.evoucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.evoucher.EVoucherFixtures.codes;
import static org.fiscalloop.evoucher.EVoucherFixtures.order;
import static org.fiscalloop.evoucher.EVoucherFixtures.text;
import static org.fiscalloop.evoucher.EVoucherFixtures.value;
import static org.fiscalloop.evoucher.EVoucherFixtures.writer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written, and what is not because it could not be read again. */
class EVoucherWriterTest {
    private static EVoucher with(String field, String value) {
        EVoucher order = order();
        return ImmutableEVoucher.copyOf(order)
                .withBody(new EVoucherBody(
                        order.type(),
                        ImmutableMap.<String, String>builder()
                                .putAll(order.body().head())
                                .put(field, value)
                                .buildKeepingLast(),
                        order.body().details()));
    }

    /** Deterministic, and the form that is signed: it never changes. */
    @Test
    void the_content_is_written_like_this() {
        assertThat(text(value(writer(VoucherEncoding.GBK).content(order())).bytes(), EVoucherFixtures.GBK))
                .isEqualTo("""
                        <?xml version="1.0" encoding="GBK"?>
                        <Voucher><Id>1</Id>
                        <AdmDivCode>310107</AdmDivCode>
                        <StYear>2024</StYear>
                        <VtCode>5214</VtCode>
                        <VouDate>20240301</VouDate>
                        <VoucherNo>V1</VoucherNo>
                        <FundTypeCode>111</FundTypeCode>
                        <AgencyCode>105001</AgencyCode>
                        <AgencyName>区财政局</AgencyName>
                        <PayeeAcctNo>6222000011112222</PayeeAcctNo>
                        <PayeeAcctName>供应商</PayeeAcctName>
                        <PayeeAcctBankName>商业银行</PayeeAcctBankName>
                        <PayAcctNo>Z105001</PayAcctNo>
                        <PayAcctName>区财政局零余额账户</PayAcctName>
                        <PayAcctBankName>代理银行</PayAcctBankName>
                        <PayAmt>500.00</PayAmt>
                        <DetailList><Detail><Id>R1</Id>
                        <AgencyCode>105001</AgencyCode>
                        <ExpFuncCode>2010602</ExpFuncCode>
                        <PayAmt>300.00</PayAmt>
                        </Detail>
                        <Detail><Id>R2</Id>
                        <AgencyCode>105001</AgencyCode>
                        <ExpFuncCode>2010602</ExpFuncCode>
                        <PayAmt>200.00</PayAmt>
                        </Detail>
                        </DetailList>
                        </Voucher>
                        """);
    }

    @Test
    void the_envelope_is_written_like_this() {
        EVoucher signed = order().withReturnReason("退回 <原因> & \"其他\"")
                .withAttach("附")
                .withSignatures(new EVoucherSeal("dw", "3f38", Bytes.fromHex("01")))
                .withStamps(new EVoucherSeal("cz", "", Bytes.fromHex("02")));
        String message =
                text(value(writer(VoucherEncoding.UTF_8).write(ImmutableList.of(signed))), StandardCharsets.UTF_8);

        assertThat(message.replaceAll("(?s)<Voucher>.*</Voucher>", "<Voucher>…</Voucher>"))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <MOF><VoucherCount>1</VoucherCount>
                        <VoucherBody AdmDivCode="310107" StYear="2024" VtCode="5214" VoucherNo="V1"><VoucherFlag>0</VoucherFlag>
                        <Return_Reason>退回 &lt;原因&gt; &amp; &quot;其他&quot;</Return_Reason>
                        <Attach>附</Attach>
                        <Voucher>…</Voucher>
                        <SignStampList><Stamp No="cz">Ag==</Stamp>
                        </SignStampList>
                        <SignatureList><Signature No="dw" SN="3f38">AQ==</Signature>
                        </SignatureList>
                        </VoucherBody>
                        </MOF>
                        """);
    }

    /** 㭎 is in many a name and not in GBK; the euro sign is in neither GBK nor any name. */
    @Test
    void a_character_that_gbk_cannot_write_is_refused_by_name_and_not_replaced() {
        EVoucher voucher = with("PayeeAcctName", "王\u3B4E\uD840\uDC0B€");
        var refusals =
                writer(VoucherEncoding.GBK).write(ImmutableList.of(voucher)).refusals();

        assertThat(codes(refusals)).containsExactly("evoucher.character");
        assertThat(refusals.get(0).text())
                .contains("U+3B4E \u3B4E, U+2000B \uD840\uDC0B")
                .contains("PayeeAcctName of the content")
                .contains("GBK");
        assertThat(writer(VoucherEncoding.UTF_8)
                        .write(ImmutableList.of(voucher))
                        .isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PayeeAcctName, 'A\u0001', evoucher.character",
        "PayeeAcctName, 'A\uFFFE', evoucher.character",
        "PayeeAcctName, 'A&amp;B', evoucher.escaped-twice",
        "PayAmt, 499.00, evoucher.details-differ",
        "VoucherNo, V2, evoucher.envelope-differs",
        "Unknown, 1, evoucher.unexpected"
    })
    void what_could_not_be_read_again_is_not_written(String field, String value, String code) {
        EVoucher voucher = with(field, value);
        assertThat(codes(writer(VoucherEncoding.UTF_8)
                        .write(ImmutableList.of(voucher))
                        .refusals()))
                .containsExactly(code);
        assertThat(codes(writer(VoucherEncoding.UTF_8).content(voucher).refusals()))
                .containsExactly(code);
    }

    /** A plane of characters that has no halves, of which only those beyond it are made. */
    @Test
    void a_character_that_looks_like_half_of_another_one_when_it_is_cut_short_is_shown_as_it_is() {
        assertThat(VoucherEncoding.named(0x2D800)).isEqualTo("U+2D800 " + Character.toString(0x2D800));
        assertThat(VoucherEncoding.named(0xD800)).isEqualTo("U+D800");
    }

    @Test
    void a_message_that_no_reader_would_read_for_its_length_is_not_written() {
        Bytes large = Bytes.copyOf(ByteBuffer.allocate(EVoucherReader.MOST_BYTES / 4 * 3));
        EVoucher sealed = order().withStamps(new EVoucherSeal("cz", "", large));
        var refusals =
                writer(VoucherEncoding.UTF_8).write(ImmutableList.of(sealed)).refusals();
        assertThat(codes(refusals)).containsExactly("evoucher.too-large");
        assertThat(refusals.get(0).text()).contains(Integer.toString(EVoucherReader.MOST_BYTES));
    }

    @Test
    void a_content_that_no_reader_would_read_for_its_length_is_not_signed() {
        EVoucher order = order();
        ImmutableMap<String, String> detail = ImmutableMap.<String, String>builder()
                .putAll(order.body().details().get(0))
                .put("PayAmt", "0.01")
                .buildKeepingLast();
        int many = EVoucherReader.MOST_BYTES / 100;
        EVoucher longer = ImmutableEVoucher.copyOf(order)
                .withBody(new EVoucherBody(
                        order.type(),
                        ImmutableMap.<String, String>builder()
                                .putAll(order.body().head())
                                .put("PayAmt", Fen.text(many))
                                .buildKeepingLast(),
                        ImmutableList.copyOf(Collections.nCopies(many, detail))));
        assertThat(codes(writer(VoucherEncoding.UTF_8).content(longer).refusals()))
                .containsExactly("evoucher.too-large");
    }

    @Test
    void an_envelope_is_held_to_its_form_too() {
        var writer = writer(VoucherEncoding.GBK);
        assertThat(codes(writer.write(ImmutableList.of()).refusals())).containsExactly("evoucher.missing");
        assertThat(codes(writer.write(ImmutableList.of(order().withReturnReason(" ")))
                        .refusals()))
                .containsExactly("evoucher.value");
        assertThat(codes(writer.write(ImmutableList.of(order().withAttach("\u3B4E")))
                        .refusals()))
                .containsExactly("evoucher.character");
        assertThat(codes(writer.write(ImmutableList.of(
                                order().withStamps(new EVoucherSeal("\u3B4E", "", Bytes.fromHex("01")))))
                        .refusals()))
                .containsExactly("evoucher.character");
        assertThat(writer.write(ImmutableList.of(order().withDivision("31010"))).refusals())
                .extracting(Refusal::code)
                .contains("evoucher.value");
        assertThat(writer.write(ImmutableList.of(order().withYear(24))).refusals())
                .extracting(Refusal::code)
                .contains("evoucher.value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("Hold1", " "))
                .withMessageContaining("Hold1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EVoucherSeal("", "", Bytes.fromHex("01")))
                .withMessageContaining("position");
    }

    @Test
    void a_table_that_is_none_is_a_broken_argument() {
        assertThatIllegalArgumentException().isThrownBy(() -> EVoucherLayouts.NATIONAL.and("a,b"));
        String header = EVoucherLayouts.HEADER + "\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVoucherLayouts.NATIONAL.and(header + "9999,head,X,x,no,text,1,,certain"))
                .withMessageContaining("9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVoucherLayouts.NATIONAL.and(header + "5214,middle,X,x,no,text,1,,certain"))
                .withMessageContaining("head or detail");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVoucherLayouts.NATIONAL.and(header + "5214,head,X,x,maybe,text,1,,certain"))
                .withMessageContaining("required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVoucherLayouts.NATIONAL.and(header + "5214,head,<X>,x,no,text,1,,certain"))
                .withMessageContaining("name");
    }
}
