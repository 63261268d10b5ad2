package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.rule;
import static org.fiscalloop.decision.CaseTable.ANY;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.agencyincome.AgencyIncomePostings;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Nature;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Purpose;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Treatment;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Measure;

/** What an agency's own income posts: in its books on both bases, and what is still to be settled. */
final class AgencyIncomeRows {
    private static final String CLAIM = AgencyIncomePostings.CLAIM;

    private static final Source SYSTEM =
            Source.certain("财会〔2017〕25号 《政府会计制度》: 收入 by kind; financial income without output tax");
    private static final Source TREASURY = Source.certain("财会〔2017〕25号 《政府会计制度》: 2103 应缴财政款, no budgetary entry");
    private static final Source PASSING = Source.certain("财会〔2017〕25号 《政府会计制度》: 2307 其他应付款, no budgetary entry");
    private static final Source NEXT =
            Source.certain("财会〔2019〕13号 解释第1号: 2307 until the next year, then income in one amount");
    private static final Source OWN = Source.own("no more of a part is settled than was claimed");

    private static final PostingRule TO_SETTLE = rule(
            "M-91 to settle",
            Ledgers.MEMORANDUM,
            Basis.CONTROL,
            OWN,
            debit("INCOME_TO_SETTLE", CLAIM),
            credit("INCOME_CLAIMED", CLAIM));
    private static final PostingRule U_61_F =
            financial("U-61/F", TREASURY, debit("BANK_DEPOSITS"), credit("AMOUNTS_PAYABLE_TO_THE_TREASURY"));
    private static final PostingRule U_PASSING =
            financial("U-63/F passing", PASSING, debit("BANK_DEPOSITS"), credit("OTHER_PAYABLES"));

    /** The posting rules. */
    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            financial("U-60/F", SYSTEM, debit("BANK_DEPOSITS"), credit("{AGENCY_INCOME}")),
            financial("U-60/F tax", SYSTEM, debit("BANK_DEPOSITS"), credit("VAT_TAX_PAYABLE")),
            budgetary("U-60/B", SYSTEM, debit("MONETARY_FUNDS"), credit("{AGENCY_BUDGET_INCOME}")),
            U_61_F,
            U_61_F.opposite("U-61/F remitted", TREASURY),
            financial("U-62/F", SYSTEM, debit("BANK_DEPOSITS"), credit("ADVANCES_RECEIVED")),
            financial("U-62/F income", SYSTEM, debit("ADVANCES_RECEIVED"), credit("{AGENCY_INCOME}")),
            financial("U-63/F", NEXT, debit("BANK_DEPOSITS"), credit("OTHER_PAYABLES")),
            financial("U-63/F income", NEXT, debit("OTHER_PAYABLES"), credit("{AGENCY_INCOME}")),
            U_PASSING,
            U_PASSING.opposite("U-63/F passed on", PASSING),
            TO_SETTLE,
            TO_SETTLE.opposite("M-91 settle", OWN));

    /** The accounts that natures of income mean. */
    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            CaseTable.of(
                    "AGENCY_INCOME",
                    ImmutableList.of(
                            row("OPERATING_INCOME", Nature.SERVICE),
                            row("BUSINESS_INCOME", Nature.BUSINESS),
                            row("SUBSIDIES_FROM_SUPERIOR_AGENCIES", Nature.SUPERIOR),
                            row("REMITTANCES_FROM_SUBSIDIARY_AGENCIES", Nature.SUBSIDIARY),
                            row("FISCAL_APPROPRIATION_INCOME_FROM_OTHER_LEVELS", Nature.OTHER_LEVEL),
                            row("DONATION_INCOME", Nature.DONATION),
                            row("INTEREST_INCOME", Nature.INTEREST),
                            row("RENTAL_INCOME", Nature.RENT),
                            row("OTHER_INCOME", Nature.OTHER)),
                    Nature.class),
            CaseTable.of(
                    "AGENCY_BUDGET_INCOME",
                    ImmutableList.of(
                            row("OPERATING_BUDGET_INCOME_EARMARKED", Nature.SERVICE, Purpose.EARMARKED),
                            row("OPERATING_BUDGET_INCOME_NON_EARMARKED", Nature.SERVICE, Purpose.NON_EARMARKED),
                            row("BUSINESS_BUDGET_INCOME", Nature.BUSINESS, ANY),
                            row("BUDGET_INCOME_SUBSIDIES_FROM_SUPERIOR", Nature.SUPERIOR, ANY),
                            row("BUDGET_INCOME_REMITTANCES_FROM_SUBSIDIARIES", Nature.SUBSIDIARY, ANY),
                            row("FISCAL_APPROPRIATION_BUDGET_INCOME_FROM_OTHER_LEVELS", Nature.OTHER_LEVEL, ANY),
                            row("DONATION_BUDGET_INCOME", Nature.DONATION, ANY),
                            row("INTEREST_BUDGET_INCOME", Nature.INTEREST, ANY),
                            row("RENTAL_BUDGET_INCOME", Nature.RENT, ANY),
                            row("OTHER_BUDGET_INCOME_EARMARKED", Nature.OTHER, Purpose.EARMARKED),
                            row("OTHER_BUDGET_INCOME_NON_EARMARKED", Nature.OTHER, Purpose.NON_EARMARKED)),
                    Nature.class,
                    Purpose.class));

    /** Which rules each kind of posting sets off. */
    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES = ImmutableMap.of(
            AgencyIncomePostings.CLAIMED.name(),
            ImmutableList.of(byTreatment("agency", "U-60/F", "U-62/F", "U-63/F", "U-61/F", "U-63/F passing")),
            AgencyIncomePostings.TAXED.name(),
            ImmutableList.of(CaseTable.always("agency", ImmutableList.of("U-60/F tax"))),
            AgencyIncomePostings.BUDGETED.name(),
            ImmutableList.of(
                    byTreatment("agency", "U-60/B", "U-60/B", "", "", ""),
                    byTreatment(
                            "memorandum", "", "M-91 to settle", "M-91 to settle", "M-91 to settle", "M-91 to settle")),
            AgencyIncomePostings.SETTLED.name(),
            ImmutableList.of(
                    byTreatment(
                            "financial", "", "U-62/F income", "U-63/F income", "U-61/F remitted", "U-63/F passed on"),
                    byTreatment("budgetary", "", "", "U-60/B", "", ""),
                    CaseTable.always("memorandum", ImmutableList.of("M-91 settle"))));

    /** The accounts behind each measure. */
    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "agency-income.to-settle",
            ImmutableList.of(Measure.Term.plus("to settle", new Meaning(Ledgers.MEMORANDUM, "INCOME_TO_SETTLE"))));

    private AgencyIncomeRows() {}

    /** One rule for each treatment in their order; an empty one is none. */
    private static CaseTable<ImmutableList<String>> byTreatment(String name, String... rules) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        Treatment[] treatments = Treatment.values();
        for (int i = 0; i < treatments.length; i++) {
            rows.add(row(rules[i].isEmpty() ? ImmutableList.of() : ImmutableList.of(rules[i]), treatments[i]));
        }
        return CaseTable.of(name, rows.build(), Treatment.class);
    }

    private static PostingRule financial(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.AGENCY, Basis.FINANCIAL, source, lines);
    }

    private static PostingRule budgetary(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.AGENCY, Basis.BUDGETARY, source, lines);
    }
}
