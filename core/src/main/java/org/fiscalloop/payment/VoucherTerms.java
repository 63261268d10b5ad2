package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.signature.ContentDigest;
import org.fiscalloop.signature.SignatureEvidence;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What stands on a payment voucher (PAY_VOUCHER_BILL 国库集中支付凭证): the order, which is taken from its requests and never
 * changes, and beside it what bank and treasury have told about it.
 */
@Value.Immutable
public interface VoucherTerms extends Terms {
    /** The form in which vouchers are signed that are made now. */
    int LATEST_ORDER = 2;

    /** Fund (资金性质) of all its requests. */
    String fund();

    /** The requests it pays, in order; at least one, each once. */
    ImmutableList<Line> lines();

    /** Number of the account paid from (付款账户). */
    String payerAccount();

    /** Who is paid (收款人). */
    PaymentTerms.Payee payee();

    /** Kind of payment (PAY_TYPE_CODE 支付方式) of all its requests. */
    @Value.Default
    default String payType() {
        return PaymentKind.TREASURY;
    }

    /** Type of the electronic voucher (VtCode) that orders it, as the rules told it when it was made. */
    @Value.Default
    default String orderType() {
        return PaymentKind.TREASURY_ORDER;
    }

    /** In which form it is signed: 1 as the first vouchers, without kind of payment and payee lists; 2 with them. */
    @Value.Default
    default int orderForm() {
        return LATEST_ORDER;
    }

    /** The day on which it was made (VOU_DATE 凭证日期). */
    LocalDate date();

    /** Who signed it (签名), where evidence of that was given. */
    Optional<SignatureEvidence> signature();

    /** Who stamped it (签章), where evidence of that was given. */
    Optional<SignatureEvidence> stamp();

    /** The bank's receipt (回单). */
    Optional<Receipt> receipt();

    /** The treasury's clearing (清算). */
    Optional<Clearing> clearing();

    /** The day on which the bank says it paid; none before. */
    default Optional<LocalDate> paidOn() {
        return receipt().map(Receipt::paidOn);
    }

    /** The day on which the treasury cleared it; none before. */
    default Optional<LocalDate> clearedOn() {
        return clearing().map(Clearing::clearedOn);
    }

    /** What has come back (退回), in order. */
    ImmutableList<Refund> refunds();

    /** What came back under this number, if anything did. */
    default Optional<Refund> refund(String serial) {
        return refunds().stream()
                .filter(refund -> refund.serial().equals(serial))
                .findFirst();
    }

    /** What corrections have moved elsewhere in the books (更正), in order; the order and its lines stay what they were. */
    ImmutableList<Part> corrections();

    /** Every place at which something of it has stood in the books: that of each line, then those of corrections, in order. */
    default ImmutableList<Part> parts() {
        return ImmutableList.<Part>builderWithExpectedSize(
                        lines().size() + corrections().size())
                .addAll(Lists.transform(lines(), Part::of))
                .addAll(corrections())
                .build();
    }

    /** A voucher pays something, and each request once; a correction has a number of its own and moves something of a request. */
    @Value.Check
    default void check() {
        if (orderForm() < 1 || orderForm() > LATEST_ORDER) {
            throw new IllegalArgumentException("a voucher is signed in no form " + orderForm());
        }
        if (lines().isEmpty()) {
            throw new IllegalArgumentException("a voucher must pay at least one request");
        }
        if (lines().size() > 1) {
            Set<Id<PaymentRequest>> seen = new HashSet<>();
            for (Line line : lines()) {
                if (!seen.add(line.request())) {
                    throw new IllegalArgumentException("a voucher must pay a request once: " + line.request());
                }
            }
        }
        if (!corrections().isEmpty()) {
            checkCorrections();
        }
    }

    private void checkCorrections() {
        Set<String> seen = new HashSet<>();
        for (Part part : corrections()) {
            if (part.correction().isBlank() || !seen.add(part.correction())) {
                throw new IllegalArgumentException(
                        "each correction of a voucher must have a number of its own: \"" + part.correction() + "\"");
            }
            if (lines().stream()
                    .noneMatch(line -> line.request().equals(part.line().request()))) {
                throw new IllegalArgumentException(
                        "correction " + part.correction() + " must be of a request that the voucher pays: "
                                + part.line().request());
            }
        }
    }

    /** From whose money it pays, all of its requests alike. */
    default PaymentChannel channel() {
        return lines().get(0).booking().channel();
    }

    /** Its amount (PAY_AMT 支付金额) in fen: the sum of its requests. */
    default long fen() {
        long sum = 0;
        for (Line line : lines()) {
            sum = Fen.add(sum, line.fen());
        }
        return sum;
    }

    /**
     * What a voucher pays of one request.
     *
     * @param request the request, all of which is paid
     * @param allotment the allotment of the request
     * @param amount amount of the request in yuan
     * @param booking how it is booked
     * @param listed the payee list that the request names, as it was when the voucher was made
     */
    public record Line(
            Id<PaymentRequest> request,
            Id<Allotment> allotment,
            Money amount,
            Booking booking,
            Optional<Listed> listed) {
        /** What a voucher pays of a request that names no payee list. */
        public Line(Id<PaymentRequest> request, Id<Allotment> allotment, Money amount, Booking booking) {
            this(request, allotment, amount, booking, Optional.empty());
        }

        /** The amount in fen. */
        long fen() {
            return Fen.of(amount);
        }
    }

    /**
     * A payee list whose details a voucher pays (支付明细清单).
     *
     * @param list the list
     * @param details the digest of its details, see {@link PayeeList#content}
     */
    public record Listed(Id<PayeeList> list, ContentDigest details) {
        static Listed of(PayeeList list) {
            return new Listed(PayeeList.id(list.id().value()), list.digest());
        }

        /** Whether a list is still what it was when the voucher was made: what is signed is what is paid. */
        public boolean isSame(PayeeList now) {
            return details.match(now.content().bytes()) == ContentDigest.Match.SAME;
        }
    }

    /**
     * A place at which something of a request stands in the books: as it was paid, or as a correction has put it. What of it
     * still stands there is {@link PaymentMeasure#STANDING}.
     *
     * @param correction the number of the correction (更正单); empty for what stands as it was paid
     * @param line request, allotment, how it is booked, and the amount that was put there
     */
    public record Part(String correction, Line line) {
        static Part of(Line line) {
            return new Part("", line);
        }

        /** Its coding block, under that of its allotment. */
        public Segments block(Segments allotment) {
            Segments payment = allotment.with(Dimensions.PAYMENT, line.request().value());
            return correction.isEmpty() ? payment : payment.with(Dimensions.DOCUMENT, correction);
        }
    }

    /**
     * What decides the accounts of a payment (记账口径), as the rules told it when the voucher was made: payment, clearing and
     * refund are booked alike, whatever changes in between.
     *
     * @param agency kind of the agency that spends
     * @param nature what is paid for
     * @param spending basic or project expenditure
     * @param fund the treasury's book of the fund
     * @param expense the treasury's expense; {@link TreasuryExpense#OTHER} where the treasury does not pay
     * @param channel from whose money it is made
     */
    public record Booking(
            AgencyKind agency,
            PaymentNature nature,
            SpendingKind spending,
            FundBook fund,
            TreasuryExpense expense,
            PaymentChannel channel) {
        /**
         * What the rules in force say of a payment; nothing where the treasury pays and they name no expense of its economic
         * class.
         *
         * @param terms what stands on its request
         * @param agency kind of the agency that spends
         * @param category category of the project
         */
        public static Optional<Booking> of(PaymentTerms terms, AgencyKind agency, String category, RuleSet rules) {
            PaymentRules own = rules.of(PaymentFlow.RULES);
            return own.expense(terms)
                    .map(expense -> new Booking(
                            agency,
                            nature(terms.elements(), rules),
                            rules.of(ProjectFlow.RULES).spendingKind(category),
                            own.book(terms.elements().fund()),
                            expense,
                            own.channel(terms)));
        }

        /**
         * What the rules in force say of the same payment under other codes: who pays out of which fund through which channel
         * stays. Nothing where the treasury pays and they name no expense of its economic class.
         *
         * @param elements the other coding block, of the same agency and fund
         * @param category category of its project
         */
        public Optional<Booking> under(Elements elements, String category, RuleSet rules) {
            return rules.of(PaymentFlow.RULES)
                    .expense(fund, elements)
                    .map(named -> new Booking(
                            agency,
                            nature(elements, rules),
                            rules.of(ProjectFlow.RULES).spendingKind(category),
                            fund,
                            named,
                            channel));
        }

        /** What decides the accounts of the agency, and of the allotment. */
        public ImmutableList<Enum<?>> ofAgency(YearBasis basis) {
            return ImmutableList.of(basis, agency, nature, spending, channel);
        }

        /** What decides the accounts of the treasury. */
        public ImmutableList<Enum<?>> ofTreasury(YearBasis basis) {
            return ImmutableList.of(basis, fund, expense, channel);
        }

        private static PaymentNature nature(Elements elements, RuleSet rules) {
            return rules.of(PaymentFlow.RULES)
                    .natures()
                    .find(elements.departmentEconomic())
                    .orElse(PaymentNature.UNDECIDED);
        }
    }

    /**
     * What the bank's receipt said (支付回单).
     *
     * @param serial the bank's number of it (AGENT_BUSINESS_NO 银行交易流水号)
     * @param paidOn the day it paid (XPAY_DATE 实际支付日期)
     * @param amount what it paid in yuan (XPAY_AMT 实际支付金额)
     * @param payee whom it paid (XPAYEE 实际收款人)
     */
    public record Receipt(String serial, LocalDate paidOn, Money amount, PaymentTerms.Payee payee) {}

    /**
     * How the treasury cleared it with the bank (国库清算).
     *
     * @param batch number of the batch
     * @param clearedOn the day it cleared (ACT_LQD_DATE 实际清算日期)
     */
    public record Clearing(String batch, LocalDate clearedOn) {}

    /**
     * What came back at one time (资金退回).
     *
     * @param serial number of the notice (退回通知书号)
     * @param amount in yuan
     * @param request the request for which it came back, where it was named
     * @param kind whether the bank returned it or the agency paid it back
     * @param detail the detail of its payee list that came back, where one was named
     * @param allotment the allotment of which it came back, where it was named
     */
    public record Refund(
            String serial,
            Money amount,
            Optional<Id<PaymentRequest>> request,
            RefundKind kind,
            Optional<Integer> detail,
            Optional<Id<Allotment>> allotment) {
        /** What came back of a payment that is no batch. */
        public Refund(String serial, Money amount, Optional<Id<PaymentRequest>> request, RefundKind kind) {
            this(serial, amount, request, kind, Optional.empty(), Optional.empty());
        }

        /** What it says, in words. */
        String described() {
            return Fen.text(Fen.of(amount)) + " " + kind
                    + request.map(named -> " " + named.value()).orElse("")
                    + detail.map(number -> "/" + number).orElse("")
                    + allotment.map(named -> " " + named.value()).orElse("");
        }
    }
}
