package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.OPEN;
import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.rule;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;

/**
 * The nation's posting rules: a row each, named as the posting matrix names them. What no published text confirms is
 * marked uncertain and can be replaced by an overlay.
 */
final class NationalPostings {
    private static final Source ALLOTMENT =
            Source.uncertain("财办〔2022〕36号 《预算指标核算管理办法（试行）》: structure; the accounts below class level are proposed");
    private static final Source TREASURY_F = Source.uncertain("财库〔2022〕41号 《财政总会计制度》: names known, codes uncertain");
    private static final Source TREASURY_B =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: by analogy with the sourced 专户 entries");
    private static final Source SPECIAL_ACCOUNT = Source.certain("财库〔2022〕41号 《财政总会计制度》: 财政专户管理资金支出");
    private static final Source STABILISATION = Source.certain("财库〔2022〕41号 《财政总会计制度》: 安排、动用预算稳定调节基金; codes uncertain");
    private static final Source AGENCY = Source.certain("财会〔2017〕25号 《政府会计制度》; 财会〔2022〕25号 解释第5号, section 1");
    private static final Source MEMORANDUM =
            Source.own("the memorandum ledger keeps by key what an amount is limited by");
    private static final Source ACCRUAL =
            Source.uncertain("财库〔2022〕41号: 权责发生制列支 of unpaid centralised payments; accounts uncertain");
    private static final Source REFUND =
            Source.certain("财会〔2022〕25号 解释第5号: a refund of the same year reverses the original payment");

    private static final PostingRule IND_01 = control("IND-01", debit("UNALLOCATED"), credit("{BUDGET_SOURCE}"));
    private static final PostingRule IND_04 = control("IND-04", debit("PENDING"), credit("UNALLOCATED", "line"));
    private static final PostingRule IND_05 = control("IND-05", debit("EXECUTABLE"), credit("PENDING"));
    private static final PostingRule IND_05_SPLIT =
            control("IND-05/split", debit("{CHILD_ALLOTMENT}"), credit("PENDING", "parent"));
    private static final PostingRule IND_09 = control("IND-09", debit("FROZEN"), credit("EXECUTABLE"));
    private static final PostingRule IND_11 = control("IND-11", debit("APPLIED"), credit("EXECUTABLE"));
    private static final PostingRule IND_13 = control("IND-13", debit("{PAID}"), credit("APPLIED"));

    private static final PostingRule M_RESERVED =
            memorandum("M-01 reserve", debit("PROJECT_RESERVE"), credit("RESERVED_PROJECTS"));
    private static final PostingRule M_PROPOSED =
            memorandum("M-02 propose", debit("LINE_PROPOSED"), credit("PROJECT_RESERVE"));
    private static final PostingRule M_APPROPRIATED =
            memorandum("M-03 appropriate", debit("LINE_UNRELEASED"), credit("LINE_PROPOSED"));
    private static final PostingRule M_INCREASED =
            memorandum("M-04 increase", debit("LINE_UNRELEASED"), credit("PROJECT_RESERVE"));
    private static final PostingRule M_RELEASED =
            memorandum("M-05 release", debit("RELEASED_BUDGET", "line"), credit("LINE_UNRELEASED", "line"));
    private static final PostingRule M_REFUNDABLE =
            memorandum("M-06 refundable", debit("REFUNDABLE", "payment"), credit("PAYMENTS_MADE"));
    private static final PostingRule M_NOT_CLEARED =
            memorandum("M-07 not cleared", debit("PAID_NOT_CLEARED"), credit("CLEARING_DUE"));
    private static final PostingRule M_DRAFT =
            memorandum("M-08 draft", debit("VOUCHERS_TO_COMPLETE"), credit("VOUCHERS_DUE"));
    private static final PostingRule M_REFUND_DRAFT =
            memorandum("M-11 refund draft", debit("REFUND_VOUCHERS_TO_COMPLETE"), credit("VOUCHERS_DUE"));

    private static final PostingRule T_03_F = treasury(
            "T-03/F", Basis.FINANCIAL, TREASURY_F, debit("{APPROPRIATION_EXPENSE}"), credit("TREASURY_DEPOSITS"));
    private static final PostingRule T_03_B =
            treasury("T-03/B", Basis.BUDGETARY, TREASURY_B, debit("{BUDGET_EXPENDITURE}"), credit("TREASURY_CASH"));

    private static final PostingRule T_28_F = treasury(
            "T-28/F",
            Basis.FINANCIAL,
            TREASURY_F,
            debit("ACCUMULATED_SURPLUS_BUDGET_MANAGED_FUNDS"),
            credit("BUDGET_STABILISATION_FUND"));
    private static final PostingRule T_28_B = treasury(
            "T-28/B",
            Basis.BUDGETARY,
            STABILISATION,
            debit("APPROPRIATION_TO_BUDGET_STABILISATION_FUND"),
            credit("BUDGET_STABILISATION_FUND_BUDGETARY"));

    private static final PostingRule U_01 = agency(
            "U-01/F", Basis.FINANCIAL, debit("OPERATING_ACTIVITY_EXPENSES"), credit("EMPLOYEE_COMPENSATION_PAYABLE"));
    private static final PostingRule U_02 =
            agency("U-02/F", Basis.FINANCIAL, debit("EMPLOYEE_COMPENSATION_PAYABLE"), credit("{APPROPRIATION}"));
    private static final PostingRule U_05 =
            agency("U-05/F", Basis.FINANCIAL, debit("INVENTORY"), credit("{APPROPRIATION}"));
    private static final PostingRule U_07 =
            agency("U-07/F", Basis.FINANCIAL, debit("FIXED_ASSETS"), credit("{APPROPRIATION}"));
    private static final PostingRule U_08 =
            agency("U-08/F", Basis.FINANCIAL, debit("OPERATING_ACTIVITY_EXPENSES"), credit("{APPROPRIATION}"));
    private static final PostingRule U_DRAFT =
            agency("U-00/F", Basis.FINANCIAL, debit(OPEN), credit("{APPROPRIATION}"));
    private static final PostingRule U_PAID =
            agency("U-02..08/B", Basis.BUDGETARY, debit("{EXPENDITURE}"), credit("{BUDGET_APPROPRIATION}"));
    private static final PostingRule T_08_F = treasury(
            "T-08/F",
            Basis.FINANCIAL,
            ACCRUAL,
            debit("CENTRALISED_PAYMENT_BALANCE_PAYABLE"),
            credit("TREASURY_DEPOSITS"));
    private static final PostingRule T_08_B =
            treasury("T-08/B", Basis.BUDGETARY, ACCRUAL, debit("CENTRALISED_PAYMENT_BALANCE"), credit("TREASURY_CASH"));

    private static final PostingRule T_06_F = treasury(
            "T-06/F",
            Basis.FINANCIAL,
            TREASURY_F,
            debit("FISCAL_SPECIAL_ACCOUNT_EXPENSE"),
            credit("OTHER_FISCAL_DEPOSITS"));
    private static final PostingRule T_06_B = treasury(
            "T-06/B",
            Basis.BUDGETARY,
            SPECIAL_ACCOUNT,
            debit("FISCAL_SPECIAL_ACCOUNT_EXPENDITURE"),
            credit("SPECIAL_ACCOUNT_CASH"));
    private static final PostingRule M_ORDERED =
            memorandum("M-13 order", debit("AGENCY_FUNDS_ORDERED"), credit("AGENCY_ORDERS"));

    private static final PostingRule U_OTHER_F =
            agency("U-64/F", Basis.FINANCIAL, debit("BANK_DEPOSITS"), credit("OTHER_INCOME"));
    private static final PostingRule U_OTHER_B =
            agency("U-64/B", Basis.BUDGETARY, debit("MONETARY_FUNDS"), credit("OTHER_BUDGET_INCOME_NON_EARMARKED"));

    private static final ImmutableList<PostingRule> OF_THE_YEAR = ImmutableList.of(
            IND_01,
            new PostingRule("IND-07", IND_01.ledger(), IND_01.basis(), ALLOTMENT, IND_01.lines()),
            IND_01.decreasing("IND-07/decrease"),
            IND_04,
            IND_04.opposite("IND-04/return", ALLOTMENT),
            IND_05,
            IND_05.opposite("IND-05/return", ALLOTMENT),
            IND_05_SPLIT,
            IND_05_SPLIT.opposite("IND-05/split/return", ALLOTMENT),
            IND_09,
            IND_09.opposite("IND-09/unfreeze", ALLOTMENT),
            IND_11,
            IND_11.opposite("IND-12", ALLOTMENT),
            IND_13,
            control("IND-14", debit("EXECUTABLE"), credit("{PAID}")),
            M_RESERVED,
            M_RESERVED.opposite("M-01 release", MEMORANDUM),
            M_PROPOSED,
            M_PROPOSED.opposite("M-02 withdraw", MEMORANDUM),
            M_APPROPRIATED,
            M_INCREASED,
            M_INCREASED.opposite("M-04 decrease", MEMORANDUM),
            M_RELEASED,
            M_RELEASED.opposite("M-05 return", MEMORANDUM),
            M_REFUNDABLE,
            M_REFUNDABLE.opposite("M-06 refund", MEMORANDUM),
            M_NOT_CLEARED,
            M_NOT_CLEARED.opposite("M-07 clear", MEMORANDUM),
            M_DRAFT,
            M_DRAFT.opposite("M-08 complete", MEMORANDUM),
            M_REFUND_DRAFT,
            M_REFUND_DRAFT.opposite("M-11 refund complete", MEMORANDUM),
            T_03_F,
            T_03_B,
            T_03_F.opposite("T-04/F", TREASURY_F),
            T_03_B.opposite("T-04/B", TREASURY_B),
            T_08_F,
            T_08_B,
            T_08_F.opposite("T-08/F return", ACCRUAL),
            T_08_B.opposite("T-08/B return", ACCRUAL),
            T_06_F,
            T_06_B,
            T_06_F.opposite("T-06/F return", TREASURY_F),
            T_06_B.opposite("T-06/B return", SPECIAL_ACCOUNT),
            M_ORDERED,
            M_ORDERED.opposite("M-13 release", MEMORANDUM),
            T_28_F,
            T_28_B,
            T_28_F.opposite("T-28/F draw", TREASURY_F),
            treasury(
                    "T-28/B draw",
                    Basis.BUDGETARY,
                    STABILISATION,
                    debit("BUDGET_STABILISATION_FUND_BUDGETARY"),
                    credit("DRAWDOWN_OF_BUDGET_STABILISATION_FUND")),
            U_01,
            U_02,
            U_05,
            U_07,
            U_08,
            U_DRAFT,
            U_PAID,
            U_02.opposite("U-20/F wages", REFUND),
            U_05.opposite("U-20/F stock", REFUND),
            U_07.opposite("U-20/F asset", REFUND),
            U_08.opposite("U-20/F service", REFUND),
            U_DRAFT.opposite("U-20/F draft", REFUND),
            U_PAID.opposite("U-20/B", REFUND),
            U_OTHER_F,
            U_OTHER_B);

    /** All of them: those of a year, those from one year to the next, and those of the areas with rows of their own. */
    static final ImmutableList<PostingRule> RULES = ImmutableList.<PostingRule>builder()
            .addAll(OF_THE_YEAR)
            .addAll(CorrectionRows.rules(OF_THE_YEAR))
            .addAll(CarryOverRows.RULES)
            .addAll(RevenueRows.RULES)
            .addAll(AgencyIncomeRows.RULES)
            .addAll(AllotmentRows.RULES)
            .addAll(CashPlanRows.RULES)
            .addAll(DebtRows.RULES)
            .addAll(AssetRows.RULES)
            .addAll(TransferRows.RULES)
            .addAll(ProcurementRows.RULES)
            .addAll(TemporaryRows.RULES)
            .addAll(SettlementRows.RULES)
            .addAll(PayeesRows.RULES)
            .addAll(BankCollectionRows.RULES)
            .build();

    private NationalPostings() {}

    private static PostingRule control(String id, RuleLine... lines) {
        return rule(id, Ledgers.ALLOTMENT, Basis.CONTROL, ALLOTMENT, lines);
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, MEMORANDUM, lines);
    }

    private static PostingRule treasury(String id, Basis basis, Source source, RuleLine... lines) {
        return rule(id, Ledgers.TREASURY, basis, source, lines);
    }

    private static PostingRule agency(String id, Basis basis, RuleLine... lines) {
        return rule(id, Ledgers.AGENCY, basis, AGENCY, lines);
    }
}
