package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.SpendingKind;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What is left of an agency's year and what becomes of it (BA_BGT_CARRYOVERS 结转, BA_BGT_BALANCE 结余), as it was calculated
 * last. The fiscal year is the one carried into.
 */
@Value.Immutable
public interface CarryOverTerms extends Terms {
    /** What is left, by line and allotment; empty where nothing is. */
    ImmutableList<Line> lines();

    /** How much of it goes on (结转数), in yuan. */
    default Money carried() {
        return sum(Treatment.CARRY);
    }

    /** How much of it lapses (结余数), in yuan. */
    default Money lapsed() {
        return sum(Treatment.LAPSE);
    }

    private Money sum(Treatment treatment) {
        long sum = 0;
        for (Line line : lines()) {
            sum = Fen.add(sum, line.treatment() == treatment ? line.fen() : 0);
        }
        return Fen.money(sum);
    }

    /**
     * One amount that is left.
     *
     * @param remainder where in the allotment ledger
     * @param line the budget line it is of
     * @param allotment the allotment it is of, if it has been released
     * @param amount how much, in yuan, more than nothing
     * @param facts what the rules looked at
     * @param treatment what they make of it
     */
    record Line(
            Remainder remainder,
            Id<BudgetLine> line,
            Optional<Id<Allotment>> allotment,
            Money amount,
            Classified facts,
            Treatment treatment) {
        /** An amount is of an allotment exactly where it has been released, and is something. */
        public Line {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what is left of " + line + " must be positive: " + amount);
            }
            if (allotment.isPresent() == (remainder == Remainder.UNALLOCATED)) {
                throw new IllegalArgumentException(remainder + " of " + line + " must "
                        + (allotment.isPresent() ? "not " : "") + "name an allotment");
            }
        }

        /** The amount in fen. */
        long fen() {
            return Fen.of(amount);
        }
    }

    /**
     * What the rules look at.
     *
     * @param nature what the project is by its marks
     * @param spending basic or project expenditure
     * @param term for how long the amount has been left
     * @param end whether the project goes on
     */
    record Classified(ProjectNature nature, SpendingKind spending, CarryTerm term, ProjectEnd end) {}
}
