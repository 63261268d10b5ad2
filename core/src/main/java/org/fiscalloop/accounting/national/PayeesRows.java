package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.kept;
import static org.fiscalloop.accounting.national.Rows.memorandumOnly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.payees.PayeesPostings;

/**
 * What payee lists and their payments post, all of it in the memorandum ledger: a confirmed list is free, named by a request, or
 * paid; what comes back of a detail leaves what is paid of its list, and stands under the detail until another list pays it again.
 */
final class PayeesRows {
    private static final Source LISTS =
            Source.own("the memorandum ledger keeps what became of a payee list and its details");

    private static final PostingRule CONFIRMED = rule("MP-01 confirm", debit("LISTS_FREE"), credit("LISTS_CONFIRMED"));
    private static final PostingRule NAMED = rule("MP-02 name", debit("LISTS_NAMED"), credit("LISTS_FREE"));
    private static final PostingRule PAID_AGAIN =
            rule("MP-05 pay again", debit("DETAILS_PAID_AGAIN"), credit("DETAILS_RETURNED"));
    private static final PostingRule REIMBURSED =
            rule("MP-06 reimburse", debit("CONSUMPTIONS_REIMBURSED"), credit("LISTS_CONFIRMED"));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            CONFIRMED,
            CONFIRMED.opposite("MP-01 give up", LISTS),
            NAMED,
            NAMED.opposite("MP-02 release", LISTS),
            rule("MP-03 pay", debit("LISTS_PAID"), credit("LISTS_NAMED")),
            rule("MP-04 return", debit("DETAILS_RETURNED", PayeesPostings.DETAIL), credit("LISTS_PAID")),
            PAID_AGAIN,
            PAID_AGAIN.opposite("MP-05 not pay again", LISTS),
            REIMBURSED,
            REIMBURSED.opposite("MP-06 not reimburse", LISTS));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(PayeesPostings.CONFIRMED.name(), memorandumOnly("MP-01 confirm"))
                    .put(PayeesPostings.GIVEN_UP.name(), memorandumOnly("MP-01 give up"))
                    .put(PayeesPostings.NAMED.name(), memorandumOnly("MP-02 name"))
                    .put(PayeesPostings.RELEASED.name(), memorandumOnly("MP-02 release"))
                    .put(PayeesPostings.PAID.name(), memorandumOnly("MP-03 pay"))
                    .put(PayeesPostings.RETURNED.name(), memorandumOnly("MP-04 return"))
                    .put(PayeesPostings.PAID_AGAIN.name(), memorandumOnly("MP-05 pay again"))
                    .put(PayeesPostings.NOT_PAID_AGAIN.name(), memorandumOnly("MP-05 not pay again"))
                    .put(PayeesPostings.REIMBURSED.name(), memorandumOnly("MP-06 reimburse"))
                    .put(PayeesPostings.NOT_REIMBURSED.name(), memorandumOnly("MP-06 not reimburse"))
                    .buildOrThrow();

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "payees.free", ImmutableList.of(kept("free", "LISTS_FREE")),
            "payees.named", ImmutableList.of(kept("named", "LISTS_NAMED")),
            "payees.paid", ImmutableList.of(kept("paid", "LISTS_PAID")),
            "payees.repayable", ImmutableList.of(kept("come back", "DETAILS_RETURNED")),
            "payees.returned",
                    ImmutableList.of(kept("come back", "DETAILS_RETURNED"), kept("paid again", "DETAILS_PAID_AGAIN")),
            "payees.reimbursed", ImmutableList.of(kept("reimbursed", "CONSUMPTIONS_REIMBURSED")));

    private PayeesRows() {}

    private static PostingRule rule(String id, RuleLine... lines) {
        return Rows.rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, LISTS, lines);
    }
}
