package org.fiscalloop.accounting.national;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Measure;

/** What the rows of the books are written with, whatever part of the business they are of. */
final class Rows {
    private Rows() {}

    /** A posting rule of these lines. */
    static PostingRule rule(String id, LedgerId ledger, Basis basis, Source source, RuleLine... lines) {
        return new PostingRule(id, ledger, basis, source, ImmutableList.copyOf(lines));
    }

    /** A case table by which a posting always makes the same rules of a ledger. */
    static CaseTable<ImmutableList<String>> always(String ledger, String... rules) {
        return CaseTable.always(ledger, ImmutableList.copyOf(rules));
    }

    /** The case tables of a posting that the memorandum ledger alone keeps, always by these rules. */
    static ImmutableList<CaseTable<ImmutableList<String>>> memorandumOnly(String... rules) {
        return ImmutableList.of(always("memorandum", rules));
    }

    /** What a measure adds: names and the meanings of accounts of a ledger, in turn. */
    static ImmutableList<Measure.Term> terms(LedgerId ledger, String... namesAndMeanings) {
        ImmutableList.Builder<Measure.Term> terms = ImmutableList.builder();
        for (int i = 0; i < namesAndMeanings.length; i += 2) {
            terms.add(Measure.Term.plus(namesAndMeanings[i], new Meaning(ledger, namesAndMeanings[i + 1])));
        }
        return terms.build();
    }

    /** What a measure adds of one account of the memorandum ledger. */
    static Measure.Term kept(String name, String meaning) {
        return Measure.Term.plus(name, new Meaning(Ledgers.MEMORANDUM, meaning));
    }
}
