package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.accounting.national.Rows.terms;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.debt.DebtKind;
import org.fiscalloop.debt.DebtPostings;
import org.fiscalloop.debt.DebtPostings.DebtClass;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Measure;

/** The nation's posting rules, case tables and measures of government debt. */
final class DebtRows {
    private static final Source FINANCIAL =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 应付政府债券, 应付利息, 应付转贷款; names known, codes uncertain");
    private static final Source BUDGETARY =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 债务预算收入, 债务转贷预算收支, 债务还本预算支出; codes inferred");
    private static final Source PASSING = Source.uncertain(
            "财库〔2022〕41号 《财政总会计制度》: what borrowers repay and the province passes on is not its own expenditure; suspense");
    private static final Source INTEREST_BACK = Source.uncertain(
            "interest that borrowers pay lowers what the province's own bonds cost it; the entry is not confirmed");
    private static final Source MEMORANDUM =
            Source.own("what may be owed, and what is, stands by key in the memorandum ledger");

    private static final PostingRule M_LIMIT =
            memorandum("M-D01 raise", debit("{DEBT_LIMIT}"), credit("DEBT_FOLLOWED"));
    private static final PostingRule M_APPROVED =
            memorandum("M-D03 approve", debit("{DEBT_APPROVED}"), credit("DEBT_FOLLOWED"));
    private static final PostingRule M_OWED =
            memorandum("M-D05 owe", debit("{DEBT_OUTSTANDING}"), credit("DEBT_FOLLOWED"));
    private static final PostingRule M_REFINANCED =
            memorandum("M-D07 refinance", debit("{DEBT_REFINANCED}"), credit("DEBT_FOLLOWED"));
    private static final PostingRule M_LENDABLE =
            memorandum("M-D09 lendable", debit("BOND_TO_LEND"), credit("DEBT_FOLLOWED"));
    private static final PostingRule M_RETURNED =
            memorandum("M-D11 return", debit("BOND_RETURNED"), credit("BOND_LENT"));

    private static final PostingRule COST_F =
            treasury("T-19/F cost", debit("FINANCE_COSTS"), credit("TREASURY_DEPOSITS"));
    private static final PostingRule COST_B =
            budget("T-19/B cost", debit("{BUDGET_EXPENDITURE}"), credit("TREASURY_CASH"));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            M_LIMIT,
            M_LIMIT.opposite("M-D01 lower", MEMORANDUM),
            M_APPROVED,
            M_APPROVED.opposite("M-D03 end", MEMORANDUM),
            M_OWED,
            M_OWED.opposite("M-D05 repay", MEMORANDUM),
            M_REFINANCED,
            M_REFINANCED.opposite("M-D07 end", MEMORANDUM),
            M_LENDABLE,
            M_LENDABLE.opposite("M-D09 repay", MEMORANDUM),
            memorandum("M-D09 lend", debit("BOND_LENT"), credit("BOND_TO_LEND")),
            M_RETURNED,
            memorandum("M-D11 pass on", debit("DEBT_FOLLOWED"), credit("BOND_RETURNED")),
            treasury("T-19/F", debit("TREASURY_DEPOSITS"), credit("{DEBT_LIABILITY}")),
            budget("T-19/B", debit("TREASURY_CASH"), credit("DEBT_BUDGET_REVENUE")),
            COST_F,
            COST_B,
            COST_F.opposite("T-19/F premium", FINANCIAL),
            COST_B.opposite("T-19/B premium", BUDGETARY),
            treasury("T-20/F", debit("FINANCE_COSTS"), credit("INTEREST_PAYABLE")),
            treasury("T-21/F", debit("INTEREST_PAYABLE"), credit("TREASURY_DEPOSITS")),
            budget("T-21/B", debit("{BUDGET_EXPENDITURE}"), credit("TREASURY_CASH")),
            treasury("T-22/F", debit("{DEBT_LIABILITY}"), credit("TREASURY_DEPOSITS")),
            budget("T-22/B", debit("DEBT_PRINCIPAL_REPAYMENT_BUDGET_EXPENDITURE"), credit("TREASURY_CASH")),
            treasury("T-23/F", debit("LOCAL_GOVERNMENT_BOND_ON_LENDING_RECEIVABLE"), credit("TREASURY_DEPOSITS")),
            budget("T-23/B", debit("{ON_LENDING}"), credit("TREASURY_CASH")),
            treasury("T-24/F", debit("TREASURY_DEPOSITS"), credit("{DEBT_LIABILITY}")),
            budget("T-24/B", debit("TREASURY_CASH"), credit("ON_LENT_DEBT_BUDGET_REVENUE")),
            treasury("T-25/F", debit("{DEBT_LIABILITY}"), credit("TREASURY_DEPOSITS")),
            budget("T-25/B", debit("DEBT_PRINCIPAL_REPAYMENT_BUDGET_EXPENDITURE"), credit("TREASURY_CASH")),
            rule(
                    "T-26/F return",
                    Basis.FINANCIAL,
                    PASSING,
                    debit("TREASURY_DEPOSITS"),
                    credit("LOCAL_GOVERNMENT_BOND_ON_LENDING_RECEIVABLE")),
            rule("T-26/B return", Basis.BUDGETARY, PASSING, debit("TREASURY_CASH"), credit("PENDING")),
            rule("T-26/F pass on", Basis.FINANCIAL, PASSING, debit("{DEBT_LIABILITY}"), credit("TREASURY_DEPOSITS")),
            rule("T-26/B pass on", Basis.BUDGETARY, PASSING, debit("PENDING"), credit("TREASURY_CASH")),
            rule("T-21/F return", Basis.FINANCIAL, INTEREST_BACK, debit("TREASURY_DEPOSITS"), credit("FINANCE_COSTS")),
            rule(
                    "T-21/B return",
                    Basis.BUDGETARY,
                    INTEREST_BACK,
                    debit("TREASURY_CASH"),
                    credit("{BUDGET_EXPENDITURE}")));

    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            byKind("DEBT_LIMIT", "GENERAL_DEBT_LIMIT", "SPECIAL_DEBT_LIMIT"),
            byKind("DEBT_APPROVED", "GENERAL_DEBT_APPROVED", "SPECIAL_DEBT_APPROVED"),
            byKind("DEBT_OUTSTANDING", "GENERAL_DEBT_OUTSTANDING", "SPECIAL_DEBT_OUTSTANDING"),
            byKind("DEBT_REFINANCED", "GENERAL_DEBT_REFINANCED", "SPECIAL_DEBT_REFINANCED"),
            byKind("ON_LENDING", "ON_LENDING_OF_GENERAL_DEBT", "ON_LENDING_OF_SPECIAL_DEBT"),
            CaseTable.of(
                    "DEBT_LIABILITY",
                    ImmutableList.of(
                            row("SHORT_TERM_GOVERNMENT_BONDS_PAYABLE", DebtClass.SHORT_BOND),
                            row("LONG_TERM_GOVERNMENT_BONDS_PAYABLE", DebtClass.LONG_BOND),
                            row("LOCAL_GOVERNMENT_BOND_ON_LENDING_PAYABLE", DebtClass.ON_LENT)),
                    DebtClass.class));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(DebtPostings.LIMIT_RAISED.name(), ImmutableList.of(always("memorandum", "M-D01 raise")))
                    .put(DebtPostings.LIMIT_LOWERED.name(), ImmutableList.of(always("memorandum", "M-D01 lower")))
                    .put(DebtPostings.APPROVED.name(), ImmutableList.of(always("memorandum", "M-D03 approve")))
                    .put(DebtPostings.NO_LONGER_APPROVED.name(), ImmutableList.of(always("memorandum", "M-D03 end")))
                    .put(DebtPostings.REFINANCED.name(), ImmutableList.of(always("memorandum", "M-D07 refinance")))
                    .put(DebtPostings.NO_LONGER_REFINANCED.name(), ImmutableList.of(always("memorandum", "M-D07 end")))
                    .put(
                            DebtPostings.RECEIVED.name(),
                            ImmutableList.of(
                                    byClass(
                                            "treasury",
                                            ImmutableList.of("T-19/F", "T-19/B"),
                                            ImmutableList.of("T-24/F", "T-24/B")),
                                    always("memorandum", "M-D05 owe"),
                                    byClass("memorandum", ImmutableList.of("M-D09 lendable"), ImmutableList.of())))
                    .put(DebtPostings.COST.name(), ImmutableList.of(always("treasury", "T-19/F cost", "T-19/B cost")))
                    .put(
                            DebtPostings.PREMIUM.name(),
                            ImmutableList.of(always("treasury", "T-19/F premium", "T-19/B premium")))
                    .put(DebtPostings.ACCRUED.name(), ImmutableList.of(always("treasury", "T-20/F")))
                    .put(DebtPostings.INTEREST_PAID.name(), ImmutableList.of(always("treasury", "T-21/F", "T-21/B")))
                    .put(
                            DebtPostings.REPAID.name(),
                            ImmutableList.of(
                                    byClass(
                                            "treasury",
                                            ImmutableList.of("T-22/F", "T-22/B"),
                                            ImmutableList.of("T-25/F", "T-25/B")),
                                    always("memorandum", "M-D05 repay"),
                                    byClass("memorandum", ImmutableList.of("M-D09 repay"), ImmutableList.of())))
                    .put(
                            DebtPostings.PASSED_ON.name(),
                            ImmutableList.of(
                                    always("treasury", "T-26/F pass on", "T-26/B pass on"),
                                    always("memorandum", "M-D05 repay", "M-D11 pass on")))
                    .put(
                            DebtPostings.LENT.name(),
                            ImmutableList.of(
                                    always("treasury", "T-23/F", "T-23/B"), always("memorandum", "M-D09 lend")))
                    .put(
                            DebtPostings.RETURNED.name(),
                            ImmutableList.of(
                                    always("treasury", "T-26/F return", "T-26/B return"),
                                    always("memorandum", "M-D11 return")))
                    .put(
                            DebtPostings.INTEREST_RETURNED.name(),
                            ImmutableList.of(always("treasury", "T-21/F return", "T-21/B return")))
                    .buildOrThrow();

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES =
            ImmutableMap.<String, ImmutableList<Measure.Term>>builder()
                    .put("debt.general-limit", terms(Ledgers.MEMORANDUM, "limit", "GENERAL_DEBT_LIMIT"))
                    .put("debt.special-limit", terms(Ledgers.MEMORANDUM, "limit", "SPECIAL_DEBT_LIMIT"))
                    .put(
                            "debt.general-approved",
                            terms(Ledgers.MEMORANDUM, "approved, not received", "GENERAL_DEBT_APPROVED"))
                    .put(
                            "debt.special-approved",
                            terms(Ledgers.MEMORANDUM, "approved, not received", "SPECIAL_DEBT_APPROVED"))
                    .put("debt.general-outstanding", terms(Ledgers.MEMORANDUM, "owed", "GENERAL_DEBT_OUTSTANDING"))
                    .put("debt.special-outstanding", terms(Ledgers.MEMORANDUM, "owed", "SPECIAL_DEBT_OUTSTANDING"))
                    .put(
                            "debt.general-refinanced",
                            terms(Ledgers.MEMORANDUM, "to be refinanced", "GENERAL_DEBT_REFINANCED"))
                    .put(
                            "debt.special-refinanced",
                            terms(Ledgers.MEMORANDUM, "to be refinanced", "SPECIAL_DEBT_REFINANCED"))
                    .put(
                            "debt.refinanced",
                            ImmutableList.<Measure.Term>builder()
                                    .addAll(terms(Ledgers.MEMORANDUM, "general", "GENERAL_DEBT_REFINANCED"))
                                    .addAll(terms(Ledgers.MEMORANDUM, "special", "SPECIAL_DEBT_REFINANCED"))
                                    .build())
                    .put("debt.to-lend", terms(Ledgers.MEMORANDUM, "not lent on", "BOND_TO_LEND"))
                    .put("debt.lent", terms(Ledgers.MEMORANDUM, "lent on", "BOND_LENT"))
                    .put("debt.returned", terms(Ledgers.MEMORANDUM, "returned by borrowers", "BOND_RETURNED"))
                    .buildOrThrow();

    private DebtRows() {}

    private static CaseTable<ImmutableList<String>> byClass(
            String name, ImmutableList<String> bond, ImmutableList<String> onLent) {
        return CaseTable.of(
                name,
                ImmutableList.of(
                        row(bond, DebtClass.SHORT_BOND),
                        row(bond, DebtClass.LONG_BOND),
                        row(onLent, DebtClass.ON_LENT)),
                DebtClass.class);
    }

    private static CaseTable<String> byKind(String name, String general, String special) {
        return CaseTable.of(
                name, ImmutableList.of(row(general, DebtKind.GENERAL), row(special, DebtKind.SPECIAL)), DebtKind.class);
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return Rows.rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, MEMORANDUM, lines);
    }

    private static PostingRule treasury(String id, RuleLine... lines) {
        return rule(id, Basis.FINANCIAL, FINANCIAL, lines);
    }

    private static PostingRule budget(String id, RuleLine... lines) {
        return rule(id, Basis.BUDGETARY, BUDGETARY, lines);
    }

    private static PostingRule rule(String id, Basis basis, Source source, RuleLine... lines) {
        return Rows.rule(id, Ledgers.TREASURY, basis, source, lines);
    }
}
