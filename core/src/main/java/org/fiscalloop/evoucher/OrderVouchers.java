package org.fiscalloop.evoucher;

import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeList;
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

    private static final ImmutableList<String> ORDERS = EVoucherType.all().values().stream()
            .filter(type -> type.family() == EVoucherType.Family.ORDER)
            .map(EVoucherType::code)
            .collect(ImmutableList.toImmutableList());

    private OrderVouchers() {}

    /**
     * The order of a voucher that has been sent and pays from a zero-balance account, without signatures and stamps; those are made over {@link
     * EVoucherWriter#content} of it. Its type is that of the voucher's kind of payment: 5214, or 5201 or 8202 where the place still
     * has them. Of a batch payment each detail of the payee list is a detail of the order.
     *
     * @param layouts the fields of the place
     * @param reads where requests, agency and account are found
     */
    public static Decision<EVoucher> of(PaymentVoucher voucher, EVoucherLayouts layouts, Reads reads) {
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
        Optional<EVoucherType> type = EVoucherType.of(voucher.terms().orderType())
                .filter(known -> known.family() == EVoucherType.Family.ORDER);
        if (type.isEmpty()) {
            return Decision.refused(Refusal.of(
                    EVoucherReasons.NO_ORDER_TYPE,
                    Facts.of("voucher", text(voucher.id().value()))
                            .and("kind", text(voucher.terms().payType()))
                            .and("given", text(voucher.terms().orderType()))
                            .and(Refusal.ALLOWED, texts(ORDERS))));
        }
        ImmutableList<Refusal> changed = changedLists(voucher, reads);
        if (!changed.isEmpty()) {
            return new Decision.Refused<>(changed);
        }
        EVoucher order = ImmutableEVoucher.builder()
                .division(new DivisionCode(voucher.division()).administrative())
                .year(voucher.fiscalYear())
                .number(voucher.id().value())
                .flag(EVoucherFlag.ORDER)
                .body(new Writing(voucher, reads).body(type.orElseThrow()))
                .build();
        ImmutableList<Refusal> wrong = layouts.check(order);
        return wrong.isEmpty() ? Decision.accepted(order) : new Decision.Refused<>(wrong);
    }

    /**
     * What is signed is what is sent: the payee lists are those of the requests, and what they were when the voucher was made.
     * The first form of a voucher tells of no list.
     */
    private static ImmutableList<Refusal> changedLists(PaymentVoucher voucher, Reads reads) {
        return voucher.terms().lines().stream()
                .flatMap(line -> changed(voucher, line, reads).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Refusal> changed(PaymentVoucher voucher, VoucherTerms.Line line, Reads reads) {
        Optional<Id<PayeeList>> signed = line.listed().map(VoucherTerms.Listed::list);
        Optional<Id<PayeeList>> paid =
                reads.find(line.request()).flatMap(request -> request.terms().payees());
        Optional<PayeeList> list = paid.flatMap(reads::find);
        boolean tellsNone = voucher.terms().orderForm() == 1 && signed.isEmpty();
        boolean isSame = signed.equals(paid)
                && line.listed()
                        .map(listed -> list.filter(listed::isSame).isPresent())
                        .orElse(true);
        return tellsNone || isSame
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        EVoucherReasons.PAYEE_LIST_CHANGED,
                        Facts.of("voucher", text(voucher.id().value()))
                                .and(
                                        "list",
                                        text(paid.or(() -> signed)
                                                .map(Id::value)
                                                .orElse("-")))
                                .and(
                                        "given",
                                        text(list.map(now -> now.digest().toString())
                                                .orElse("-")))
                                .and(
                                        Refusal.ALLOWED,
                                        texts(line.listed().stream()
                                                .map(listed -> listed.details().toString())
                                                .toList()))));
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
                details.addAll(details(terms.lines().get(i), requests.get(i)));
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
            head.put("PayTypeCode", terms.payType());
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

        /** One detail of a request, or one of each detail of its payee list. */
        private ImmutableList<ImmutableMap<String, String>> details(VoucherTerms.Line line, PaymentTerms request) {
            ImmutableMap<String, String> whole = detail(line, request);
            Optional<PayeeList> list = request.payees().flatMap(reads::find);
            if (list.isEmpty()) {
                return ImmutableList.of(whole);
            }
            ImmutableList<PayeeDetail> listed = list.orElseThrow().terms().details();
            return IntStream.range(0, listed.size())
                    .mapToObj(i -> listed(whole, line.request().value() + "/" + (i + 1), listed.get(i)))
                    .collect(ImmutableList.toImmutableList());
        }

        private static ImmutableMap<String, String> listed(
                ImmutableMap<String, String> whole, String number, PayeeDetail listed) {
            Map<String, String> detail = new LinkedHashMap<>(whole);
            detail.put("Id", number);
            detail.put("VoucherDetailNo", number);
            detail.put("PayeeAcctNo", listed.account());
            detail.put("PayeeAcctName", listed.name());
            detail.put("PayeeAcctBankName", listed.bank());
            detail.put("PayAmt", Fen.text(listed.fen()));
            return withoutBlanks(detail);
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
