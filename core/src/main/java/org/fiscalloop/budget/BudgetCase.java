package org.fiscalloop.budget;

import java.util.Optional;
import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;

/**
 * What the controls of a budget line look at.
 *
 * @param terms what stands on the line after the command
 * @param change in fen, by which the line grows, or shrinks if negative
 * @param approval number of the document that approved an adjustment, otherwise empty
 * @param facts the input and what may be read
 */
record BudgetCase(BudgetTerms terms, long change, String approval, Case facts) {
    /** The case of a line that is asked for with its whole amount. */
    static BudgetCase of(BudgetTerms terms, Case facts) {
        return new BudgetCase(terms, Fen.of(terms.amount()), "", facts);
    }

    Elements elements() {
        return terms.elements();
    }

    /** The project that the line draws on, if there is one with that code. */
    Optional<Project> project() {
        return facts.find(Project.id(elements().project()));
    }
}
