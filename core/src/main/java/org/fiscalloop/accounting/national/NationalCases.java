package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.decision.CaseTable.ANY;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.budget.BudgetSource;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.revenue.RevenueKind;

/** The nation's case tables: which rules a posting sets off, and which account a facet means. */
final class NationalCases {
    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            budgetSource(),
            CaseTable.of(
                    "CHILD_ALLOTMENT",
                    ImmutableList.of(
                            row("EXECUTABLE", AllotmentFlag.EXECUTABLE), row("PENDING", AllotmentFlag.PENDING)),
                    AllotmentFlag.class),
            CaseTable.of(
                    "REVENUE",
                    ImmutableList.of(row("TAX_REVENUE", RevenueKind.TAX), row("NON_TAX_REVENUE", RevenueKind.NON_TAX)),
                    RevenueKind.class),
            CaseTable.of(
                    "BUDGET_REVENUE",
                    ImmutableList.of(
                            row("GENERAL_PUBLIC_BUDGET_REVENUE", FundBook.GENERAL),
                            row("GOVERNMENT_FUND_BUDGET_REVENUE", FundBook.GOVERNMENT_FUND),
                            row("STATE_CAPITAL_OPERATING_BUDGET_REVENUE", FundBook.STATE_CAPITAL),
                            row("FISCAL_SPECIAL_ACCOUNT_REVENUE", FundBook.SPECIAL_ACCOUNT),
                            row("REVENUE_PENDING_CLASSIFICATION", FundBook.AGENCY),
                            row("REVENUE_PENDING_CLASSIFICATION", FundBook.OTHER)),
                    FundBook.class),
            CaseTable.of(
                    "BUDGET_EXPENDITURE",
                    ImmutableList.of(
                            row("GENERAL_PUBLIC_BUDGET_EXPENDITURE", FundBook.GENERAL),
                            row("GOVERNMENT_FUND_BUDGET_EXPENDITURE", FundBook.GOVERNMENT_FUND),
                            row("STATE_CAPITAL_OPERATING_BUDGET_EXPENDITURE", FundBook.STATE_CAPITAL),
                            row("FISCAL_SPECIAL_ACCOUNT_EXPENDITURE", FundBook.SPECIAL_ACCOUNT),
                            row("EXPENDITURE_PENDING_CLASSIFICATION", FundBook.AGENCY),
                            row("EXPENDITURE_PENDING_CLASSIFICATION", FundBook.OTHER)),
                    FundBook.class),
            CaseTable.of(
                    "FUND_BALANCE",
                    ImmutableList.of(
                            row("GENERAL_PUBLIC_BUDGET_CARRY_OVER_AND_SURPLUS", FundBook.GENERAL),
                            row("GOVERNMENT_FUND_BUDGET_CARRY_OVER_AND_SURPLUS", FundBook.GOVERNMENT_FUND),
                            row("STATE_CAPITAL_BUDGET_CARRY_OVER_AND_SURPLUS", FundBook.STATE_CAPITAL),
                            row("FISCAL_SPECIAL_ACCOUNT_SURPLUS", FundBook.SPECIAL_ACCOUNT),
                            row("PENDING", FundBook.AGENCY),
                            row("PENDING", FundBook.OTHER)),
                    FundBook.class),
            appropriationExpense());

    private NationalCases() {}

    /** Money of a fund that the treasury does not keep is a source of its own. */
    private static CaseTable<String> budgetSource() {
        ImmutableList.Builder<CaseTable.Row<String>> rows = ImmutableList.builder();
        for (BudgetSource source : ImmutableList.of(BudgetSource.ORIGINAL, BudgetSource.ADJUSTMENT)) {
            for (FundBook book : FundBook.values()) {
                rows.add(row(
                        switch (book) {
                            case SPECIAL_ACCOUNT -> "SPECIAL_ACCOUNT_FUNDS";
                            case AGENCY -> "AGENCY_FUNDS";
                            case GENERAL, GOVERNMENT_FUND, STATE_CAPITAL, OTHER -> "CURRENT_REVENUE";
                        },
                        source,
                        book));
            }
        }
        rows.add(row("VIREMENT", BudgetSource.VIREMENT, ANY));
        rows.add(row("UPPER_TRANSFER", BudgetSource.TRANSFER, ANY));
        rows.add(row("PRIOR_CARRY_OVER", BudgetSource.CARRIED, ANY));
        return CaseTable.of("BUDGET_SOURCE", rows.build(), BudgetSource.class, FundBook.class);
    }

    private static CaseTable<String> appropriationExpense() {
        return CaseTable.of(
                "APPROPRIATION_EXPENSE",
                ImmutableList.of(
                        row(
                                "APPROPRIATION_EXPENSE_GOODS_AND_SERVICES_OF_GOVERNMENT_ORGANS",
                                TreasuryExpense.GOODS_AND_SERVICES),
                        row("APPROPRIATION_EXPENSE_WAGES_AND_BENEFITS_OF_GOVERNMENT_ORGANS", TreasuryExpense.WAGES),
                        row("APPROPRIATION_EXPENSE_SUBSIDIES_TO_PUBLIC_INSTITUTIONS", TreasuryExpense.INSTITUTIONS),
                        row("APPROPRIATION_EXPENSE_SUBSIDIES_TO_ENTERPRISES", TreasuryExpense.ENTERPRISES),
                        row(
                                "APPROPRIATION_EXPENSE_SUBSIDIES_TO_INDIVIDUALS_AND_HOUSEHOLDS",
                                TreasuryExpense.HOUSEHOLDS),
                        row(
                                "APPROPRIATION_EXPENSE_SUBSIDIES_TO_SOCIAL_SECURITY_FUNDS",
                                TreasuryExpense.SOCIAL_SECURITY),
                        row("APPROPRIATION_EXPENSE_CAPITAL", TreasuryExpense.CAPITAL),
                        row("FINANCE_COSTS", TreasuryExpense.INTEREST),
                        row("OTHER_APPROPRIATION_EXPENSE", TreasuryExpense.OTHER)),
                TreasuryExpense.class);
    }

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put("project-reserved", ImmutableList.of(always("memorandum", "M-01 reserve")))
                    .put("project-released", ImmutableList.of(always("memorandum", "M-01 release")))
                    .put("line-proposed", ImmutableList.of(always("memorandum", "M-02 propose")))
                    .put("line-withdrawn", ImmutableList.of(always("memorandum", "M-02 withdraw")))
                    .put(
                            "line-appropriated",
                            ImmutableList.of(always("allotment", "IND-01"), always("memorandum", "M-03 appropriate")))
                    .put(
                            "line-increased",
                            ImmutableList.of(always("allotment", "IND-07"), always("memorandum", "M-04 increase")))
                    .put(
                            "line-decreased",
                            ImmutableList.of(
                                    always("allotment", "IND-07/decrease"), always("memorandum", "M-04 decrease")))
                    .put(
                            "allotment-distributed",
                            ImmutableList.of(always("allotment", "IND-04"), always("memorandum", "M-05 release")))
                    .put(
                            "allotment-issued",
                            ImmutableList.of(
                                    always("allotment", "IND-04", "IND-05"), always("memorandum", "M-05 release")))
                    .put("allotment-split", ImmutableList.of(always("allotment", "IND-05/split")))
                    .put("allotment-frozen", ImmutableList.of(always("allotment", "IND-09")))
                    .put("allotment-unfrozen", ImmutableList.of(always("allotment", "IND-09/unfreeze")))
                    .put("allotment-reduced", ImmutableList.of(reduced(), always("memorandum", "M-05 return")))
                    .put("allotment-returned", ImmutableList.of(always("allotment", "IND-05/split/return")))
                    .putAll(PaymentRows.CASES)
                    .putAll(CorrectionRows.CASES)
                    .put("other-income-received", ImmutableList.of(always("agency", "U-64/F", "U-64/B")))
                    .put("wages-accrued", ImmutableList.of(always("agency", "U-01/F")))
                    .putAll(CarryOverRows.CASES)
                    .putAll(RevenueRows.CASES)
                    .putAll(AgencyIncomeRows.CASES)
                    .putAll(AllotmentRows.CASES)
                    .putAll(CashPlanRows.CASES)
                    .putAll(DebtRows.CASES)
                    .putAll(AssetRows.CASES)
                    .putAll(TransferRows.CASES)
                    .putAll(ProcurementRows.CASES)
                    .putAll(TemporaryRows.CASES)
                    .putAll(SettlementRows.CASES)
                    .putAll(PayeesRows.CASES)
                    .putAll(BankCollectionRows.CASES)
                    .put("voucher-drafted", ImmutableList.of(voucher("M-08 draft", "M-11 refund draft")))
                    .put("voucher-completed", ImmutableList.of(voucher("M-08 complete", "M-11 refund complete")))
                    .put("stabilisation-fund-topped-up", ImmutableList.of(always("treasury", "T-28/F", "T-28/B")))
                    .put("stabilisation-fund-drawn", ImmutableList.of(always("treasury", "T-28/F draw", "T-28/B draw")))
                    .buildOrThrow();

    /** What was executable goes back by way of what was to be distributed. */
    private static CaseTable<ImmutableList<String>> reduced() {
        return CaseTable.of(
                "allotment",
                ImmutableList.of(
                        row(ImmutableList.of("IND-05/return", "IND-04/return"), AllotmentFlag.EXECUTABLE),
                        row(ImmutableList.of("IND-04/return"), AllotmentFlag.PENDING)),
                AllotmentFlag.class);
    }

    private static CaseTable<ImmutableList<String>> voucher(String payment, String refund) {
        return CaseTable.of(
                "memorandum",
                ImmutableList.of(
                        row(ImmutableList.of(payment), AgencyVoucherTerms.Direction.PAYMENT),
                        row(ImmutableList.of(refund), AgencyVoucherTerms.Direction.REFUND)),
                AgencyVoucherTerms.Direction.class);
    }
}
