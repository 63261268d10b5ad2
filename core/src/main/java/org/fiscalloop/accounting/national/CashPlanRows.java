package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.cashplan.CashPlanPostings;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Measure;

/** What cash plans and their use post, all of it in the memorandum ledger. */
final class CashPlanRows {
    private static final Source PLAN = Source.own("the memorandum ledger keeps what is planned by allotment and month");

    private static final PostingRule APPROVED = rule("M-61 plan", debit("PLAN_LEFT"), credit("PLANS_APPROVED"));
    private static final PostingRule TAKEN =
            rule("M-62 take", debit("PLAN_TAKEN", CashPlanPostings.PAYMENT), credit("PLAN_LEFT"));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            APPROVED,
            APPROVED.opposite("M-61 reduce", PLAN),
            TAKEN,
            TAKEN.opposite("M-62 give back", PLAN),
            rule("M-63 lapse", debit("PLAN_LAPSED"), credit("PLAN_LEFT")));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES = ImmutableMap.of(
            CashPlanPostings.PLANNED.name(), always("M-61 plan"),
            CashPlanPostings.REDUCED.name(), always("M-61 reduce"),
            CashPlanPostings.TAKEN.name(), always("M-62 take"),
            CashPlanPostings.GIVEN_BACK.name(), always("M-62 give back"),
            CashPlanPostings.LAPSED.name(), always("M-63 lapse"));

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "cash-plan.planned", term("planned", "PLANS_APPROVED"),
            "cash-plan.left", term("plans left", "PLAN_LEFT"),
            "cash-plan.taken", term("taken", "PLAN_TAKEN"),
            "cash-plan.held", term("taken", "PLAN_TAKEN"));

    private CashPlanRows() {}

    private static ImmutableList<Measure.Term> term(String name, String account) {
        return ImmutableList.of(Measure.Term.plus(name, new Meaning(Ledgers.MEMORANDUM, account)));
    }

    private static ImmutableList<CaseTable<ImmutableList<String>>> always(String rule) {
        return ImmutableList.of(CaseTable.always("memorandum", ImmutableList.of(rule)));
    }

    private static PostingRule rule(String id, RuleLine... lines) {
        return new PostingRule(id, Ledgers.MEMORANDUM, Basis.CONTROL, PLAN, ImmutableList.copyOf(lines));
    }
}
