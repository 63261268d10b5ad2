package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.kinds.FinanceReview;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.fiscalloop.signature.SignaturePolicy;
import org.immutables.value.Value;

/**
 * The rules of payments in force: the tables of the lives of request and voucher, who reviews, how severe each control is,
 * when an amount is held, and what the codes say for the books.
 */
@Value.Immutable
public interface PaymentRules extends TreasuryCodes {
    /** From when a request holds its amount of the allotment (指标占用时点). */
    enum Occupation {
        /** 保存即占用: from the moment it is filled in. */
        SAVE,
        /** 送审占用: from the moment it is handed in. */
        SUBMIT
    }

    /** The table of a request's life. */
    @Value.Default
    default Lifecycle<PaymentState, PaymentAction> requestLifecycle() {
        return PaymentLifecycle.REQUEST;
    }

    /** The table of a voucher's life. */
    @Value.Default
    default Lifecycle<VoucherState, VoucherAction> voucherLifecycle() {
        return PaymentLifecycle.VOUCHER;
    }

    /** The posts through which each review phase passes; nationally one inside the agency. */
    @Value.Default
    default ReviewChains reviews() {
        return PaymentLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** From when a new request holds its amount. Source: local practice knows both. */
    @Value.Default
    default Occupation occupation() {
        return Occupation.SUBMIT;
    }

    /** Whether signing and stamping a voucher must bring evidence. Source: where people sign differs by place. */
    @Value.Default
    default SignaturePolicy signatures() {
        return SignaturePolicy.NONE;
    }

    /** The kinds of payment (支付方式) there are, in order, each code once. */
    @Value.Default
    default ImmutableList<PaymentKind> kinds() {
        return PaymentKind.NATIONAL;
    }

    /** When finance reviews a request before a voucher is made of it (支付申请复核). */
    @Value.Default
    default FinanceReview financeReview() {
        return FinanceReview.NATIONAL;
    }

    /** The kind with this code, if there is one. */
    default Optional<PaymentKind> kind(String code) {
        return kinds().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The codes of all kinds, in order. */
    default ImmutableList<String> kindCodes() {
        return kinds().stream().map(PaymentKind::code).collect(ImmutableList.toImmutableList());
    }

    /** Type of the electronic voucher that orders what a request asks for; that of the integrated systems where its kind is not known. */
    default String order(PaymentTerms terms) {
        return kind(terms.payType()).map(PaymentKind::order).orElse(PaymentKind.TREASURY_ORDER);
    }

    /** Whether finance reviews a request before a voucher is made of it, by the kind of payment or by the table. */
    default boolean isReviewedByFinance(PaymentRequest request) {
        PaymentTerms terms = request.terms();
        return kind(terms.payType())
                        .filter(kind -> kind.route() == PaymentKind.Route.FINANCE)
                        .isPresent()
                || financeReview().isAsked(terms.payType(), request.isProxy(), Fen.of(terms.amount()));
    }

    /** What department economic codes (部门支出经济分类) say of what the agency gets; a code without a row is undecided. */
    @Value.Default
    default ByPrefix<PaymentNature> natures() {
        return PaymentFacets.NATURES;
    }

    /** What government economic codes (政府支出经济分类) say of the treasury's expense; one without a row is not payable. */
    @Override
    @Value.Default
    default ByPrefix<TreasuryExpense> treasuryExpenses() {
        return PaymentFacets.TREASURY_EXPENSES;
    }

    /** Which budget a fund (资金性质) belongs to; one without a row belongs to none of them. */
    @Override
    @Value.Default
    default ByPrefix<FundBook> fundBooks() {
        return PaymentFacets.FUND_BOOKS;
    }

    /**
     * The kinds of bank account from which each channel pays, by name of the {@link PaymentChannel}; where a channel has none, nothing is paid through it. Zero-balance
     * accounts, which the agent bank pays from, are those of {@link org.fiscalloop.masterdata.MasterdataRules}.
     */
    @Value.Default
    default ImmutableMap<String, ImmutableSet<String>> payerKinds() {
        return PaymentFacets.PAYER_KINDS;
    }

    /** From whose money what stands on a request is paid. */
    default PaymentChannel channel(PaymentTerms terms) {
        return switch (book(terms.elements().fund())) {
            case SPECIAL_ACCOUNT -> PaymentChannel.SPECIAL_ACCOUNT;
            case AGENCY -> PaymentChannel.AGENCY_FUNDS;
            case GENERAL, GOVERNMENT_FUND, STATE_CAPITAL, OTHER ->
                terms.isAllocation() ? PaymentChannel.ALLOCATION : PaymentChannel.TREASURY;
        };
    }

    /** The treasury's expense of a payment; nothing where the treasury pays and its economic class names none. */
    default Optional<TreasuryExpense> expense(PaymentTerms terms) {
        return expense(book(terms.elements().fund()), terms.elements());
    }

    /** The treasury's expense of what is paid out of a fund of this book; nothing where it is the treasury's and names none. */
    default Optional<TreasuryExpense> expense(FundBook fund, Elements elements) {
        return fund.isOfTreasury()
                ? treasuryExpenses().find(elements.governmentEconomic())
                : Optional.of(TreasuryExpense.OTHER);
    }

    /** What payments are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return PaymentReasons.LIMITS;
    }

    /** The controls of requests with the severities in force. */
    @Value.Derived
    default ControlTable<PaymentAction, PaymentCase> controls() {
        return PaymentControls.REQUEST.withSeverities(of(PaymentControls.REQUEST.reasons()));
    }

    /** The controls of vouchers with the severities in force. */
    @Value.Derived
    default ControlTable<VoucherAction, PaymentCase.OfVoucher> voucherControls() {
        return PaymentControls.VOUCHER.withSeverities(of(PaymentControls.VOUCHER.reasons()));
    }

    /**
     * A severity must be that of a control, a kind of account that of a channel which the treasury does not clear; a code is one
     * kind of payment, and finance reviews kinds there are.
     */
    @Value.Check
    default void check() {
        ImmutableSet<String> codes = PaymentControls.REASONS.byCode().keySet();
        if (!codes.containsAll(severities().keySet())) {
            throw new IllegalArgumentException(
                    "no control has the code " + Sets.difference(severities().keySet(), codes));
        }
        for (String channel : payerKinds().keySet()) {
            if (PaymentChannel.valueOf(channel).isCleared()) {
                throw new IllegalArgumentException(channel + " pays from zero-balance accounts, not from payerKinds");
            }
        }
        checkKinds();
    }

    private void checkKinds() {
        Set<String> codes = new HashSet<>();
        for (PaymentKind kind : kinds()) {
            if (!codes.add(kind.code())) {
                throw new IllegalArgumentException("kind of payment " + kind.code() + " stands twice");
            }
        }
        for (FinanceReview.Row row : financeReview().rows()) {
            if (!codes.containsAll(row.kind().stream().toList())) {
                throw new IllegalArgumentException("finance reviews a kind of payment that is not there: "
                        + row.kind().orElseThrow());
            }
        }
    }

    private ImmutableMap<String, Severity> of(Reasons reasons) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(severities(), code -> reasons.find(code).isPresent()));
    }
}
