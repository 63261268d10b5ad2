package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;

/** The nation's closing rules of the treasury ledger: surplus on the financial side, balances by budget on the budgetary one. */
final class TreasuryClosing {
    private static final Source FINANCIAL =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 本期盈余 and 累计盈余 by kind of funds; codes uncertain");
    private static final Source BUDGETARY =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 6001 to 8001 is known, the others by analogy");
    private static final Source SPECIAL =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: names of 7005, 7012 and 7042 seen in published explanations");
    private static final Source BY_FUND = Source.uncertain(
            "财库〔2022〕41号 《财政总会计制度》: by the fund of the amount, since the account has no details by budget");
    private static final Source UNSETTLED = Source.uncertain(
            "财库〔2022〕41号 《财政总会计制度》: what is not settled or not classified stays on the cash side, 8041");

    static final ImmutableList<ClosingRule> RULES = ImmutableList.<ClosingRule>builder()
            .addAll(surplus())
            .addAll(balances())
            .build();

    private TreasuryClosing() {}

    private static ImmutableList<ClosingRule> surplus() {
        String current = "SURPLUS_FOR_THE_CURRENT_PERIOD_BUDGET_MANAGED_FUNDS";
        String special = "SURPLUS_FOR_THE_CURRENT_PERIOD_FISCAL_SPECIAL_ACCOUNT_FUNDS";
        String purpose = "SURPLUS_FOR_THE_CURRENT_PERIOD_SPECIAL_PURPOSE_FUNDS";
        String accumulated = "ACCUMULATED_SURPLUS_BUDGET_MANAGED_FUNDS";
        return ImmutableList.of(
                financial(
                        "T-29 F income",
                        current,
                        "TAX_REVENUE",
                        "NON_TAX_REVENUE",
                        "INVESTMENT_INCOME",
                        "TRANSFER_INCOME_FROM_UPPER_LEVEL",
                        "REMITTANCE_INCOME_FROM_LOWER_LEVEL",
                        "INTER_REGIONAL_ASSISTANCE_INCOME",
                        "OTHER_INCOME"),
                financial(
                        "T-29 F expense",
                        current,
                        "APPROPRIATION_EXPENSE_GOODS_AND_SERVICES_OF_GOVERNMENT_ORGANS",
                        "APPROPRIATION_EXPENSE_WAGES_AND_BENEFITS_OF_GOVERNMENT_ORGANS",
                        "APPROPRIATION_EXPENSE_SUBSIDIES_TO_PUBLIC_INSTITUTIONS",
                        "APPROPRIATION_EXPENSE_SUBSIDIES_TO_ENTERPRISES",
                        "APPROPRIATION_EXPENSE_SUBSIDIES_TO_INDIVIDUALS_AND_HOUSEHOLDS",
                        "APPROPRIATION_EXPENSE_SUBSIDIES_TO_SOCIAL_SECURITY_FUNDS",
                        "APPROPRIATION_EXPENSE_CAPITAL",
                        "OTHER_APPROPRIATION_EXPENSE",
                        "FINANCE_COSTS",
                        "TRANSFER_EXPENSE_TO_LOWER_LEVEL",
                        "REMITTANCE_EXPENSE_TO_UPPER_LEVEL",
                        "INTER_REGIONAL_ASSISTANCE_EXPENSE",
                        "OTHER_EXPENSES"),
                financial(
                        "T-29 F special account",
                        special,
                        "FISCAL_SPECIAL_ACCOUNT_INCOME",
                        "FISCAL_SPECIAL_ACCOUNT_EXPENSE"),
                financial(
                        "T-29 F special purpose",
                        purpose,
                        "SPECIAL_PURPOSE_FUND_INCOME",
                        "SPECIAL_PURPOSE_FUND_EXPENSE"),
                financial("T-31 F", accumulated, current, "PRIOR_YEAR_SURPLUS_ADJUSTMENT"),
                financial("T-31 F special account", "ACCUMULATED_SURPLUS_FISCAL_SPECIAL_ACCOUNT_FUNDS", special),
                financial("T-31 F special purpose", "ACCUMULATED_SURPLUS_SPECIAL_PURPOSE_FUNDS", purpose));
    }

    private static ImmutableList<ClosingRule> balances() {
        String general = "GENERAL_PUBLIC_BUDGET_CARRY_OVER_AND_SURPLUS";
        String fund = "GOVERNMENT_FUND_BUDGET_CARRY_OVER_AND_SURPLUS";
        String capital = "STATE_CAPITAL_BUDGET_CARRY_OVER_AND_SURPLUS";
        return ImmutableList.of(
                budgetary(
                        "T-29 B general",
                        BUDGETARY,
                        general,
                        "GENERAL_PUBLIC_BUDGET_REVENUE",
                        "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_GENERAL_PUBLIC_BUDGET_TRANSFERS",
                        "DRAWDOWN_OF_BUDGET_STABILISATION_FUND",
                        "GENERAL_PUBLIC_BUDGET_EXPENDITURE",
                        "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_GENERAL_PUBLIC_BUDGET_TRANSFERS",
                        "APPROPRIATION_TO_BUDGET_STABILISATION_FUND"),
                budgetary(
                        "T-29 B government fund",
                        BUDGETARY,
                        fund,
                        "GOVERNMENT_FUND_BUDGET_REVENUE",
                        "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_GOVERNMENT_FUND_BUDGET_TRANSFERS",
                        "GOVERNMENT_FUND_BUDGET_EXPENDITURE",
                        "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_GOVERNMENT_FUND_BUDGET_TRANSFERS"),
                budgetary(
                        "T-29 B state capital",
                        BUDGETARY,
                        capital,
                        "STATE_CAPITAL_OPERATING_BUDGET_REVENUE",
                        "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_STATE_CAPITAL_BUDGET_TRANSFERS",
                        "STATE_CAPITAL_OPERATING_BUDGET_EXPENDITURE",
                        "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_STATE_CAPITAL_BUDGET_TRANSFERS"),
                budgetary(
                        "T-29 B by fund",
                        BY_FUND,
                        "{FUND_BALANCE}",
                        "REMITTANCE_BUDGET_REVENUE_FROM_LOWER_LEVEL",
                        "INTER_REGIONAL_ASSISTANCE_BUDGET_REVENUE",
                        "BUDGET_FUNDS_TRANSFERRED_IN",
                        "DEBT_BUDGET_REVENUE",
                        "ON_LENT_DEBT_BUDGET_REVENUE",
                        "INTER_REGIONAL_ASSISTANCE_BUDGET_EXPENDITURE",
                        "BUDGET_FUNDS_TRANSFERRED_OUT",
                        "DEBT_PRINCIPAL_REPAYMENT_BUDGET_EXPENDITURE"),
                budgetary(
                        "T-29 B special purpose",
                        BUDGETARY,
                        "SPECIAL_PURPOSE_FUND_SURPLUS",
                        "SPECIAL_PURPOSE_FUND_REVENUE",
                        "SPECIAL_PURPOSE_FUND_EXPENDITURE"),
                budgetary(
                        "T-30 B special account",
                        SPECIAL,
                        "FISCAL_SPECIAL_ACCOUNT_SURPLUS",
                        "FISCAL_SPECIAL_ACCOUNT_REVENUE",
                        "FISCAL_SPECIAL_ACCOUNT_EXPENDITURE"),
                budgetary(
                        "T-30 B general",
                        SPECIAL,
                        general,
                        "REMITTANCE_BUDGET_EXPENDITURE_TO_UPPER_LEVEL_GENERAL_PUBLIC_BUDGET_REMITTANCES",
                        "ON_LENDING_OF_GENERAL_DEBT"),
                budgetary(
                        "T-30 B government fund",
                        SPECIAL,
                        fund,
                        "REMITTANCE_BUDGET_EXPENDITURE_TO_UPPER_LEVEL_GOVERNMENT_FUND_BUDGET_REMITTANCES",
                        "ON_LENDING_OF_SPECIAL_DEBT"),
                budgetary(
                        "T-30 B state capital",
                        SPECIAL,
                        capital,
                        "REMITTANCE_BUDGET_EXPENDITURE_TO_UPPER_LEVEL_STATE_CAPITAL_BUDGET_REMITTANCES"),
                budgetary(
                        "T-32 B between levels",
                        UNSETTLED,
                        "INTER_LEVEL_CASH_TRANSFERS",
                        "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_CASH_ADVANCED_BY_UPPER_LEVEL",
                        "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_CASH_ADVANCED_TO_LOWER_LEVEL"),
                budgetary(
                        "T-32 B pending",
                        UNSETTLED,
                        "PENDING",
                        "REVENUE_PENDING_CLASSIFICATION",
                        "EXPENDITURE_PENDING_CLASSIFICATION"));
    }

    private static ClosingRule financial(String id, String to, String... from) {
        return ClosingRule.whole(id, Ledgers.TREASURY, Basis.FINANCIAL, ImmutableList.copyOf(from), FINANCIAL)
                .to(to);
    }

    private static ClosingRule budgetary(String id, Source source, String to, String... from) {
        return ClosingRule.whole(id, Ledgers.TREASURY, Basis.BUDGETARY, ImmutableList.copyOf(from), source)
                .to(to);
    }
}
