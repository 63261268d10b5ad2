package org.fiscalloop.allotment;

import java.util.Optional;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;

/**
 * What the controls of an allotment look at.
 *
 * @param terms what stands on the allotment
 * @param amount in fen, that the command is about
 * @param facts the input and what may be read
 */
record AllotmentCase(AllotmentTerms terms, long amount, Case facts) {
    /** The case of an allotment as a whole. */
    static AllotmentCase of(AllotmentTerms terms, Case facts) {
        return new AllotmentCase(terms, Fen.of(terms.amount()), facts);
    }

    Optional<BudgetLine> line() {
        return facts.find(terms.line());
    }

    Optional<Allotment> parent() {
        return terms.parent().flatMap(facts::find);
    }

    /** The elements of the document that it draws on: the allotment it was split from, or else its line. */
    Optional<Elements> drawnOn() {
        return parent().map(parent -> parent.terms().elements())
                .or(() -> line().map(line -> line.terms().elements()));
    }
}
