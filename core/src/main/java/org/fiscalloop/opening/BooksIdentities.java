package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherState;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.opening.Opened.Booked;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms.Settlement;

/**
 * The identities between the payments of an opening and its books, between its three statutory ledgers, and between the two
 * bases of an agency's books.
 */
final class BooksIdentities {
    /** What is out without a budget is no expenditure yet: temporary payments answer for it. */
    private static final String NOT_SPENT = "EXPENDITURE_PENDING_CLASSIFICATION";

    private static final Source TREASURY = Source.certain("对账: 预算指标账 与 财政总会计; INV-21, INV-23");
    private static final Source AGENCY = Source.certain("对账: 预算指标账 与 单位会计; INV-30, INV-31, INV-32, INV-34");
    private static final Source PAYMENTS =
            Source.own("an amount that is held for a payment is held by one that is there");
    private static final Source PARALLEL = Source.certain("《政府会计制度》财会〔2017〕25号: 平行记账; INV-50");

    /** Where the treasury books what goes on into the next year as expenditure of this one. */
    private static final String ACCRUED = "CENTRALISED_PAYMENT_BALANCE";

    /** Whose payments the agency books against what it has recognised the year before. */
    private static final ImmutableSet<String> RECOGNISED =
            ImmutableSet.of(YearBasis.CARRIED.name(), YearBasis.ACCRUED.name());

    private static final ImmutableSet<String> NEW_IN_YEAR =
            ImmutableSet.of(YearBasis.CURRENT.name(), YearBasis.TREASURY_ACCRUED.name(), YearBasis.UNRECOGNISED.name());

    private static final ImmutableSet<String> CASH =
            ImmutableSet.of("CASH_ON_HAND", "BANK_DEPOSITS", "ZERO_BALANCE_QUOTA", "OTHER_MONETARY_FUNDS");
    private static final ImmutableSet<String> BUDGET_CASH =
            ImmutableSet.of("MONETARY_FUNDS", "BUDGETARY_ZERO_BALANCE_QUOTA");
    private static final ImmutableSet<String> CARRY_OVER_HEADINGS =
            ImmutableSet.of("FISCAL_APPROPRIATION_CARRY_OVER", "FISCAL_APPROPRIATION_SURPLUS");

    private static final String PAID_CENTRAL = "PAID_CENTRAL";
    private static final ImmutableList<String> PAID_BY_TREASURY = ImmutableList.of(PAID_CENTRAL, "PAID_OTHER");
    private static final Name PAID = new Name("paid", "已支付");

    static final Control<Opened> IN_FLIGHT_APPLIED = FlowIdentities.identity(
            "payments-in-flight",
            "Payments in flight differ from what is applied for",
            "在途支付申请与指标占用不符",
            PAYMENTS,
            BooksIdentities::applied);

    static final Control<Opened> PAID_NOT_CLEARED = FlowIdentities.identity(
            "paid-not-cleared",
            "Vouchers not cleared differ from what is to be cleared",
            "已支付未清算凭证不符",
            PAYMENTS,
            BooksIdentities::notCleared);

    static final Control<Opened> REFUNDABLE = FlowIdentities.identity(
            "refundable",
            "What may come back differs from what was paid",
            "可退回金额与凭证不符",
            PAYMENTS,
            BooksIdentities::refundable);

    static final Control<Opened> TREASURY_EXPENDITURE = FlowIdentities.identity(
            "treasury-expenditure",
            "The treasury's expenditure differs from what was cleared",
            "总会计支出与已清算支付不符",
            TREASURY,
            BooksIdentities::treasury);

    static final Control<Opened> AGENCY_EXPENDITURE = FlowIdentities.identity(
            "agency-expenditure",
            "An agency's expenditure differs from what was paid",
            "单位财政拨款支出与指标支付不符",
            AGENCY,
            BooksIdentities::expenditure);

    static final Control<Opened> AGENCY_INCOME = FlowIdentities.identity(
            "agency-income",
            "An agency's appropriation differs from what was paid",
            "单位财政拨款预算收入与指标支付不符",
            AGENCY,
            BooksIdentities::income);

    static final Control<Opened> BOTH_INCOMES = FlowIdentities.identity(
            "both-incomes",
            "An agency's appropriation differs between its bases",
            "财政拨款收入与财政拨款预算收入不符",
            AGENCY,
            BooksIdentities::incomes);

    static final Control<Opened> BOTH_QUOTAS = FlowIdentities.identity(
            "both-quotas",
            "An agency's right to appropriations differs between its bases",
            "财政应返还额度两套账不符",
            AGENCY,
            BooksIdentities::quotas);

    /** Money held in trust, or for the treasury, stands in one of the two alone: it warns. */
    static final Control<Opened> BOTH_CASH = Control.adjustable(
            new Reason(
                    "opening.both-cash",
                    "An agency's cash differs between its bases",
                    "货币资金两套账不符",
                    "at {at}: {left}, but {right}; the difference is {difference}",
                    "{at}: {left}, 而 {right}; 差额 {difference}",
                    PARALLEL),
            Severity.WARN,
            BooksIdentities::cash);

    static final Controls<Opened> ALL = Controls.of(
            IN_FLIGHT_APPLIED,
            PAID_NOT_CLEARED,
            REFUNDABLE,
            TREASURY_EXPENDITURE,
            AGENCY_EXPENDITURE,
            AGENCY_INCOME,
            BOTH_INCOMES,
            BOTH_QUOTAS,
            BOTH_CASH);

    private BooksIdentities() {}

    private static ImmutableList<ImmutableMap<String, Fact>> applied(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.ALLOTMENT, "APPLIED", Dimensions.ALLOTMENT)
                .forEach((allotment, fen) ->
                        identity.left(FlowIdentities.ALLOTMENT.and(allotment), new Name("applied for", "已申请"), fen));
        for (PaymentRequest request : opened.documents(PaymentRequest.KIND)) {
            if (isHolding(request)) {
                identity.right(
                        FlowIdentities.ALLOTMENT.and(request.terms().allotment().value()),
                        new Name("request", "支付申请").and(request.id().value()),
                        Fen.of(request.terms().amount()));
            }
        }
        return identity.violations();
    }

    /** Whether a request holds its amount. */
    static boolean isHolding(PaymentRequest request) {
        return request.state().holds(request.terms().occupation());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> notCleared(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.MEMORANDUM, "PAID_NOT_CLEARED", Dimensions.ALLOTMENT)
                .forEach((allotment, fen) ->
                        identity.left(FlowIdentities.ALLOTMENT.and(allotment), new Name("to be cleared", "待清算"), fen));
        for (PaymentVoucher voucher : opened.documents(PaymentVoucher.KIND)) {
            VoucherTerms terms = voucher.terms();
            if (terms.receipt().isPresent()
                    && terms.clearing().isEmpty()
                    && terms.channel().isCleared()) {
                terms.lines()
                        .forEach(line -> identity.right(
                                FlowIdentities.ALLOTMENT.and(line.allotment().value()),
                                new Name("voucher", "支付凭证").and(voucher.id().value()),
                                Fen.of(line.amount())));
            }
        }
        return identity.violations();
    }

    /** What of a payment may still come back = what was paid less what has come back, voucher by voucher. */
    private static ImmutableList<ImmutableMap<String, Fact>> refundable(Opened opened) {
        Identity identity = new Identity();
        Map<String, Name> vouchers = new HashMap<>();
        for (PaymentVoucher voucher : opened.documents(PaymentVoucher.KIND)) {
            if (voucher.terms().receipt().isPresent()) {
                Name at = Name.of(voucher.id());
                voucher.terms().lines().forEach(line -> {
                    vouchers.put(line.request().value(), at);
                    identity.right(at, PAID, Fen.of(line.amount()));
                });
                voucher.terms()
                        .refunds()
                        .forEach(refund -> identity.right(at, new Name("come back", "已退回"), -Fen.of(refund.amount())));
            }
        }
        opened.sums(Ledgers.MEMORANDUM, "REFUNDABLE", Dimensions.PAYMENT)
                .forEach((request, fen) -> identity.left(
                        vouchers.getOrDefault(request, new Name("payment", "支付").and(request)),
                        new Name("refundable", "可退回"),
                        fen));
        return identity.violations();
    }

    /**
     * INV-21 and INV-23: by agency, fund, function and class, what the treasury spent = what was paid and cleared. It is not
     * asked where the treasury books at the end of the year what goes on: balances do not tell that from what comes back late.
     */
    private static ImmutableList<ImmutableMap<String, Fact>> treasury(Opened opened) {
        Identity identity = new Identity();
        ImmutableSet<Name> accrued =
                opened.booked(Ledgers.TREASURY, booked -> booked.isOfYear() && booked.is(ACCRUED)).stream()
                        .map(BooksIdentities::treasuryPlace)
                        .collect(toImmutableSet());
        for (Booked booked : opened.booked(Ledgers.TREASURY, Booked::isOfYear)) {
            boolean isExpenditure = booked.account().element().equals("BUDGET_EXPENDITURE")
                    && !booked.is(NOT_SPENT)
                    && !booked.code(Dimensions.AGENCY).isEmpty();
            if (isExpenditure && !accrued.contains(treasuryPlace(booked))) {
                identity.left(treasuryPlace(booked), Name.of(booked.account()), booked.net());
            }
        }
        for (String account : PAID_BY_TREASURY) {
            for (Booked booked : paid(opened, account)) {
                if (!accrued.contains(treasuryPlace(booked))) {
                    identity.right(treasuryPlace(booked), PAID, booked.net());
                }
            }
        }
        for (Booked booked : opened.booked(Ledgers.MEMORANDUM, booked -> booked.is("PAID_NOT_CLEARED"))) {
            if (!accrued.contains(treasuryPlace(booked))) {
                identity.right(treasuryPlace(booked), new Name("not cleared", "未清算"), -booked.net());
            }
        }
        return identity.violations();
    }

    private static ImmutableList<Booked> paid(Opened opened, String account) {
        return opened.booked(Ledgers.ALLOTMENT, booked -> booked.is(account) && booked.isBeforeClosing());
    }

    private static Name treasuryPlace(Booked booked) {
        Segments at = booked.balance()
                .segments()
                .project(ImmutableList.of(
                        Dimensions.YEAR,
                        Dimensions.AGENCY,
                        Dimensions.FUND,
                        Dimensions.FUNCTION,
                        Dimensions.GOVERNMENT_ECONOMIC));
        return Name.of(at);
    }

    private static Name agencyPlace(Booked booked) {
        return agencyPlace(booked.code(Dimensions.YEAR), booked.code(Dimensions.AGENCY));
    }

    private static Name agencyPlace(String year, String agency) {
        return new Name(year + " agency", year + " 年单位").and(agency);
    }

    /** Adds a row to one side of an identity. */
    private interface Rows {
        void add(Name at, Name row, long fen);
    }

    /** What agencies have booked on some accounts, and what draft vouchers will. */
    private static void ofAgencies(
            Opened opened, ImmutableSet<String> accounts, Predicate<Booked> which, Side side, Rows rows) {
        for (Booked booked : opened.booked(Ledgers.AGENCY, which)) {
            if (accounts.contains(booked.account().meaning().name())) {
                rows.add(
                        agencyPlace(booked),
                        Name.of(booked.account()),
                        booked.balance().booked().net(side));
            }
        }
        for (AgencyVoucher voucher : opened.documents(AgencyVoucher.KIND)) {
            if (voucher.state() == AgencyVoucherState.DRAFT) {
                drafted(voucher.terms(), accounts, side, rows);
            }
        }
    }

    private static void drafted(AgencyVoucherTerms draft, ImmutableSet<String> accounts, Side side, Rows rows) {
        for (AgencyVoucherTerms.Line line : draft.lines()) {
            if (accounts.contains(line.account())) {
                long fen = Fen.of(line.amount());
                rows.add(
                        agencyPlace(Integer.toString(draft.fiscalYear()), draft.agency()),
                        new Name("draft vouchers", "待完善凭证"),
                        line.side() == side ? fen : -fen);
            }
        }
    }

    /** INV-34: fiscal expenditure = payments, of this year's appropriations and of those carried over. */
    private static ImmutableList<ImmutableMap<String, Fact>> expenditure(Opened opened) {
        Identity identity = new Identity();
        ofAgencies(
                opened, opened.answers("EXPENDITURE", ImmutableSet.of()), Booked::isOfYear, Side.DEBIT, identity::left);
        paid(opened, PAID_CENTRAL).forEach(booked -> identity.right(agencyPlace(booked), PAID, booked.net()));
        return identity.violations();
    }

    /**
     * INV-30: the year's appropriation = what was paid of the year's allotments, what temporary payments were charged to them,
     * and what was recognised at its end, which is the movement of the right to appropriations less what was paid, given back
     * and taken in of it.
     */
    private static ImmutableList<ImmutableMap<String, Fact>> income(Opened opened) {
        Identity identity = new Identity();
        ofAgencies(
                opened,
                opened.answers("BUDGET_APPROPRIATION", NEW_IN_YEAR),
                Booked::isOfYear,
                Side.CREDIT,
                identity::left);
        paid(opened, PAID_CENTRAL).forEach(booked -> identity.right(agencyPlace(booked), PAID, booked.net()));
        charged(opened, identity::right);
        ofAgencies(
                opened,
                opened.answers("BUDGET_APPROPRIATION", RECOGNISED),
                Booked::isOfYear,
                Side.DEBIT,
                identity::right);
        for (Booked booked : opened.booked(Ledgers.AGENCY, Booked::isOfYear)) {
            if (CARRY_OVER_HEADINGS.stream().anyMatch(heading -> opened.isBelow(booked.account(), heading))) {
                identity.right(agencyPlace(booked), new Name("carry-over of earlier years", "以前年度结转"), -booked.net());
            }
        }
        return identity.violations();
    }

    /** What temporary payments that agencies got were charged to allotments, which makes them income. */
    private static void charged(Opened opened, Rows rows) {
        ImmutableMap<Id<?>, Allotment> allotments = opened.byId(Allotment.KIND);
        for (TemporaryPayment payment : opened.documents(TemporaryPayment.KIND)) {
            for (Settlement settlement : payment.terms().settlements()) {
                settlement
                        .allotment()
                        .map(allotments::get)
                        .filter(allotment -> !payment.agency().isEmpty())
                        .ifPresent(allotment -> rows.add(
                                agencyPlace(Integer.toString(allotment.fiscalYear()), allotment.agency()),
                                Name.of(payment.id()),
                                Fen.of(settlement.amount())));
            }
        }
    }

    /** INV-31: both incomes are equal. */
    private static ImmutableList<ImmutableMap<String, Fact>> incomes(Opened opened) {
        return both(
                opened,
                opened.answers("APPROPRIATION", NEW_IN_YEAR),
                opened.answers("BUDGET_APPROPRIATION", NEW_IN_YEAR),
                Side.CREDIT);
    }

    /** INV-32: the right to appropriations is equal in both bases. */
    private static ImmutableList<ImmutableMap<String, Fact>> quotas(Opened opened) {
        return both(
                opened,
                opened.answers("APPROPRIATION", RECOGNISED),
                opened.answers("BUDGET_APPROPRIATION", RECOGNISED),
                Side.DEBIT);
    }

    /** INV-50 as far as balances tell: cash is equal in both bases. */
    private static ImmutableList<ImmutableMap<String, Fact>> cash(Opened opened) {
        return both(opened, CASH, BUDGET_CASH, Side.DEBIT);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> both(
            Opened opened, ImmutableSet<String> financial, ImmutableSet<String> budgetary, Side side) {
        Identity identity = new Identity();
        ofAgencies(opened, financial, Booked::isBeforeClosing, side, identity::left);
        ofAgencies(opened, budgetary, Booked::isBeforeClosing, side, identity::right);
        return identity.violations();
    }
}
