package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.closing.ClosingRule.Condition;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.masterdata.AgencyKind;

/**
 * The nation's closing rules in their order, a row each, named as the posting matrix names them. What no published text
 * confirms is marked uncertain and can be replaced by an overlay.
 */
final class NationalClosing {
    private static final ImmutableSet<AgencyKind> ALL =
            ImmutableSet.of(AgencyKind.ADMINISTRATIVE, AgencyKind.PARTICIPATING, AgencyKind.INSTITUTION);
    private static final ImmutableSet<AgencyKind> ADMINISTRATIVE =
            ImmutableSet.of(AgencyKind.ADMINISTRATIVE, AgencyKind.PARTICIPATING);
    private static final ImmutableSet<AgencyKind> INSTITUTION = ImmutableSet.of(AgencyKind.INSTITUTION);

    private static final Source ALLOTMENT =
            Source.uncertain("财办〔2022〕36号 《预算指标核算管理办法（试行）》: no balance after closing; the accounts are proposed");

    private static final Source PLANS =
            Source.own("a procurement plan takes of a budget line what the line has; a closed year has no lines");

    private static final Source AGENCY =
            Source.certain("财会〔2017〕25号 《政府会计制度》: 3301 本期盈余, 8101, 8201, 8401 and 8501 at the end of the year");
    private static final Source UNMARKED = Source.uncertain(
            "财会〔2017〕25号 《政府会计制度》: as non-earmarked, where the chart has no details for earmarked and not");
    private static final Source DETAILS = Source.certain("财会〔2017〕25号 《政府会计制度》: 年末冲销有关明细科目余额");
    private static final Source PROJECT_DONE = Source.certain("财会〔2017〕25号 《政府会计制度》: 年末对已完成项目, 符合结余性质的转入结余");
    private static final Source DISTRIBUTION =
            Source.certain("财会〔2017〕25号 《政府会计制度》: 8701 非财政拨款结余分配; a debit of 8401 经营结余 stays");
    private static final Source BUSINESS_OF_ORGANS = Source.uncertain(
            "财会〔2017〕25号 《政府会计制度》: administrative agencies keep no 8401; what stands there goes as 8501 does");
    private static final Source WELFARE = Source.uncertain(
            "财会〔2017〕25号 《政府会计制度》: 职工福利基金 by the portion that local policy sets; none is set nationally");
    private static final Source ACCUMULATED = Source.certain("财会〔2017〕25号 《政府会计制度》: 3302, 3401 and 3501 to 3001 累计盈余");

    static final ImmutableList<ClosingRule> RULES = ImmutableList.<ClosingRule>builder()
            .add(ClosingRule.whole(
                    "IND-19",
                    Ledgers.ALLOTMENT,
                    Basis.CONTROL,
                    ImmutableList.of("SOURCES", "PAYMENTS", "CARRY_OVER_AND_LAPSE"),
                    ALLOTMENT))
            .add(ClosingRule.whole(
                    "M-35",
                    Ledgers.MEMORANDUM,
                    Basis.CONTROL,
                    ImmutableList.of("PLAN_RESTS", "PLANS_CONTRACTED", "PLANS_FILED"),
                    PLANS))
            .addAll(TreasuryClosing.RULES)
            .addAll(agencyFinancial())
            .addAll(agencyBudgetary())
            .addAll(agencySurplus())
            .build();

    private NationalClosing() {}

    private static ImmutableList<ClosingRule> agencyFinancial() {
        String current = "SURPLUS_FOR_THE_CURRENT_PERIOD";
        return ImmutableList.of(
                agency(
                        "U-40 F",
                        Basis.FINANCIAL,
                        AGENCY,
                        current,
                        "FISCAL_INCOME",
                        "OPERATING_INCOME",
                        "SUBSIDIES_FROM_SUPERIOR_AGENCIES",
                        "REMITTANCES_FROM_SUBSIDIARY_AGENCIES",
                        "BUSINESS_INCOME",
                        "FISCAL_APPROPRIATION_INCOME_FROM_OTHER_LEVELS",
                        "INVESTMENT_INCOME",
                        "DONATION_INCOME",
                        "INTEREST_INCOME",
                        "RENTAL_INCOME",
                        "OTHER_INCOME"),
                agency(
                        "U-41 F",
                        Basis.FINANCIAL,
                        AGENCY,
                        current,
                        "OPERATING_ACTIVITY_EXPENSES",
                        "AGENCY_ADMINISTRATIVE_EXPENSES",
                        "BUSINESS_EXPENSES",
                        "ASSET_DISPOSAL_EXPENSES",
                        "REMITTANCES_TO_SUPERIOR",
                        "SUBSIDIES_TO_SUBSIDIARY_AGENCIES",
                        "INTEREST_EXPENSE",
                        "INCOME_TAX_EXPENSE",
                        "OTHER_EXPENSES"),
                agency("U-42 F", Basis.FINANCIAL, AGENCY, "DISTRIBUTION_OF_ANNUAL_SURPLUS", current));
    }

    private static ImmutableList<ClosingRule> agencyBudgetary() {
        String fiscal = "FISCAL_APPROPRIATION_CARRY_OVER_CURRENT_YEAR_INCOME_EXPENDITURE_CARRIED";
        String earmarked = "NON_FISCAL_CARRY_OVER_CURRENT_YEAR_INCOME_EXPENDITURE_CARRIED";
        String other = "OTHER_SURPLUS";
        String business = "BUSINESS_SURPLUS";
        return ImmutableList.of(
                agency("U-40 B fiscal", Basis.BUDGETARY, AGENCY, fiscal, "FISCAL_BUDGET_INCOME"),
                agency(
                        "U-40 B earmarked",
                        Basis.BUDGETARY,
                        AGENCY,
                        earmarked,
                        "OPERATING_BUDGET_INCOME_EARMARKED",
                        "OTHER_BUDGET_INCOME_EARMARKED"),
                agency(
                        "U-40 B other",
                        Basis.BUDGETARY,
                        AGENCY,
                        other,
                        "OPERATING_BUDGET_INCOME_NON_EARMARKED",
                        "INVESTMENT_BUDGET_INCOME",
                        "OTHER_BUDGET_INCOME_NON_EARMARKED"),
                agency(
                        "U-40 B not marked",
                        Basis.BUDGETARY,
                        UNMARKED,
                        other,
                        "BUDGET_INCOME_SUBSIDIES_FROM_SUPERIOR",
                        "BUDGET_INCOME_REMITTANCES_FROM_SUBSIDIARIES",
                        "DEBT_BUDGET_INCOME",
                        "FISCAL_APPROPRIATION_BUDGET_INCOME_FROM_OTHER_LEVELS",
                        "DONATION_BUDGET_INCOME",
                        "INTEREST_BUDGET_INCOME",
                        "RENTAL_BUDGET_INCOME"),
                agency("U-40 B business", Basis.BUDGETARY, AGENCY, business, "BUSINESS_BUDGET_INCOME"),
                agency(
                        "U-41 B fiscal",
                        Basis.BUDGETARY,
                        AGENCY,
                        fiscal,
                        "ADMINISTRATIVE_EXPENDITURE_FROM_FISCAL_APPROPRIATION",
                        "INSTITUTION_EXPENDITURE_FROM_FISCAL_APPROPRIATION",
                        "OTHER_EXPENDITURE_FROM_FISCAL_APPROPRIATION"),
                agency(
                        "U-41 B earmarked",
                        Basis.BUDGETARY,
                        AGENCY,
                        earmarked,
                        "ADMINISTRATIVE_EXPENDITURE_FROM_NON_FISCAL_EARMARKED_FUNDS",
                        "INSTITUTION_EXPENDITURE_FROM_NON_FISCAL_EARMARKED_FUNDS",
                        "OTHER_EXPENDITURE_FROM_NON_FISCAL_EARMARKED_FUNDS"),
                agency(
                        "U-41 B other",
                        Basis.BUDGETARY,
                        AGENCY,
                        other,
                        "ADMINISTRATIVE_EXPENDITURE_FROM_OTHER_FUNDS",
                        "INSTITUTION_EXPENDITURE_FROM_OTHER_FUNDS",
                        "OTHER_EXPENDITURE_FROM_OTHER_FUNDS",
                        "REMITTANCES_TO_SUPERIOR_BUDGETARY",
                        "SUBSIDIES_TO_SUBSIDIARY_AGENCIES_BUDGETARY",
                        "INVESTMENT_EXPENDITURE",
                        "DEBT_PRINCIPAL_REPAYMENT_EXPENDITURE",
                        "INTEREST_EXPENDITURE",
                        "DONATION_EXPENDITURE"),
                agency("U-41 B business", Basis.BUDGETARY, AGENCY, business, "BUSINESS_EXPENDITURE"));
    }

    private static ImmutableList<ClosingRule> agencySurplus() {
        String carried = "FISCAL_APPROPRIATION_CARRY_OVER_ACCUMULATED_CARRY_OVER";
        String earmarked = "NON_FISCAL_CARRY_OVER_ACCUMULATED_CARRY_OVER";
        String distributed = "DISTRIBUTION_OF_NON_FISCAL_SURPLUS";
        String kept = "NON_FISCAL_SURPLUS_ACCUMULATED_SURPLUS";
        return ImmutableList.<ClosingRule>builder()
                .add(agency(
                        "U-48 B fiscal carry-over",
                        Basis.BUDGETARY,
                        DETAILS,
                        carried,
                        "FISCAL_APPROPRIATION_CARRY_OVER_OPENING_BALANCE_ADJUSTMENT",
                        "FISCAL_APPROPRIATION_CARRY_OVER_TRANSFER_IN",
                        "FISCAL_APPROPRIATION_CARRY_OVER_TRANSFER_OUT",
                        "FISCAL_APPROPRIATION_CARRY_OVER_RETURNED_TO_TREASURY",
                        "FISCAL_APPROPRIATION_CARRY_OVER_INTERNAL_VIREMENT",
                        "FISCAL_APPROPRIATION_CARRY_OVER_CURRENT_YEAR_INCOME_EXPENDITURE_CARRIED"))
                .add(agency(
                                "U-47 B",
                                Basis.BUDGETARY,
                                PROJECT_DONE,
                                "FISCAL_APPROPRIATION_SURPLUS_TRANSFERRED_FROM_CARRY_OVER",
                                carried)
                        .when(Condition.PROJECT_ENDED))
                .add(agency(
                        "U-48 B fiscal surplus",
                        Basis.BUDGETARY,
                        DETAILS,
                        "FISCAL_APPROPRIATION_SURPLUS_ACCUMULATED_SURPLUS",
                        "FISCAL_APPROPRIATION_SURPLUS_OPENING_BALANCE_ADJUSTMENT",
                        "FISCAL_APPROPRIATION_SURPLUS_RETURNED_TO_TREASURY",
                        "FISCAL_APPROPRIATION_SURPLUS_INTERNAL_VIREMENT",
                        "FISCAL_APPROPRIATION_SURPLUS_TRANSFERRED_FROM_CARRY_OVER"))
                .add(agency(
                        "U-48 B non-fiscal carry-over",
                        Basis.BUDGETARY,
                        DETAILS,
                        earmarked,
                        "NON_FISCAL_CARRY_OVER_OPENING_BALANCE_ADJUSTMENT",
                        "NON_FISCAL_CARRY_OVER_FUNDS_RETURNED",
                        "NON_FISCAL_CARRY_OVER_PROJECT_INDIRECT_COST_MANAGEMENT_FEE",
                        "NON_FISCAL_CARRY_OVER_CURRENT_YEAR_INCOME_EXPENDITURE_CARRIED"))
                .add(agency(
                                "U-49 B",
                                Basis.BUDGETARY,
                                PROJECT_DONE,
                                "NON_FISCAL_SURPLUS_TRANSFERRED_FROM_CARRY_OVER",
                                earmarked)
                        .when(Condition.PROJECT_ENDED))
                .add(agency("U-46 B other, administrative", Basis.BUDGETARY, DISTRIBUTION, kept, "OTHER_SURPLUS")
                        .keptBy(ADMINISTRATIVE))
                .add(agency(
                                "U-46 B business, administrative",
                                Basis.BUDGETARY,
                                BUSINESS_OF_ORGANS,
                                kept,
                                "BUSINESS_SURPLUS")
                        .keptBy(ADMINISTRATIVE)
                        .when(Condition.CREDIT_ONLY))
                .add(agency("U-46 B other, institution", Basis.BUDGETARY, DISTRIBUTION, distributed, "OTHER_SURPLUS")
                        .keptBy(INSTITUTION))
                .add(agency(
                                "U-46 B business, institution",
                                Basis.BUDGETARY,
                                DISTRIBUTION,
                                distributed,
                                "BUSINESS_SURPLUS")
                        .keptBy(INSTITUTION)
                        .when(Condition.CREDIT_ONLY))
                .add(agency(
                                "U-43 F",
                                Basis.FINANCIAL,
                                WELFARE,
                                "SPECIAL_PURPOSE_FUNDS",
                                "DISTRIBUTION_OF_ANNUAL_SURPLUS")
                        .keptBy(INSTITUTION)
                        .part(0, Optional.of(distributed)))
                .add(agency("U-43 B", Basis.BUDGETARY, WELFARE, "SPECIAL_PURPOSE_SURPLUS", distributed)
                        .keptBy(INSTITUTION)
                        .part(0, Optional.empty()))
                .add(agency("U-46 B distributed", Basis.BUDGETARY, DISTRIBUTION, kept, distributed))
                .add(agency(
                        "U-48 B non-fiscal surplus",
                        Basis.BUDGETARY,
                        DETAILS,
                        kept,
                        "NON_FISCAL_SURPLUS_OPENING_BALANCE_ADJUSTMENT",
                        "NON_FISCAL_SURPLUS_PROJECT_INDIRECT_COST_MANAGEMENT_FEE",
                        "NON_FISCAL_SURPLUS_TRANSFERRED_FROM_CARRY_OVER"))
                .add(agency(
                        "U-45 F",
                        Basis.FINANCIAL,
                        ACCUMULATED,
                        "ACCUMULATED_SURPLUS",
                        "DISTRIBUTION_OF_ANNUAL_SURPLUS",
                        "NET_ASSETS_TRANSFERRED_WITHOUT_CONSIDERATION",
                        "PRIOR_YEAR_SURPLUS_ADJUSTMENT"))
                .build();
    }

    private static ClosingRule agency(String id, Basis basis, Source source, String to, String... from) {
        return ClosingRule.whole(id, Ledgers.AGENCY, basis, ImmutableList.copyOf(from), source)
                .to(to)
                .keptBy(ALL);
    }
}
