package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.memorandumOnly;
import static org.fiscalloop.accounting.national.Rows.terms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.cashplan.CashPlanPostings;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
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
            CashPlanPostings.PLANNED.name(), memorandumOnly("M-61 plan"),
            CashPlanPostings.REDUCED.name(), memorandumOnly("M-61 reduce"),
            CashPlanPostings.TAKEN.name(), memorandumOnly("M-62 take"),
            CashPlanPostings.GIVEN_BACK.name(), memorandumOnly("M-62 give back"),
            CashPlanPostings.LAPSED.name(), memorandumOnly("M-63 lapse"));

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "cash-plan.planned", terms(Ledgers.MEMORANDUM, "planned", "PLANS_APPROVED"),
            "cash-plan.left", terms(Ledgers.MEMORANDUM, "plans left", "PLAN_LEFT"),
            "cash-plan.taken", terms(Ledgers.MEMORANDUM, "taken", "PLAN_TAKEN"),
            "cash-plan.held", terms(Ledgers.MEMORANDUM, "taken", "PLAN_TAKEN"));

    private CashPlanRows() {}

    private static PostingRule rule(String id, RuleLine... lines) {
        return Rows.rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, PLAN, lines);
    }
}
