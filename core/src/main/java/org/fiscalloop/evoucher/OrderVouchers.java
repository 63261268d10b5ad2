package org.fiscalloop.evoucher;

import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;

/** Orders to the bank, made of payment vouchers (支付凭证生成电子凭证). */
public final class OrderVouchers {
    private static final ImmutableSet<VoucherState> ORDERED = Sets.immutableEnumSet(
            VoucherState.SENT,
            VoucherState.BANK_ACCEPTED,
            VoucherState.PAID,
            VoucherState.CLEARED,
            VoucherState.PAID_OUT,
            VoucherState.REFUNDED);

    /** 支付方式: what each kind of order calls itself. Source: uncertain, from systems in use. */
    private static final ImmutableMap<EVoucherType, String> PAY_TYPES = ImmutableMap.of(
            EVoucherType.TREASURY_PAYMENT, "1",
            EVoucherType.DIRECT_PAYMENT, "11",
            EVoucherType.AUTHORISED_PAYMENT, "12");

    private OrderVouchers() {}

    /**
     * The order of a voucher that has been sent and pays from a zero-balance account, without signatures and stamps; those are made over {@link
     * EVoucherWriter#content} of it.
     *
     * @param type 5214, or 5201 or 8202 where the place still has them
     * @param layouts the fields of the place
     * @param reads where requests, agency and account are found
     * @throws IllegalArgumentException if the type is no order to pay
     */
    public static Decision<EVoucher> of(
            PaymentVoucher voucher, EVoucherType type, EVoucherLayouts layouts, Reads reads) {
        if (type.family() != EVoucherType.Family.ORDER) {
            throw new IllegalArgumentException("no order to pay: " + type);
        }
        if (!ORDERED.contains(voucher.state())) {
            return Decision.refused(Refusal.of(
                    EVoucherReasons.NOT_SENT,
                    Facts.of("voucher", text(voucher.id().value()))
                            .and("state", text(voucher.state().name()))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(ORDERED.stream().map(Enum::name).toList()))));
        }
        if (voucher.terms().channel() != PaymentChannel.TREASURY) {
            return Decision.refused(Refusal.of(
                    EVoucherReasons.CHANNEL,
                    Facts.of("voucher", text(voucher.id().value()))
                            .and("channel", text(voucher.terms().channel().name()))
                            .and(Refusal.ALLOWED, texts(ImmutableList.of(PaymentChannel.TREASURY.name())))));
        }
        EVoucher order = ImmutableEVoucher.builder()
                .division(new DivisionCode(voucher.division()).administrative())
                .year(voucher.fiscalYear())
                .number(voucher.id().value())
                .flag(EVoucherFlag.ORDER)
                .body(new Writing(voucher, reads).body(type))
                .build();
        ImmutableList<Refusal> wrong = layouts.check(order);
        return wrong.isEmpty() ? Decision.accepted(order) : new Decision.Refused<>(wrong);
    }

    /** The fields that a voucher fills in. */
    private static final class Writing {
        private final PaymentVoucher voucher;
        private final VoucherTerms terms;
        private final Reads reads;
        private final ImmutableList<PaymentTerms> requests;

        private Writing(PaymentVoucher voucher, Reads reads) {
            this.voucher = voucher;
            this.terms = voucher.terms();
            this.reads = reads;
            this.requests = terms.lines().stream()
                    .map(line -> reads.find(line.request())
                            .map(PaymentRequest::terms)
                            .orElseThrow(
                                    () -> new IllegalStateException("a voucher pays what does not exist: " + line)))
                    .collect(ImmutableList.toImmutableList());
        }

        private EVoucherBody body(EVoucherType type) {
            ImmutableList.Builder<ImmutableMap<String, String>> details = ImmutableList.builder();
            for (int i = 0; i < requests.size(); i++) {
                details.add(detail(terms.lines().get(i), requests.get(i)));
            }
            return new EVoucherBody(type, head(type), details.build());
        }

        private ImmutableMap<String, String> head(EVoucherType type) {
            Map<String, String> head = new LinkedHashMap<>();
            head.put("Id", voucher.id().value());
            head.put("AdmDivCode", new DivisionCode(voucher.division()).administrative());
            head.put("StYear", Integer.toString(voucher.fiscalYear()));
            head.put("VtCode", type.code());
            head.put("VouDate", EVoucherField.text(terms.date()));
            head.put("VoucherNo", voucher.id().value());
            head.put("FundTypeCode", terms.fund());
            head.put("PayTypeCode", PAY_TYPES.getOrDefault(type, ""));
            head.put("AgencyCode", terms.agency());
            head.put("AgencyName", agencyName());
            head.put("ExpFuncCode", common(request -> request.elements().function()));
            head.put("GovExpEcoCode", common(request -> request.elements().governmentEconomic()));
            head.put("DepExpEcoCode", common(request -> request.elements().departmentEconomic()));
            head.put(
                    "DepProCode", common(request -> request.elements().project().value()));
            head.put("SetModeCode", common(PaymentTerms::settlementMode));
            payee(head);
            head.put("PayAcctNo", terms.payerAccount());
            BankAccount.find(terms.division(), terms.payerAccount(), reads).ifPresent(account -> {
                head.put("PayAcctName", account.terms().name());
                head.put("PayAcctBankName", account.terms().bank());
            });
            head.put("PaySummaryName", common(PaymentTerms::purpose));
            head.put("PayAmt", Fen.text(terms.fen()));
            head.put("BusinessTypeCode", common(PaymentTerms::businessType));
            return withoutBlanks(head);
        }

        private ImmutableMap<String, String> detail(VoucherTerms.Line line, PaymentTerms request) {
            Elements elements = request.elements();
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("Id", line.request().value());
            detail.put("VoucherBillId", voucher.id().value());
            detail.put("VoucherBillNo", voucher.id().value());
            detail.put("VoucherDetailNo", line.request().value());
            detail.put("FundTypeCode", elements.fund());
            detail.put("AgencyCode", terms.agency());
            detail.put("AgencyName", agencyName());
            detail.put("ExpFuncCode", elements.function());
            detail.put("GovExpEcoCode", elements.governmentEconomic());
            detail.put("DepExpEcoCode", elements.departmentEconomic());
            detail.put("DepProCode", elements.project().value());
            payee(detail);
            detail.put("PayAmt", Fen.text(Fen.of(line.amount())));
            detail.put("Remark", request.purpose());
            return withoutBlanks(detail);
        }

        private void payee(Map<String, String> fields) {
            fields.put("PayeeAcctNo", terms.payee().account());
            fields.put("PayeeAcctName", terms.payee().name());
            fields.put("PayeeAcctBankName", terms.payee().bank());
        }

        private String agencyName() {
            return reads.find(Agency.id(terms.division(), terms.agency()))
                    .map(agency -> agency.terms().name())
                    .orElse("");
        }

        /** What all requests have alike; the head says nothing where they differ. */
        private String common(Function<PaymentTerms, String> of) {
            String first = of.apply(requests.get(0));
            return requests.stream().map(of).allMatch(first::equals) ? first : "";
        }

        private static ImmutableMap<String, String> withoutBlanks(Map<String, String> fields) {
            ImmutableMap.Builder<String, String> kept = ImmutableMap.builder();
            fields.forEach((name, value) -> {
                if (!value.isBlank()) {
                    kept.put(name, value);
                }
            });
            return kept.buildOrThrow();
        }
    }
}
