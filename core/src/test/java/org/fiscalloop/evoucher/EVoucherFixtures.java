package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.money.Fen;

/** Vouchers of every family, as small as they may be, and messages that hold them. */
final class EVoucherFixtures {
    static final EVoucherReader READER = new EVoucherReader(EVoucherLayouts.NATIONAL);
    static final Charset GBK = Charset.forName("GBK");

    private EVoucherFixtures() {}

    static EVoucherWriter writer(VoucherEncoding encoding) {
        return new EVoucherWriter(EVoucherLayouts.NATIONAL, encoding);
    }

    /** What a voucher of any type must say. */
    private static ImmutableMap.Builder<String, String> head(EVoucherType type) {
        return ImmutableMap.<String, String>builder()
                .put("Id", "1")
                .put("AdmDivCode", "310107")
                .put("StYear", "2024")
                .put("VtCode", type.code())
                .put("VouDate", "20240301")
                .put("VoucherNo", "V1");
    }

    static ImmutableEVoucher voucher(
            EVoucherType type,
            EVoucherFlag flag,
            ImmutableMap<String, String> more,
            ImmutableList<ImmutableMap<String, String>> details) {
        return ImmutableEVoucher.builder()
                .division("310107")
                .year(2024)
                .number("V1")
                .flag(flag)
                .body(new EVoucherBody(type, head(type).putAll(more).buildKeepingLast(), details))
                .build();
    }

    /** An order to pay 500 yuan in two parts. */
    static ImmutableEVoucher order() {
        return voucher(
                EVoucherType.TREASURY_PAYMENT, EVoucherFlag.ORDER, orderHead().buildOrThrow(), orderDetails());
    }

    static ImmutableMap.Builder<String, String> orderHead() {
        return ImmutableMap.<String, String>builder()
                .put("FundTypeCode", "111")
                .put("AgencyCode", "105001")
                .put("AgencyName", "区财政局")
                .put("PayeeAcctNo", "6222000011112222")
                .put("PayeeAcctName", "供应商")
                .put("PayeeAcctBankName", "商业银行")
                .put("PayAcctNo", "Z105001")
                .put("PayAcctName", "区财政局零余额账户")
                .put("PayAcctBankName", "代理银行")
                .put("PayAmt", "500.00");
    }

    static ImmutableList<ImmutableMap<String, String>> orderDetails() {
        return ImmutableList.of(
                ImmutableMap.of("Id", "R1", "AgencyCode", "105001", "ExpFuncCode", "2010602", "PayAmt", "300.00"),
                ImmutableMap.of("Id", "R2", "AgencyCode", "105001", "ExpFuncCode", "2010602", "PayAmt", "200.00"));
    }

    /** That it was paid. */
    static ImmutableEVoucher receipt() {
        return voucher(
                EVoucherType.TREASURY_PAYMENT,
                EVoucherFlag.RECEIPT,
                orderHead()
                        .put("XPayDate", "20240302")
                        .put("XAgentBusinessNo", "S-1")
                        .put("XPayAmt", "500.00")
                        .put("XPayeeAcctNo", "6222000011112222")
                        .put("XPayeeAcctName", "供应商")
                        .put("XPayeeAcctBankName", "商业银行")
                        .buildOrThrow(),
                orderDetails());
    }

    static ImmutableEVoucher clearing(EVoucherType type, EVoucherFlag flag, String... amounts) {
        long sum = 0;
        ImmutableList.Builder<ImmutableMap<String, String>> details = ImmutableList.builder();
        for (int i = 0; i < amounts.length; i++) {
            sum += Fen.parse(amounts[i]);
            details.add(ImmutableMap.of(
                    "Id", Integer.toString(i + 1), "VoucherNo", "P" + (i / 2 + 1), "PayAmt", amounts[i]));
        }
        String all = Fen.text(sum);
        return voucher(
                type, flag, ImmutableMap.of("PayAmt", all, "XPayAmt", all, "XClearDate", "20240303"), details.build());
    }

    static ImmutableEVoucher returned(EVoucherType type, String amount) {
        String part = type == EVoucherType.ALLOCATION_RETURN ? "Amt" : "PayAmt";
        return voucher(
                type,
                EVoucherFlag.ORDER,
                ImmutableMap.of("OriBillNo", "P1", "PayAmt", amount),
                ImmutableList.of(ImmutableMap.of("Id", "1", part, amount)));
    }

    static ImmutableEVoucher revenue(String... amounts) {
        long sum = 0;
        ImmutableList.Builder<ImmutableMap<String, String>> details = ImmutableList.builder();
        for (String amount : amounts) {
            sum += Fen.parse(amount);
            details.add(ImmutableMap.of("BudgetSubjectCode", "10101", "DayAmt", amount));
        }
        return voucher(
                EVoucherType.REVENUE_REPORT,
                EVoucherFlag.ORDER,
                ImmutableMap.of("ReportDate", "20240301", "FundTypeCode", "111", "SumMoney", Fen.text(sum)),
                details.build());
    }

    static ImmutableEVoucher stock() {
        return voucher(
                EVoucherType.STOCK_REPORT,
                EVoucherFlag.ORDER,
                ImmutableMap.of("AcctDate", "20240301"),
                ImmutableList.of(ImmutableMap.of(
                        "Id", "1",
                        "AcctCode", "27101",
                        "YesterdayBalance", "100.00",
                        "TodayReceipt", "50.00",
                        "TodayPay", "30.00",
                        "TodayBalance", "120.00")));
    }

    static ImmutableEVoucher quota(EVoucherType type) {
        return voucher(
                type,
                EVoucherFlag.ORDER,
                ImmutableMap.of("PayAmt", "900.00"),
                ImmutableList.of(ImmutableMap.of("Id", "1", "ExpFuncCode", "2010602", "PayAmt", "900.00")));
    }

    static ImmutableEVoucher allocation() {
        return voucher(
                EVoucherType.ALLOCATION,
                EVoucherFlag.ORDER,
                ImmutableMap.of("PayeeAcctName", "区医院", "PayeeAcctNo", "1001", "PayAmt", "80.00"),
                ImmutableList.of(ImmutableMap.of("Id", "1", "PayAmt", "80.00")));
    }

    /** One of every type. */
    static ImmutableList<EVoucher> everyType() {
        return ImmutableList.of(
                order(),
                voucher(
                        EVoucherType.DIRECT_PAYMENT,
                        EVoucherFlag.ORDER,
                        orderHead().buildOrThrow(),
                        orderDetails()),
                voucher(
                        EVoucherType.AUTHORISED_PAYMENT,
                        EVoucherFlag.ORDER,
                        orderHead().buildOrThrow(),
                        orderDetails()),
                allocation(),
                quota(EVoucherType.DIRECT_QUOTA),
                quota(EVoucherType.AUTHORISED_QUOTA),
                clearing(EVoucherType.CLEARING, EVoucherFlag.RECEIPT, "300.00", "200.00"),
                clearing(EVoucherType.CLEARING_REFUND, EVoucherFlag.RECEIPT, "-20.00"),
                returned(EVoucherType.BANK_RETURN, "-20.00"),
                returned(EVoucherType.ALLOCATION_RETURN, "20.00"),
                revenue("10.00", "-3.00"),
                stock());
    }

    // ---- messages ---------------------------------------------------------------------------------------------------

    static <T> T value(Decision<T> decision) {
        return decision.match(Decision.Accepted::value, refused -> {
            throw new AssertionError(
                    refused.refusals().stream().map(Refusal::text).toList());
        });
    }

    static ImmutableList<String> codes(Iterable<Refusal> refusals) {
        ImmutableList.Builder<String> codes = ImmutableList.builder();
        refusals.forEach(refusal -> codes.add(refusal.code()));
        return codes.build();
    }

    /** The code of a refusal and which field it is about. */
    static String named(Refusal refusal) {
        return refusal.code()
                + Optional.ofNullable(refusal.facts().get("name"))
                        .map(name -> " " + name.text())
                        .orElse("");
    }

    static Bytes bytes(String text, Charset charset) {
        return Bytes.copyOf(ByteBuffer.wrap(text.getBytes(charset)));
    }

    static String text(Bytes bytes, Charset charset) {
        return new String(bytes.toByteArray(), charset);
    }

    static Bytes utf8(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    /** An envelope with this content, as anybody might write one. */
    static Bytes message(String content) {
        return envelope(Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    static Bytes envelope(String voucher) {
        return utf8(
                "<MOF><VoucherCount>1</VoucherCount><VoucherBody AdmDivCode=\"310107\" StYear=\"2024\" VtCode=\"5214\""
                        + " VoucherNo=\"V1\"><VoucherFlag>0</VoucherFlag><Voucher>" + voucher
                        + "</Voucher></VoucherBody></MOF>");
    }
}
