package org.fiscalloop.budget;

import static java.util.Objects.requireNonNull;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What may be asked of a budget line beside the acts without content. */
public final class BudgetCommands {
    /**
     * 预算录入: a line is filled in.
     *
     * @param document the id that it shall have
     * @param terms what is filled in
     */
    public record CreateBudgetLine(Id<BudgetLine> document, BudgetTerms terms) implements Body {}

    /**
     * 预算修改: a line that has not been handed in is filled in again.
     *
     * @param document the line
     * @param terms what is filled in now
     */
    public record ReviseBudgetLine(Id<BudgetLine> document, BudgetTerms terms) implements Body {}

    /**
     * 预算调整: what has been appropriated is raised or lowered, and with it the total of the budget.
     *
     * @param document the line
     * @param change what is added, or taken away if negative, in yuan; not zero
     * @param approval number of the document by which the standing committee approved it (批准文号)
     */
    public record AdjustBudgetLine(Id<BudgetLine> document, Money change, String approval) implements Body {
        public AdjustBudgetLine {
            requireNonNull(document, "document");
            requireNonNull(approval, "approval");
            if (change.isZero()) {
                throw new IllegalArgumentException("change of " + document + " must not be zero: " + change);
            }
        }
    }

    private BudgetCommands() {}
}
