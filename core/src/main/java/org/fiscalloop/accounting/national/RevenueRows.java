package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.accounting.national.Rows.kept;
import static org.fiscalloop.accounting.national.Rows.rule;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.collection.CollectionPostings;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.incomebudget.IncomeBudgetPostings;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.revenue.RevenuePostings;

/** The nation's posting rules and case tables of what comes in: into the treasury, into the special account, and its budget. */
final class RevenueRows {
    private static final String BUDGET = RevenuePostings.BUDGET;

    private static final Source TREASURY_F = Source.uncertain("财库〔2022〕41号 《财政总会计制度》: names known, codes uncertain");
    private static final Source TREASURY_B =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: by analogy with the sourced 专户 entries");
    private static final Source SPECIAL =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 财政专户管理资金收入 against 其他财政存款; codes uncertain");
    private static final Source CASH =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 国库现金管理资产; no budgetary entry but for what it earns");
    private static final Source MEMORANDUM =
            Source.own("the execution of the revenue budget is read by key and never counted");

    private static final Source BILLS = Source.own("no more of a bill goes back than was paid of it");

    private static final PostingRule T_01_F =
            treasury("T-01/F", TREASURY_F, debit("TREASURY_DEPOSITS"), credit("{REVENUE}"));
    private static final PostingRule T_01_B =
            budget("T-01/B", TREASURY_B, debit("TREASURY_CASH"), credit("{BUDGET_REVENUE}"));
    private static final PostingRule T_33_F =
            treasury("T-33/F", SPECIAL, debit("OTHER_FISCAL_DEPOSITS"), credit("FISCAL_SPECIAL_ACCOUNT_INCOME"));
    private static final PostingRule T_33_B =
            budget("T-33/B", SPECIAL, debit("SPECIAL_ACCOUNT_CASH"), credit("FISCAL_SPECIAL_ACCOUNT_REVENUE"));
    private static final PostingRule T_34_F =
            treasury("T-34/F", CASH, debit("TREASURY_CASH_MANAGEMENT_ASSETS"), credit("TREASURY_DEPOSITS"));
    private static final PostingRule M_BUDGET =
            memorandum("M-71 budget", debit("REVENUE_BUDGET_APPROVED"), credit("REVENUE_BUDGETS"));
    private static final PostingRule M_RAISED =
            memorandum("M-71 raise", debit("REVENUE_BUDGET_ADJUSTED"), credit("REVENUE_BUDGETS"));
    private static final PostingRule M_RECEIVED =
            memorandum("M-72 received", debit("REVENUE_RECEIVED", BUDGET), credit("REVENUE_EXECUTED", BUDGET));

    private static final PostingRule M_NOT_ENTERED =
            memorandum("M-75 not entered", debit("BILLS_NOT_ENTERED"), credit("BILLS_TO_ENTER"));
    private static final PostingRule M_HELD =
            memorandum("M-76 hold", debit("BILLS_REFUNDS_HELD"), credit("BILLS_REFUNDABLE"));

    /** The posting rules. */
    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            T_01_F,
            T_01_B,
            T_01_F.decreasing("T-01/F red"),
            T_01_B.decreasing("T-01/B red"),
            T_33_F,
            T_33_B,
            T_33_F.decreasing("T-33/F red"),
            T_33_B.decreasing("T-33/B red"),
            T_01_F.opposite("T-02/F", TREASURY_F),
            T_01_B.opposite("T-02/B", TREASURY_B),
            T_33_F.opposite("T-33/F refund", SPECIAL),
            T_33_B.opposite("T-33/B refund", SPECIAL),
            T_34_F,
            T_34_F.opposite("T-34/F return", CASH),
            M_BUDGET,
            M_RAISED,
            M_RAISED.decreasing("M-71 lower"),
            M_RECEIVED,
            M_RECEIVED.decreasing("M-72 red"),
            memorandum("M-73 refunded", debit("REVENUE_REFUNDED", BUDGET), credit("REVENUE_EXECUTED", BUDGET)),
            memorandum("M-74 paid in", debit("BILLS_REFUNDABLE"), credit("BILLS_PAID")),
            M_NOT_ENTERED,
            M_NOT_ENTERED.opposite("M-75 entered", BILLS),
            M_HELD,
            M_HELD.opposite("M-76 release", BILLS),
            memorandum("M-76 settle", debit("BILLS_PAID"), credit("BILLS_REFUNDS_HELD")));

    /** Which rules each kind of posting sets off. */
    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(
                            RevenuePostings.RECEIVED.name(),
                            ImmutableList.of(
                                    byBook(ImmutableList.of("T-01/F", "T-01/B"), ImmutableList.of("T-33/F", "T-33/B")),
                                    always("memorandum", "M-72 received")))
                    .put(
                            RevenuePostings.TAKEN_BACK.name(),
                            ImmutableList.of(
                                    byBook(
                                            ImmutableList.of("T-01/F red", "T-01/B red"),
                                            ImmutableList.of("T-33/F red", "T-33/B red")),
                                    always("memorandum", "M-72 red")))
                    .put(
                            CollectionPostings.REFUNDED.name(),
                            ImmutableList.of(
                                    byBook(
                                            ImmutableList.of("T-02/F", "T-02/B"),
                                            ImmutableList.of("T-33/F refund", "T-33/B refund")),
                                    always("memorandum", "M-73 refunded")))
                    .put(
                            CollectionPostings.PAID_IN.name(),
                            ImmutableList.of(always("memorandum", "M-74 paid in", "M-75 not entered")))
                    .put(CollectionPostings.ENTERED.name(), ImmutableList.of(always("memorandum", "M-75 entered")))
                    .put(CollectionPostings.HELD.name(), ImmutableList.of(always("memorandum", "M-76 hold")))
                    .put(CollectionPostings.RELEASED.name(), ImmutableList.of(always("memorandum", "M-76 release")))
                    .put(CollectionPostings.SETTLED.name(), ImmutableList.of(always("memorandum", "M-76 settle")))
                    .put(RevenuePostings.PLACED.name(), ImmutableList.of(always("treasury", "T-34/F")))
                    .put(RevenuePostings.RETURNED.name(), ImmutableList.of(always("treasury", "T-34/F return")))
                    .put(IncomeBudgetPostings.ENACTED.name(), ImmutableList.of(always("memorandum", "M-71 budget")))
                    .put(IncomeBudgetPostings.RAISED.name(), ImmutableList.of(always("memorandum", "M-71 raise")))
                    .put(IncomeBudgetPostings.LOWERED.name(), ImmutableList.of(always("memorandum", "M-71 lower")))
                    .buildOrThrow();

    /** The accounts behind each measure. */
    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "income-budget.budgeted",
            ImmutableList.of(kept("approved", "REVENUE_BUDGET_APPROVED"), kept("adjusted", "REVENUE_BUDGET_ADJUSTED")),
            "income-budget.received",
            ImmutableList.of(kept("received", "REVENUE_RECEIVED")),
            "income-budget.refunded",
            ImmutableList.of(kept("refunded", "REVENUE_REFUNDED")),
            "collection.refundable",
            ImmutableList.of(kept("refundable", "BILLS_REFUNDABLE")),
            "collection.not-entered",
            ImmutableList.of(kept("paid, not entered", "BILLS_NOT_ENTERED")));

    private RevenueRows() {}

    /** What goes into the special account is booked there, what else the treasury takes in is booked in the treasury. */
    private static CaseTable<ImmutableList<String>> byBook(
            ImmutableList<String> treasury, ImmutableList<String> specialAccount) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (FundBook book : FundBook.values()) {
            rows.add(row(book == FundBook.SPECIAL_ACCOUNT ? specialAccount : treasury, book));
        }
        return CaseTable.of("treasury", rows.build(), FundBook.class);
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
}
