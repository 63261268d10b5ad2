package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.accounting.national.Rows.memorandumOnly;
import static org.fiscalloop.accounting.national.Rows.rule;
import static org.fiscalloop.accounting.national.Rows.terms;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.temporary.TemporaryPostings;
import org.fiscalloop.temporary.TemporaryPostings.PaidIn;
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/** The nation's posting rules, case tables and measures of temporary payments. */
final class TemporaryRows {
    private static final String CONTRA = "TEMPORARY_FOLLOWED";
    private static final String USED = TemporaryPostings.ALLOTMENT;

    private static final Source ALLOTMENT = Source.own(
            "a payment that left the treasury earlier uses the allotment that clears it; not through the zero-balance account");
    private static final Source FINANCIAL =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 借出款项, 预拨经费, 与下级往来; names known, codes uncertain");
    private static final Source BUDGETARY = Source.uncertain(
            "财库〔2022〕41号 《财政总会计制度》: 待处理支出 when the money leaves, the year's expenditure when it is cleared; codes uncertain");
    private static final Source AGENCY = Source.certain(
            "财会〔2017〕25号 《政府会计制度》: 2307 其他应付款 for 同级财政预拨的下期预算款和没有纳入预算的暂付款项; income when the budget has come");
    private static final Source MEMORANDUM =
            Source.own("what may be out, and what is, stands by key in the memorandum ledger");

    private static final PostingRule M_CEILING = memorandum("M-Z01 raise", debit("TEMPORARY_CEILING"), credit(CONTRA));
    private static final PostingRule M_EXCESS = memorandum("M-Z02 raise", debit("TEMPORARY_EXCESS"), credit(CONTRA));
    private static final PostingRule M_APPROVED =
            memorandum("M-Z03 approve", debit("TEMPORARY_APPROVED"), credit(CONTRA));

    private static final PostingRule T_OUT_F =
            treasury("T-10/F", Basis.FINANCIAL, debit("{TEMPORARY_ASSET}"), credit("TREASURY_DEPOSITS"));
    private static final PostingRule U_GOT =
            agency("U-71/F", Basis.FINANCIAL, debit("BANK_DEPOSITS"), credit("OTHER_PAYABLES"));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            M_CEILING,
            M_CEILING.opposite("M-Z01 lower", MEMORANDUM),
            M_EXCESS,
            M_EXCESS.opposite("M-Z02 lower", MEMORANDUM),
            M_APPROVED,
            M_APPROVED.opposite("M-Z03 end", MEMORANDUM),
            memorandum("M-Z04 pay out", debit("TEMPORARY_OUTSTANDING"), credit("TEMPORARY_APPROVED")),
            memorandum("M-Z04 clear", debit(CONTRA), credit("TEMPORARY_OUTSTANDING")),
            new PostingRule(
                    "IND-13/temporary",
                    Ledgers.ALLOTMENT,
                    Basis.CONTROL,
                    ALLOTMENT,
                    ImmutableList.of(debit("PAID_OTHER", USED), credit("EXECUTABLE", USED))),
            T_OUT_F,
            T_OUT_F.opposite("T-10/F repay", FINANCIAL),
            treasury("T-10/B", Basis.BUDGETARY, debit("{TEMPORARY_EXPENDITURE}"), credit("TREASURY_CASH")),
            treasury("T-10/B repay", Basis.BUDGETARY, debit("TREASURY_CASH"), credit("{TEMPORARY_PENDING}")),
            treasury(
                    "T-10/F charge",
                    Basis.FINANCIAL,
                    debit("{APPROPRIATION_EXPENSE}", USED),
                    credit("{TEMPORARY_ASSET}")),
            treasury(
                    "T-10/B charge",
                    Basis.BUDGETARY,
                    debit("{BUDGET_EXPENDITURE}", USED),
                    credit("{TEMPORARY_PENDING}")),
            U_GOT,
            U_GOT.opposite("U-71/F repay", AGENCY),
            agency("U-71/F charge", Basis.FINANCIAL, debit("OTHER_PAYABLES"), credit("FISCAL_INCOME")),
            agency("U-71/B charge", Basis.BUDGETARY, debit("MONETARY_FUNDS"), credit("{TEMPORARY_INCOME}")));

    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            CaseTable.of(
                    "TEMPORARY_ASSET",
                    ImmutableList.of(
                            row("ADVANCE_APPROPRIATIONS", Kind.APPROPRIATED_AHEAD),
                            row("LOANS_TO_AGENCIES_AND_OTHERS", Kind.LOAN),
                            row("CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY", Kind.LOWER_LEVEL)),
                    Kind.class),
            CaseTable.of(
                    "TEMPORARY_EXPENDITURE",
                    ImmutableList.of(
                            row(expenditure(Kind.APPROPRIATED_AHEAD), Kind.APPROPRIATED_AHEAD),
                            row(expenditure(Kind.LOAN), Kind.LOAN),
                            row(expenditure(Kind.LOWER_LEVEL), Kind.LOWER_LEVEL)),
                    Kind.class),
            pending(),
            CaseTable.of(
                    "TEMPORARY_INCOME",
                    ImmutableList.of(
                            row("FISCAL_BUDGET_INCOME_PERSONNEL", SpendingKind.PERSONNEL),
                            row("FISCAL_BUDGET_INCOME_OPERATING", SpendingKind.OPERATING),
                            row("FISCAL_BUDGET_INCOME_PROJECT", SpendingKind.PROJECT)),
                    SpendingKind.class));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(TemporaryPostings.CEILING_RAISED.name(), memorandumOnly("M-Z01 raise"))
                    .put(TemporaryPostings.CEILING_LOWERED.name(), memorandumOnly("M-Z01 lower"))
                    .put(TemporaryPostings.EXCESS_RAISED.name(), memorandumOnly("M-Z02 raise"))
                    .put(TemporaryPostings.EXCESS_LOWERED.name(), memorandumOnly("M-Z02 lower"))
                    .put(TemporaryPostings.APPROVED.name(), memorandumOnly("M-Z03 approve"))
                    .put(TemporaryPostings.GIVEN_UP.name(), memorandumOnly("M-Z03 end"))
                    .put(
                            TemporaryPostings.DISBURSED.name(),
                            ImmutableList.of(
                                    always("treasury", "T-10/F", "T-10/B"),
                                    ofAgency("U-71/F"),
                                    always("memorandum", "M-Z04 pay out")))
                    .put(
                            TemporaryPostings.REPAID.name(),
                            ImmutableList.of(
                                    always("treasury", "T-10/F repay", "T-10/B repay"),
                                    ofAgency("U-71/F repay"),
                                    always("memorandum", "M-Z04 clear")))
                    .put(
                            TemporaryPostings.CHARGED.name(),
                            ImmutableList.of(
                                    always("allotment", "IND-13/temporary"),
                                    always("treasury", "T-10/F charge", "T-10/B charge"),
                                    always("memorandum", "M-Z04 clear")))
                    .put(
                            TemporaryPostings.RECOGNISED.name(),
                            ImmutableList.of(always("agency", "U-71/F charge", "U-71/B charge")))
                    .buildOrThrow();

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "temporary.ceiling", terms(Ledgers.MEMORANDUM, "ceiling", "TEMPORARY_CEILING"),
            "temporary.excess", terms(Ledgers.MEMORANDUM, "above the ceiling since it was set", "TEMPORARY_EXCESS"),
            "temporary.approved", terms(Ledgers.MEMORANDUM, "approved, not paid out", "TEMPORARY_APPROVED"),
            "temporary.outstanding", terms(Ledgers.MEMORANDUM, "out", "TEMPORARY_OUTSTANDING"),
            "temporary.rest", terms(Ledgers.MEMORANDUM, "not cleared", "TEMPORARY_OUTSTANDING"));

    private TemporaryRows() {}

    private static String expenditure(Kind kind) {
        return kind == Kind.LOWER_LEVEL
                ? "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_CASH_ADVANCED_TO_LOWER_LEVEL"
                : "EXPENDITURE_PENDING_CLASSIFICATION";
    }

    /** Where the budgetary side of what is out stands: the closing of its year has moved it to the cash side (T-32). */
    private static CaseTable<String> pending() {
        ImmutableList.Builder<CaseTable.Row<String>> rows = ImmutableList.builder();
        for (Kind kind : Kind.values()) {
            rows.add(row(expenditure(kind), kind, PaidIn.THIS_YEAR));
            rows.add(row(
                    kind == Kind.LOWER_LEVEL ? "INTER_LEVEL_CASH_TRANSFERS" : "PENDING", kind, PaidIn.EARLIER_YEAR));
        }
        return CaseTable.of("TEMPORARY_PENDING", rows.build(), Kind.class, PaidIn.class);
    }

    /** What the agency books that got the money; nothing where a division below did. */
    private static CaseTable<ImmutableList<String>> ofAgency(String rule) {
        return CaseTable.of(
                "agency",
                ImmutableList.of(
                        row(ImmutableList.of(rule), Kind.APPROPRIATED_AHEAD),
                        row(ImmutableList.of(rule), Kind.LOAN),
                        row(ImmutableList.of(), Kind.LOWER_LEVEL)),
                Kind.class);
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, MEMORANDUM, lines);
    }

    private static PostingRule treasury(String id, Basis basis, RuleLine... lines) {
        return rule(id, Ledgers.TREASURY, basis, basis == Basis.FINANCIAL ? FINANCIAL : BUDGETARY, lines);
    }

    private static PostingRule agency(String id, Basis basis, RuleLine... lines) {
        return rule(id, Ledgers.AGENCY, basis, AGENCY, lines);
    }
}
