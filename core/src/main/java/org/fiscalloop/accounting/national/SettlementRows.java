package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
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
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.settlement.CashTerms;
import org.fiscalloop.settlement.SettlementPostings;
import org.fiscalloop.settlement.SettlementPostings.OfYear;
import org.fiscalloop.settlement.SettlementTerms;

/** The nation's posting rules, case tables and measures of money between levels and of its settlement (T-11 to T-18). */
final class SettlementRows {
    private static final Source SUSPENSE_F =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 与下级往来, 与上级往来 until the settlement; names known, codes uncertain");
    private static final Source SUSPENSE_B =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 调拨下级, 上级调拨 until the settlement; details not confirmed");
    private static final Source DIRECT =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 补助收支, 上解收支; names known, codes inferred");
    private static final Source MEMORANDUM =
            Source.own("what is ordered, and what stands between two levels, stands by key in the memorandum ledger");

    private static final PostingRule M_UNSETTLED =
            memorandum("M-L02 raise", debit("LEVELS_UNSETTLED"), credit("LEVELS_FOLLOWED"));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            memorandum("M-L01 ask", debit("CASH_ASKED"), credit("LEVELS_FOLLOWED")),
            memorandum("M-L01 order", debit("CASH_ORDERED"), credit("CASH_ASKED")),
            memorandum("M-L01 end", debit("LEVELS_FOLLOWED"), credit("CASH_ORDERED")),
            M_UNSETTLED,
            M_UNSETTLED.opposite("M-L02 lower", MEMORANDUM),
            financial(
                    "T-11/F",
                    SUSPENSE_F,
                    debit("TREASURY_DEPOSITS"),
                    credit("CURRENT_ACCOUNT_WITH_UPPER_LEVEL_TREASURY")),
            budget("T-11/B", SUSPENSE_B, debit("TREASURY_CASH"), credit("{CASH_FROM_ABOVE}")),
            financial(
                    "T-12/F",
                    SUSPENSE_F,
                    debit("CURRENT_ACCOUNT_WITH_UPPER_LEVEL_TREASURY"),
                    credit("TRANSFER_INCOME_FROM_UPPER_LEVEL")),
            budget("T-12/B", SUSPENSE_B, debit("{CASH_FROM_ABOVE}"), credit("{GRANT_REVENUE}")),
            financial(
                    "T-13/F",
                    SUSPENSE_F,
                    debit("CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY"),
                    credit("TREASURY_DEPOSITS")),
            budget("T-13/B", SUSPENSE_B, debit("{CASH_TO_BELOW}"), credit("TREASURY_CASH")),
            financial(
                    "T-14/F",
                    SUSPENSE_F,
                    debit("TRANSFER_EXPENSE_TO_LOWER_LEVEL"),
                    credit("CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY")),
            budget("T-14/B", SUSPENSE_B, debit("{GRANT_EXPENDITURE}"), credit("{CASH_TO_BELOW}")),
            financial("T-15/F", DIRECT, debit("TRANSFER_EXPENSE_TO_LOWER_LEVEL"), credit("TREASURY_DEPOSITS")),
            budget("T-15/B", DIRECT, debit("{GRANT_EXPENDITURE}"), credit("TREASURY_CASH")),
            financial("T-16/F", DIRECT, debit("TREASURY_DEPOSITS"), credit("TRANSFER_INCOME_FROM_UPPER_LEVEL")),
            budget("T-16/B", DIRECT, debit("TREASURY_CASH"), credit("{GRANT_REVENUE}")),
            financial("T-17/F", DIRECT, debit("REMITTANCE_EXPENSE_TO_UPPER_LEVEL"), credit("TREASURY_DEPOSITS")),
            budget("T-17/B", DIRECT, debit("{REMITTANCE_EXPENDITURE}"), credit("TREASURY_CASH")),
            financial(
                    "T-17/F settled",
                    SUSPENSE_F,
                    debit("REMITTANCE_EXPENSE_TO_UPPER_LEVEL"),
                    credit("CURRENT_ACCOUNT_WITH_UPPER_LEVEL_TREASURY")),
            budget("T-17/B settled", SUSPENSE_B, debit("{REMITTANCE_EXPENDITURE}"), credit("{CASH_FROM_ABOVE}")),
            financial("T-18/F", DIRECT, debit("TREASURY_DEPOSITS"), credit("REMITTANCE_INCOME_FROM_LOWER_LEVEL")),
            budget("T-18/B", DIRECT, debit("TREASURY_CASH"), credit("REMITTANCE_BUDGET_REVENUE_FROM_LOWER_LEVEL")),
            financial(
                    "T-18/F settled",
                    SUSPENSE_F,
                    debit("CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY"),
                    credit("REMITTANCE_INCOME_FROM_LOWER_LEVEL")),
            budget(
                    "T-18/B settled",
                    SUSPENSE_B,
                    debit("{CASH_TO_BELOW}"),
                    credit("REMITTANCE_BUDGET_REVENUE_FROM_LOWER_LEVEL")));

    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            suspense("CASH_FROM_ABOVE", "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_CASH_ADVANCED_BY_UPPER_LEVEL"),
            suspense("CASH_TO_BELOW", "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_CASH_ADVANCED_TO_LOWER_LEVEL"),
            byBook(
                    "GRANT_REVENUE",
                    "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_",
                    "TRANSFERS",
                    "REVENUE_PENDING_CLASSIFICATION"),
            byBook(
                    "GRANT_EXPENDITURE",
                    "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_",
                    "TRANSFERS",
                    "EXPENDITURE_PENDING_CLASSIFICATION"),
            byBook(
                    "REMITTANCE_EXPENDITURE",
                    "REMITTANCE_BUDGET_EXPENDITURE_TO_UPPER_LEVEL_",
                    "REMITTANCES",
                    "EXPENDITURE_PENDING_CLASSIFICATION"));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(SettlementPostings.ORDERED.name(), memorandumOnly("M-L01 ask", "M-L01 order"))
                    .put(SettlementPostings.NO_LONGER_ORDERED.name(), memorandumOnly("M-L01 end"))
                    .put(SettlementPostings.SENT.name(), ImmutableList.of(cash("T-13", "T-15", "T-17"), advanced()))
                    .put(SettlementPostings.RECEIVED.name(), ImmutableList.of(cash("T-11", "T-16", "T-18"), advanced()))
                    .put(
                            SettlementPostings.ISSUED.name(),
                            ImmutableList.of(
                                    settled("treasury", entries("T-14", ""), entries("T-18", " settled")), between()))
                    .put(
                            SettlementPostings.CONFIRMED.name(),
                            ImmutableList.of(
                                    settled("treasury", entries("T-12", ""), entries("T-17", " settled")), between()))
                    .buildOrThrow();

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "settlement.asked", terms(Ledgers.MEMORANDUM, "being ordered", "CASH_ASKED"),
            "settlement.ordered", terms(Ledgers.MEMORANDUM, "ordered, not paid", "CASH_ORDERED"),
            "settlement.unsettled", terms(Ledgers.MEMORANDUM, "sent, not settled", "LEVELS_UNSETTLED"));

    private SettlementRows() {}

    /** Where the budgetary side of what is not settled stands: the closing of its year has moved it to the cash side (T-32). */
    private static CaseTable<String> suspense(String name, String thisYear) {
        return CaseTable.of(
                name,
                ImmutableList.of(
                        row(thisYear, OfYear.THIS_YEAR), row("INTER_LEVEL_CASH_TRANSFERS", OfYear.EARLIER_YEAR)),
                OfYear.class);
    }

    private static CaseTable<String> byBook(String name, String account, String what, String pending) {
        return CaseTable.of(
                name,
                ImmutableList.of(
                        row(account + "GENERAL_PUBLIC_BUDGET_" + what, FundBook.GENERAL),
                        row(account + "GOVERNMENT_FUND_BUDGET_" + what, FundBook.GOVERNMENT_FUND),
                        row(account + "STATE_CAPITAL_BUDGET_" + what, FundBook.STATE_CAPITAL),
                        row(pending, FundBook.OTHER),
                        row(pending, FundBook.SPECIAL_ACCOUNT),
                        row(pending, FundBook.AGENCY)),
                FundBook.class);
    }

    private static ImmutableList<String> entries(String id, String suffix) {
        return ImmutableList.of(id + "/F" + suffix, id + "/B" + suffix);
    }

    private static CaseTable<ImmutableList<String>> cash(String advance, String grant, String remittance) {
        return CaseTable.of(
                "treasury",
                ImmutableList.of(
                        row(entries(advance, ""), CashTerms.Kind.CASH_ADVANCE),
                        row(entries(grant, ""), CashTerms.Kind.GRANT),
                        row(entries(remittance, ""), CashTerms.Kind.REMITTANCE)),
                CashTerms.Kind.class);
    }

    /** What is sent ahead of the settlement stands between both levels; what needs none does not. */
    private static CaseTable<ImmutableList<String>> advanced() {
        return CaseTable.of(
                "memorandum",
                ImmutableList.of(
                        row(ImmutableList.of("M-L02 raise"), CashTerms.Kind.CASH_ADVANCE),
                        row(ImmutableList.of(), CashTerms.Kind.GRANT),
                        row(ImmutableList.of(), CashTerms.Kind.REMITTANCE)),
                CashTerms.Kind.class);
    }

    private static CaseTable<ImmutableList<String>> between() {
        return settled("memorandum", ImmutableList.of("M-L02 lower"), ImmutableList.of("M-L02 raise"));
    }

    private static CaseTable<ImmutableList<String>> settled(
            String ledger, ImmutableList<String> grant, ImmutableList<String> remittance) {
        return CaseTable.of(
                ledger,
                ImmutableList.of(
                        row(grant, SettlementTerms.Kind.GRANT), row(remittance, SettlementTerms.Kind.REMITTANCE)),
                SettlementTerms.Kind.class);
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, MEMORANDUM, lines);
    }

    private static PostingRule financial(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.TREASURY, Basis.FINANCIAL, source, lines);
    }

    private static PostingRule budget(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.TREASURY, Basis.BUDGETARY, source, lines);
    }
}
