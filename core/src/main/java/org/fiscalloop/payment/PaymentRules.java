package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
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

    /** A severity must be that of a control, a kind of account that of a channel which the treasury does not clear. */
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
    }

    private ImmutableMap<String, Severity> of(Reasons reasons) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(severities(), code -> reasons.find(code).isPresent()));
    }
}
