package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.accounting.national.Rows.rule;
import static org.fiscalloop.decision.CaseTable.ANY;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.CodeChange;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverPostings;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.project.SpendingKind;

/**
 * The nation's posting rules and case tables of what goes from one year into the next: carry-over, lapse, and money that comes
 * back of an earlier year.
 */
final class CarryOverRows {
    private static final String LINE = CarryOverPostings.LINE;
    private static final String NEXT = CarryOverPostings.NEXT;
    private static final String NEXT_LINE = CarryOverPostings.NEXT_LINE;
    private static final String FROM = CarryOverPostings.FROM;
    private static final String GENERAL = CarryOverPostings.GENERAL;

    private static final Source ALLOTMENT =
            Source.uncertain("财办〔2022〕36号 《预算指标核算管理办法（试行）》: 结转核销类; the accounts below class level are proposed");
    private static final Source MEMORANDUM = Source.own("no reserve of a project is taken twice for what goes on");
    private static final Source ACCRUAL =
            Source.uncertain("财库〔2022〕41号: 权责发生制列支 of unpaid centralised payments; accounts uncertain");
    private static final Source EARLIER_YEAR =
            Source.uncertain("财库〔2022〕41号: money of an earlier year that comes back adjusts 以前年度盈余 and 预算结转结余");
    private static final Source MOVED = Source.uncertain(
            "财库〔2022〕41号: 调出 and 调入 between budgets; 财预〔2015〕15号: what is moved so is put into the 预算稳定调节基金");
    private static final Source RIGHT = Source.certain("财会〔2022〕25号 解释第5号: 本年度预算指标数大于实际支付数的差额中允许结转使用的金额 is 财政应返还额度");
    private static final Source COME_BACK =
            Source.certain("财会〔2022〕25号 解释第5号: money of an earlier year's payment that comes back adjusts 年初余额");
    private static final Source COME_BACK_SURPLUS = Source.uncertain(
            "财会〔2022〕25号 解释第5号: of a project that has ended it is surplus; the entry is not confirmed");
    private static final Source RETURNED = Source.certain("财会〔2017〕25号 《政府会计制度》: 归集上缴");
    private static final Source POOLED = Source.certain("财会〔2017〕25号 《政府会计制度》: 归集调入, 归集调出");
    private static final Source RECODED =
            Source.own("what is brought forward stands under the codes of the year that it is in");

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            control("IND-15", debit("EXECUTABLE"), credit("PRIOR_CARRY_OVER")),
            control("IND-16", debit("LAPSED"), credit("PRIOR_CARRY_OVER")),
            control("IND-17", debit("CARRIED_OVER"), credit("{REMAINDER}")),
            control("IND-18", debit("LAPSED"), credit("{REMAINDER}")),
            control("IND-20", debit("{REMAINDER}", NEXT), credit("PRIOR_CARRY_OVER", NEXT)),
            memorandum(
                    "M-06 refund of earlier year",
                    debit("PAYMENTS_MADE", FROM),
                    credit("REFUNDABLE", CarryOverPostings.PAYMENT)),
            memorandum("M-09 carry", debit("{REMAINING_BUDGET}", NEXT_LINE), credit("{REMAINING_BUDGET}", LINE)),
            memorandum("M-09 restore", debit("RELEASED_BUDGET", NEXT_LINE), credit("RELEASED_BUDGET", LINE)),
            memorandum("M-10 lapse", debit("PROJECT_RESERVE", LINE), credit("{REMAINING_BUDGET}", LINE)),
            memorandum("M-10 withdraw", debit("PROJECT_RESERVE", LINE), credit("RELEASED_BUDGET", LINE)),
            treasury("T-05/F", EARLIER_YEAR, debit("TREASURY_DEPOSITS"), credit("PRIOR_YEAR_SURPLUS_ADJUSTMENT")),
            budget("T-05/B", EARLIER_YEAR, debit("TREASURY_CASH"), credit("{FUND_BALANCE}")),
            treasury(
                    "T-05/F accrued",
                    ACCRUAL,
                    debit("TREASURY_DEPOSITS"),
                    credit("CENTRALISED_PAYMENT_BALANCE_PAYABLE")),
            budget("T-05/B accrued", ACCRUAL, debit("TREASURY_CASH"), credit("CENTRALISED_PAYMENT_BALANCE")),
            treasury(
                    "T-07/F", ACCRUAL, debit("{APPROPRIATION_EXPENSE}"), credit("CENTRALISED_PAYMENT_BALANCE_PAYABLE")),
            budget("T-07/B", ACCRUAL, debit("{BUDGET_EXPENDITURE}"), credit("CENTRALISED_PAYMENT_BALANCE")),
            treasury(
                    "T-07/F lapse",
                    ACCRUAL,
                    debit("CENTRALISED_PAYMENT_BALANCE_PAYABLE"),
                    credit("PRIOR_YEAR_SURPLUS_ADJUSTMENT")),
            budget("T-07/B lapse", ACCRUAL, debit("CENTRALISED_PAYMENT_BALANCE"), credit("{FUND_BALANCE}")),
            treasury(
                    "T-07/F recode",
                    RECODED,
                    debit("CENTRALISED_PAYMENT_BALANCE_PAYABLE", FROM),
                    credit("CENTRALISED_PAYMENT_BALANCE_PAYABLE")),
            budget(
                    "T-07/B recode",
                    RECODED,
                    debit("CENTRALISED_PAYMENT_BALANCE", FROM),
                    credit("CENTRALISED_PAYMENT_BALANCE")),
            treasury(
                    "T-27/F",
                    MOVED,
                    debit("ACCUMULATED_SURPLUS_BUDGET_MANAGED_FUNDS"),
                    credit("TREASURY_DEPOSITS"),
                    debit("TREASURY_DEPOSITS", GENERAL),
                    credit("BUDGET_STABILISATION_FUND", GENERAL)),
            budget(
                    "T-27/B",
                    MOVED,
                    debit("BUDGET_FUNDS_TRANSFERRED_OUT"),
                    credit("TREASURY_CASH"),
                    debit("TREASURY_CASH", GENERAL),
                    credit("BUDGET_FUNDS_TRANSFERRED_IN", GENERAL)),
            budget(
                    "T-28/B moved",
                    MOVED,
                    debit("APPROPRIATION_TO_BUDGET_STABILISATION_FUND", GENERAL),
                    credit("BUDGET_STABILISATION_FUND_BUDGETARY", GENERAL)),
            agency(
                    "U-22/F",
                    Basis.FINANCIAL,
                    COME_BACK,
                    debit("QUOTA_RECEIVABLE"),
                    credit("PRIOR_YEAR_SURPLUS_ADJUSTMENT")),
            agency(
                    "U-22/B",
                    Basis.BUDGETARY,
                    COME_BACK,
                    debit("BUDGETARY_QUOTA_RECEIVABLE"),
                    credit("FISCAL_APPROPRIATION_CARRY_OVER_OPENING_BALANCE_ADJUSTMENT")),
            agency(
                    "U-23/F",
                    Basis.FINANCIAL,
                    COME_BACK_SURPLUS,
                    debit("QUOTA_RECEIVABLE"),
                    credit("PRIOR_YEAR_SURPLUS_ADJUSTMENT")),
            agency(
                    "U-23/B",
                    Basis.BUDGETARY,
                    COME_BACK_SURPLUS,
                    debit("BUDGETARY_QUOTA_RECEIVABLE"),
                    credit("FISCAL_APPROPRIATION_SURPLUS_OPENING_BALANCE_ADJUSTMENT")),
            agency("U-24/F", Basis.FINANCIAL, RETURNED, debit("ACCUMULATED_SURPLUS"), credit("QUOTA_RECEIVABLE")),
            agency(
                    "U-24/B",
                    Basis.BUDGETARY,
                    RETURNED,
                    debit("FISCAL_APPROPRIATION_CARRY_OVER_RETURNED_TO_TREASURY"),
                    credit("BUDGETARY_QUOTA_RECEIVABLE")),
            agency(
                    "U-24/B surplus",
                    Basis.BUDGETARY,
                    RETURNED,
                    debit("FISCAL_APPROPRIATION_SURPLUS_RETURNED_TO_TREASURY"),
                    credit("BUDGETARY_QUOTA_RECEIVABLE")),
            agency(
                    "U-25/F out",
                    Basis.FINANCIAL,
                    POOLED,
                    debit("ACCUMULATED_SURPLUS", FROM),
                    credit("QUOTA_RECEIVABLE", FROM)),
            agency(
                    "U-25/B out",
                    Basis.BUDGETARY,
                    POOLED,
                    debit("FISCAL_APPROPRIATION_CARRY_OVER_TRANSFER_OUT", FROM),
                    credit("BUDGETARY_QUOTA_RECEIVABLE", FROM)),
            agency("U-25/F in", Basis.FINANCIAL, POOLED, debit("QUOTA_RECEIVABLE"), credit("ACCUMULATED_SURPLUS")),
            agency(
                    "U-25/B in",
                    Basis.BUDGETARY,
                    POOLED,
                    debit("BUDGETARY_QUOTA_RECEIVABLE"),
                    credit("FISCAL_APPROPRIATION_CARRY_OVER_TRANSFER_IN")),
            agency(
                    "U-25/F recode",
                    Basis.FINANCIAL,
                    RECODED,
                    debit("QUOTA_RECEIVABLE"),
                    credit("QUOTA_RECEIVABLE", FROM)),
            agency(
                    "U-25/B recode",
                    Basis.BUDGETARY,
                    RECODED,
                    debit("BUDGETARY_QUOTA_RECEIVABLE"),
                    credit("BUDGETARY_QUOTA_RECEIVABLE", FROM)),
            agency("U-30/F", Basis.FINANCIAL, RIGHT, debit("QUOTA_RECEIVABLE"), credit("FISCAL_INCOME")),
            agency(
                    "U-30/B",
                    Basis.BUDGETARY,
                    RIGHT,
                    debit("BUDGETARY_QUOTA_RECEIVABLE"),
                    credit("{FISCAL_BUDGET_INCOME}")));

    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            CaseTable.of(
                    "REMAINDER",
                    ImmutableList.of(
                            row("UNALLOCATED", Remainder.UNALLOCATED),
                            row("PENDING", Remainder.PENDING),
                            row("EXECUTABLE", Remainder.EXECUTABLE),
                            row("FROZEN", Remainder.FROZEN)),
                    Remainder.class),
            CaseTable.of(
                    "REMAINING_BUDGET",
                    ImmutableList.of(
                            row("LINE_UNRELEASED", Remainder.UNALLOCATED),
                            row("RELEASED_BUDGET", Remainder.PENDING),
                            row("RELEASED_BUDGET", Remainder.EXECUTABLE),
                            row("RELEASED_BUDGET", Remainder.FROZEN)),
                    Remainder.class),
            CaseTable.of(
                    "FISCAL_BUDGET_INCOME",
                    ImmutableList.of(
                            row("FISCAL_BUDGET_INCOME_PERSONNEL", SpendingKind.PERSONNEL),
                            row("FISCAL_BUDGET_INCOME_OPERATING", SpendingKind.OPERATING),
                            row("FISCAL_BUDGET_INCOME_PROJECT", SpendingKind.PROJECT)),
                    SpendingKind.class));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES = ImmutableMap.of(
            CarryOverPostings.CARRIED.name(),
            ImmutableList.of(always("allotment", "IND-17", "IND-20"), always("memorandum", "M-09 carry")),
            CarryOverPostings.RECOGNISED.name(),
            ImmutableList.of(
                    recognised("treasury", isAccruedByTreasury(), "T-07/F", "T-07/B"),
                    recognised("agency", isRecognisedByAgency(), "U-30/F", "U-30/B")),
            CarryOverPostings.RECODED.name(),
            ImmutableList.of(byBasis("treasury", isAccruedByTreasury(), "T-07/F recode", "T-07/B recode"), recoded()),
            CarryOverPostings.LAPSED.name(),
            ImmutableList.of(
                    always("allotment", "IND-18"),
                    byBasis("treasury", isAccruedByTreasury(), "T-07/F lapse", "T-07/B lapse"),
                    byBasis("agency", isRecognisedByAgency(), "U-24/F", "U-24/B"),
                    always("memorandum", "M-10 lapse")),
            CarryOverPostings.RECOVERED.name(),
            ImmutableList.of(recovered()),
            CarryOverPostings.REFUNDED.name(),
            ImmutableList.of(
                    refunded("allotment", ImmutableList.of("IND-15"), ImmutableList.of("IND-16")),
                    refundedToTreasury(),
                    refunded(
                            "agency",
                            ImmutableList.of("U-22/F", "U-22/B"),
                            ImmutableList.of("U-23/F", "U-23/B", "U-24/F", "U-24/B surplus")),
                    refunded("memorandum", ImmutableList.of("M-09 restore"), ImmutableList.of("M-10 withdraw")),
                    always("memorandum", "M-06 refund of earlier year")));

    private CarryOverRows() {}

    static ImmutableList<YearBasis> isAccruedByTreasury() {
        return ImmutableList.of(YearBasis.ACCRUED, YearBasis.TREASURY_ACCRUED);
    }

    static ImmutableList<YearBasis> isRecognisedByAgency() {
        return ImmutableList.of(YearBasis.CARRIED, YearBasis.ACCRUED);
    }

    /** Only what is left for the first time is booked: what is left again has been booked a year ago. */
    private static CaseTable<ImmutableList<String>> recognised(
            String name, ImmutableList<YearBasis> booked, String... rules) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (YearBasis basis : YearBasis.values()) {
            rows.add(row(
                    booked.contains(basis) ? ImmutableList.copyOf(rules) : ImmutableList.of(), CarryTerm.FIRST, basis));
        }
        rows.add(row(ImmutableList.of(), CarryTerm.SECOND, ANY));
        return CaseTable.of(name, rows.build(), CarryTerm.class, YearBasis.class);
    }

    /** What is booked, or taken back, where it had been booked. */
    static CaseTable<ImmutableList<String>> byBasis(String name, ImmutableList<YearBasis> booked, String... rules) {
        return byBasis(name, booked, ImmutableList.copyOf(rules), ImmutableList.of());
    }

    private static CaseTable<ImmutableList<String>> byBasis(
            String name,
            ImmutableList<YearBasis> booked,
            ImmutableList<String> rules,
            ImmutableList<String> otherwise) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (YearBasis basis : YearBasis.values()) {
            rows.add(row(booked.contains(basis) ? rules : otherwise, basis));
        }
        return CaseTable.of(name, rows.build(), YearBasis.class);
    }

    /** What the treasury books of a payment: otherwise where it had booked the expenditure a year ago. */
    static CaseTable<ImmutableList<String>> byAccrual(ImmutableList<String> accrued, ImmutableList<String> otherwise) {
        return byBasis("treasury", isAccruedByTreasury(), accrued, otherwise);
    }

    private static CaseTable<ImmutableList<String>> recoded() {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (YearBasis basis : YearBasis.values()) {
            if (isRecognisedByAgency().contains(basis)) {
                rows.add(row(ImmutableList.of("U-25/F recode", "U-25/B recode"), basis, CodeChange.SAME_AGENCY));
                rows.add(row(
                        ImmutableList.of("U-25/F out", "U-25/B out", "U-25/F in", "U-25/B in"),
                        basis,
                        CodeChange.OTHER_AGENCY));
            } else {
                rows.add(row(ImmutableList.of(), basis, ANY));
            }
        }
        return CaseTable.of("agency", rows.build(), YearBasis.class, CodeChange.class);
    }

    private static CaseTable<ImmutableList<String>> refunded(
            String name, ImmutableList<String> restored, ImmutableList<String> withdrawn) {
        return CaseTable.of(
                name,
                ImmutableList.of(row(restored, RefundPolicy.RESTORE), row(withdrawn, RefundPolicy.WITHDRAW)),
                RefundPolicy.class);
    }

    /** What stays in its own budget, or with the agency, is booked there already. */
    private static CaseTable<ImmutableList<String>> recovered() {
        return CaseTable.of(
                "treasury",
                ImmutableList.of(
                        row(ImmutableList.of("T-28/F", "T-28/B"), Recovery.STABILISATION_FUND),
                        row(ImmutableList.of("T-27/F", "T-27/B", "T-28/B moved"), Recovery.GENERAL_BUDGET),
                        row(ImmutableList.of(), Recovery.OWN_BUDGET),
                        row(ImmutableList.of(), Recovery.AGENCY)),
                Recovery.class);
    }

    private static CaseTable<ImmutableList<String>> refundedToTreasury() {
        ImmutableList<String> plain = ImmutableList.of("T-05/F", "T-05/B");
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (YearBasis basis : YearBasis.values()) {
            rows.add(row(
                    isAccruedByTreasury().contains(basis)
                            ? ImmutableList.of("T-05/F accrued", "T-05/B accrued")
                            : plain,
                    RefundPolicy.RESTORE,
                    basis));
        }
        rows.add(row(plain, RefundPolicy.WITHDRAW, ANY));
        return CaseTable.of("treasury", rows.build(), RefundPolicy.class, YearBasis.class);
    }

    private static PostingRule control(String id, RuleLine... lines) {
        return rule(id, Ledgers.ALLOTMENT, Basis.CONTROL, ALLOTMENT, lines);
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, MEMORANDUM, lines);
    }

    private static PostingRule treasury(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.TREASURY, Basis.FINANCIAL, source, lines);
    }

    private static PostingRule budget(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.TREASURY, Basis.BUDGETARY, source, lines);
    }

    private static PostingRule agency(String id, Basis basis, Source source, RuleLine... lines) {
        return rule(id, Ledgers.AGENCY, basis, source, lines);
    }
}
