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
import org.fiscalloop.bankcollection.BankCollectionPostings;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Measure;

/** What demands of banks and their payments post, all of it in the memorandum ledger: a demand is free, named, paid or refunded. */
final class BankCollectionRows {
    private static final Source DEMANDS = Source.own("the memorandum ledger keeps what became of a demand of a bank");

    private static final PostingRule RAISED = rule("MU-01 raise", debit("DEMANDS_FREE"), credit("DEMANDS_RAISED"));
    private static final PostingRule NAMED = rule("MU-02 name", debit("DEMANDS_NAMED"), credit("DEMANDS_FREE"));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            RAISED,
            RAISED.opposite("MU-01 refuse", DEMANDS),
            NAMED,
            NAMED.opposite("MU-02 release", DEMANDS),
            rule("MU-03 pay", debit("DEMANDS_PAID"), credit("DEMANDS_NAMED")),
            rule("MU-04 refund", debit("DEMANDS_REFUNDED"), credit("DEMANDS_PAID")));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(BankCollectionPostings.RAISED.name(), memorandumOnly("MU-01 raise"))
                    .put(BankCollectionPostings.REFUSED.name(), memorandumOnly("MU-01 refuse"))
                    .put(BankCollectionPostings.NAMED.name(), memorandumOnly("MU-02 name"))
                    .put(BankCollectionPostings.RELEASED.name(), memorandumOnly("MU-02 release"))
                    .put(BankCollectionPostings.PAID.name(), memorandumOnly("MU-03 pay"))
                    .put(BankCollectionPostings.REFUNDED.name(), memorandumOnly("MU-04 refund"))
                    .buildOrThrow();

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES = ImmutableMap.of(
            "bank-collection.free", ImmutableList.of(kept("free", "DEMANDS_FREE")),
            "bank-collection.named", ImmutableList.of(kept("named", "DEMANDS_NAMED")),
            "bank-collection.paid", ImmutableList.of(kept("paid", "DEMANDS_PAID")));

    private BankCollectionRows() {}

    private static PostingRule rule(String id, RuleLine... lines) {
        return Rows.rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, DEMANDS, lines);
    }
}
