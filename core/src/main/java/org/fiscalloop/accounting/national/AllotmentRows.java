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
import org.fiscalloop.allotment.AllotmentPostings;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.virement.VirementFacets.LineChange;
import org.fiscalloop.virement.VirementPostings;

/**
 * The nation's posting rules, case tables and measures of what happens to issued allotments: what is issued before the budget and
 * its offset, and virement.
 */
final class AllotmentRows {
    private static final Source PRE_ISSUE =
            Source.uncertain("《预算法》 art. 54; 预拨, 核销: the entries and the account 预拨待核销 are the library's proposal");

    private static final PostingRule PRE_ISSUED =
            control("IND-05/pre-issue", PRE_ISSUE, debit("EXECUTABLE"), credit("PRE_ISSUED"));

    private static final Source VIREMENT =
            Source.uncertain("财办〔2022〕36号 《预算指标核算管理办法（试行）》: 调剂; the accounts below class level are proposed");
    private static final Source RESERVE =
            Source.own("between projects the receiving one gives of its reserve, and the giving one gets it back");

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            control("IND-08", VIREMENT, debit("{CHILD_ALLOTMENT}"), credit("{CHILD_ALLOTMENT}", VirementPostings.FROM)),
            control(
                    "IND-08/line",
                    VIREMENT,
                    debit("VIREMENT", VirementPostings.FROM_LINE),
                    credit("VIREMENT", VirementPostings.TO_LINE)),
            new PostingRule(
                    "M-05 vire",
                    Ledgers.MEMORANDUM,
                    Basis.CONTROL,
                    RESERVE,
                    ImmutableList.of(
                            debit("RELEASED_BUDGET", VirementPostings.TO_LINE),
                            credit("PROJECT_RESERVE", VirementPostings.TO_LINE),
                            debit("PROJECT_RESERVE", VirementPostings.FROM_LINE),
                            credit("RELEASED_BUDGET", VirementPostings.FROM_LINE))),
            PRE_ISSUED,
            PRE_ISSUED.opposite("IND-05/pre-issue/return", PRE_ISSUE),
            control("IND-05/offset", PRE_ISSUE, debit("PRE_ISSUED"), credit("EXECUTABLE", AllotmentPostings.FORMAL)));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES = ImmutableMap.of(
            VirementPostings.VIRED.name(),
            ImmutableList.of(
                    byLine("allotment", ImmutableList.of("IND-08"), ImmutableList.of("IND-08", "IND-08/line")),
                    byLine("memorandum", ImmutableList.of(), ImmutableList.of("M-05 vire"))),
            AllotmentPostings.PRE_ISSUED.name(),
            ImmutableList.of(always("allotment", "IND-05/pre-issue")),
            AllotmentPostings.PRE_ISSUE_REDUCED.name(),
            ImmutableList.of(always("allotment", "IND-05/pre-issue/return")),
            AllotmentPostings.OFFSET.name(),
            ImmutableList.of(always("allotment", "IND-05/offset")));

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES =
            ImmutableMap.<String, ImmutableList<Measure.Term>>builder()
                    .put("allotment.applied", ImmutableList.of(allotment("applied", "APPLIED")))
                    .put("allotment.paid", paid())
                    .put("allotment.pre-issued", preIssued())
                    .put(
                            "allotment.line-budgeted",
                            ImmutableList.of(
                                    kept("proposed", "LINE_PROPOSED"),
                                    kept("unreleased", "LINE_UNRELEASED"),
                                    kept("released", "RELEASED_BUDGET")))
                    .put("allotment.line-pre-issued", preIssued())
                    .put("allotment.line-pending", ImmutableList.of(allotment("pending", "PENDING")))
                    .put("allotment.line-paid", paid())
                    .put(
                            "allotment.line-unspent",
                            ImmutableList.of(
                                    kept("proposed", "LINE_PROPOSED"),
                                    kept("unreleased", "LINE_UNRELEASED"),
                                    allotment("pending", "PENDING"),
                                    allotment("executable", "EXECUTABLE"),
                                    allotment("frozen", "FROZEN")))
                    .put("budget.vired", ImmutableList.of(allotment("moved by virement", "VIREMENT")))
                    .put("carry-over.pre-issued", preIssued())
                    .put("closing.pre-issued", preIssued())
                    .buildOrThrow();

    private AllotmentRows() {}

    private static ImmutableList<Measure.Term> preIssued() {
        return ImmutableList.of(allotment("issued before the budget, to be offset", "PRE_ISSUED"));
    }

    private static ImmutableList<Measure.Term> paid() {
        return ImmutableList.of(
                allotment("paid from the treasury", "PAID_CENTRAL"),
                allotment("paid from special accounts", "PAID_SPECIAL_ACCOUNT"),
                allotment("paid from agency funds", "PAID_AGENCY_FUNDS"),
                allotment("paid otherwise", "PAID_OTHER"));
    }

    private static Measure.Term allotment(String name, String account) {
        return Measure.Term.plus(name, new Meaning(Ledgers.ALLOTMENT, account));
    }

    /** Where two lines change with their allotments something more is booked. */
    private static CaseTable<ImmutableList<String>> byLine(
            String name, ImmutableList<String> same, ImmutableList<String> other) {
        return CaseTable.of(
                name,
                ImmutableList.of(row(same, LineChange.SAME_LINE), row(other, LineChange.OTHER_LINE)),
                LineChange.class);
    }

    private static PostingRule control(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.ALLOTMENT, Basis.CONTROL, source, lines);
    }
}
