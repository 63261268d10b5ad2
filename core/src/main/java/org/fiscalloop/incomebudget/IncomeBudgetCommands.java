package org.fiscalloop.incomebudget;

import static java.util.Objects.requireNonNull;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What may be asked of a line of the revenue budget beside the acts without content. */
public final class IncomeBudgetCommands {
    /**
     * 收入预算录入: a line is filled in.
     *
     * @param budget the id that it shall have, as {@link IncomeBudget#id} makes it of the terms
     * @param terms what is filled in
     */
    public record CreateIncomeBudget(Id<IncomeBudget> budget, IncomeBudgetTerms terms) implements Body {
        @Override
        public Id<IncomeBudget> document() {
            return budget;
        }
    }

    /**
     * 收入预算修改: a line that has not been handed in is filled in again.
     *
     * @param budget the line
     * @param terms what is filled in now
     */
    public record ReviseIncomeBudget(Id<IncomeBudget> budget, IncomeBudgetTerms terms) implements Body {
        @Override
        public Id<IncomeBudget> document() {
            return budget;
        }
    }

    /**
     * 收入预算调整: a line that is in force is raised or lowered.
     *
     * @param budget the line
     * @param change what is added, or taken away if negative, in yuan; not zero
     * @param approval number of the document by which the standing committee approved it (批准文号)
     */
    public record AdjustIncomeBudget(Id<IncomeBudget> budget, Money change, String approval) implements Body {
        public AdjustIncomeBudget {
            requireNonNull(budget, "budget");
            requireNonNull(approval, "approval");
            if (change.isZero()) {
                throw new IllegalArgumentException("change of " + budget + " must not be zero: " + change);
            }
        }

        @Override
        public Id<IncomeBudget> document() {
            return budget;
        }
    }

    private IncomeBudgetCommands() {}
}
