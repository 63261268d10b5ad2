package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.national.Rows.terms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.Charts;
import org.fiscalloop.accounting.ImmutableAccountingRules;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Dimensions;

/** The nation's rules of the books: charts, postings, and the accounts behind each measure. */
public final class NationalAccounting {
    /** The rules. */
    public static final AccountingRules RULES = ImmutableAccountingRules.builder()
            .charts(Charts.national())
            .dimensions(dimensions())
            .rules(NationalPostings.RULES)
            .accounts(NationalCases.ACCOUNTS)
            .addAllAccounts(CarryOverRows.ACCOUNTS)
            .addAllAccounts(AgencyIncomeRows.ACCOUNTS)
            .addAllAccounts(PaymentRows.ACCOUNTS)
            .addAllAccounts(DebtRows.ACCOUNTS)
            .addAllAccounts(AssetRows.ACCOUNTS)
            .addAllAccounts(TransferRows.ACCOUNTS)
            .addAllAccounts(TemporaryRows.ACCOUNTS)
            .addAllAccounts(SettlementRows.ACCOUNTS)
            .cases(NationalCases.CASES)
            .measures(measures())
            .addReservedAccounts("REVENUE_PENDING_CLASSIFICATION", "EXPENDITURE_PENDING_CLASSIFICATION", "PENDING")
            .addReservedAccounts("CASH_ON_HAND", "BANK_DEPOSITS", "ZERO_BALANCE_QUOTA", "OTHER_MONETARY_FUNDS")
            .addReservedAccounts("QUOTA_RECEIVABLE", "DIRECT_PAYMENT", "AUTHORISED_PAYMENT")
            .addReservedAccounts("FISCAL_INCOME", "FISCAL_BUDGET_INCOME", "FUNDS_ON_HAND")
            .addAllReservedAccounts(AssetRows.RESERVED)
            .reviews(ReviewChains.ONE_POST_EACH)
            .build();

    private NationalAccounting() {}

    private static ImmutableMap<String, ImmutableList<Dimension>> dimensions() {
        return ImmutableMap.of(
                Ledgers.ALLOTMENT.name(),
                ImmutableList.<Dimension>builder()
                        .add(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.AGENCY, Dimensions.FUND)
                        .add(Dimensions.PROJECT, Dimensions.FUNCTION)
                        .add(Dimensions.GOVERNMENT_ECONOMIC, Dimensions.DEPARTMENT_ECONOMIC)
                        .add(Dimensions.LINE, Dimensions.ALLOTMENT)
                        .addAll(Dimensions.SLOTS)
                        .add(Dimensions.PHASE)
                        .build(),
                Ledgers.TREASURY.name(),
                ImmutableList.of(
                        Dimensions.DIVISION,
                        Dimensions.YEAR,
                        Dimensions.AGENCY,
                        Dimensions.FUND,
                        Dimensions.FUNCTION,
                        Dimensions.GOVERNMENT_ECONOMIC,
                        Dimensions.PHASE),
                Ledgers.AGENCY.name(),
                ImmutableList.<Dimension>builder()
                        .add(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.AGENCY, Dimensions.FUND)
                        .add(Dimensions.PROJECT, Dimensions.FUNCTION, Dimensions.DEPARTMENT_ECONOMIC)
                        .addAll(Dimensions.SLOTS)
                        .add(Dimensions.PHASE)
                        .build(),
                Ledgers.MEMORANDUM.name(),
                Dimensions.ALL.order());
    }

    private static ImmutableMap<String, ImmutableList<Measure.Term>> measures() {
        ImmutableList<Measure.Term> allotted =
                terms(Ledgers.ALLOTMENT, "pending", "PENDING", "executable", "EXECUTABLE", "frozen", "FROZEN");
        ImmutableList<Measure.Term> applied = terms(Ledgers.ALLOTMENT, "applied", "APPLIED");
        ImmutableList<Measure.Term> inFlight =
                terms(Ledgers.ALLOTMENT, "applied", "APPLIED", "set aside for transfers", "TRANSFER_PENDING");
        ImmutableList<Measure.Term> notCleared = terms(Ledgers.MEMORANDUM, "paid, not cleared", "PAID_NOT_CLEARED");
        ImmutableList<Measure.Term> reserve = terms(Ledgers.MEMORANDUM, "open reserve", "PROJECT_RESERVE");
        ImmutableList<Measure.Term> proposed = terms(Ledgers.MEMORANDUM, "proposed", "LINE_PROPOSED");
        ImmutableList<Measure.Term> unreleased = terms(Ledgers.MEMORANDUM, "unreleased", "LINE_UNRELEASED");
        return ImmutableMap.<String, ImmutableList<Measure.Term>>builder()
                .put("agency.reserved", reserve)
                .put("agency.allotted", allotted)
                .put("agency.in-flight", inFlight)
                .put("agency.not-cleared", notCleared)
                .put("project.open", reserve)
                .put("project.unreleased", unreleased)
                .put("project.proposed", proposed)
                .put("project.allotted", allotted)
                .put("project.in-flight", inFlight)
                .put("project.not-cleared", notCleared)
                .put(
                        "project.budgeted",
                        terms(
                                Ledgers.MEMORANDUM,
                                "proposed",
                                "LINE_PROPOSED",
                                "unreleased",
                                "LINE_UNRELEASED",
                                "released",
                                "RELEASED_BUDGET"))
                .putAll(RevenueRows.MEASURES)
                .putAll(AgencyIncomeRows.MEASURES)
                .put("budget.proposed", proposed)
                .put("budget.unreleased", unreleased)
                .put(
                        "budget.arranged",
                        terms(
                                Ledgers.ALLOTMENT,
                                "arranged",
                                "CURRENT_REVENUE",
                                "special account",
                                "SPECIAL_ACCOUNT_FUNDS",
                                "agency funds",
                                "AGENCY_FUNDS"))
                .put("budget.transferred", terms(Ledgers.ALLOTMENT, "transferred", "UPPER_TRANSFER"))
                .put("budget.carried", terms(Ledgers.ALLOTMENT, "carried over", "PRIOR_CARRY_OVER"))
                .put("allotment.available", terms(Ledgers.ALLOTMENT, "executable", "EXECUTABLE"))
                .put("allotment.frozen", terms(Ledgers.ALLOTMENT, "frozen", "FROZEN"))
                .put("allotment.pending", terms(Ledgers.ALLOTMENT, "pending", "PENDING"))
                .put("allotment.not-cleared", notCleared)
                .put("carry-over.unallocated", terms(Ledgers.ALLOTMENT, "unallocated", "UNALLOCATED"))
                .putAll(CashPlanRows.MEASURES)
                .put("carry-over.in-flight", inFlight)
                .put("payment.applied", applied)
                .put(
                        "payment.paid",
                        terms(
                                Ledgers.ALLOTMENT,
                                "centralised",
                                "PAID_CENTRAL",
                                "special account",
                                "PAID_SPECIAL_ACCOUNT",
                                "agency funds",
                                "PAID_AGENCY_FUNDS",
                                "other",
                                "PAID_OTHER"))
                .put("payment.bank-balance", terms(Ledgers.AGENCY, "bank deposits", "BANK_DEPOSITS"))
                .put("payment.agency-funds-ordered", terms(Ledgers.MEMORANDUM, "ordered", "AGENCY_FUNDS_ORDERED"))
                .put("payment.treasury-balance", terms(Ledgers.TREASURY, "treasury deposits", "TREASURY_DEPOSITS"))
                .put(
                        "payment.special-account-balance",
                        terms(Ledgers.TREASURY, "special account deposits", "OTHER_FISCAL_DEPOSITS"))
                .put("payment.refundable", terms(Ledgers.MEMORANDUM, "refundable", "REFUNDABLE"))
                .put("payment.standing", terms(Ledgers.MEMORANDUM, "refundable", "REFUNDABLE"))
                .putAll(DebtRows.MEASURES)
                .putAll(AssetRows.MEASURES)
                .put("transfer.in-force", terms(Ledgers.MEMORANDUM, "in force", "TRANSFERS_IN_FORCE"))
                .put("transfer.to-receive", terms(Ledgers.MEMORANDUM, "to receive", "TRANSFERS_TO_RECEIVE"))
                .put("transfer.received", terms(Ledgers.MEMORANDUM, "received", "TRANSFERS_RECEIVED"))
                .put("transfer.giving-back", terms(Ledgers.MEMORANDUM, "on its way", "TRANSFERS_ON_THEIR_WAY_BACK"))
                .put("transfer.asked-back", terms(Ledgers.MEMORANDUM, "asked back", "TRANSFERS_ASKED_BACK"))
                .put("transfer.claimed", terms(Ledgers.MEMORANDUM, "claimed", "TRANSFERS_CLAIMED"))
                .putAll(TemporaryRows.MEASURES)
                .putAll(SettlementRows.MEASURES)
                .put(
                        "closing.drafts",
                        terms(
                                Ledgers.MEMORANDUM,
                                "payments",
                                "VOUCHERS_TO_COMPLETE",
                                "refunds",
                                "REFUND_VOUCHERS_TO_COMPLETE"))
                .put("closing.not-cleared", notCleared)
                .put(
                        "closing.stabilisation-fund",
                        terms(Ledgers.TREASURY, "stabilisation fund", "BUDGET_STABILISATION_FUND_BUDGETARY"))
                .putAll(AllotmentRows.MEASURES)
                .putAll(ProcurementRows.MEASURES)
                .putAll(PayeesRows.MEASURES)
                .putAll(BankCollectionRows.MEASURES)
                .buildOrThrow();
    }
}
