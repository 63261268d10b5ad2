package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
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
        return sum(line -> line.treatment() == Treatment.CARRY);
    }

    /** How much of it lapses (结余数), in yuan. */
    default Money lapsed() {
        return sum(line -> line.treatment() == Treatment.LAPSE);
    }

    /** How much of what lapses is taken back (收回数), in yuan; what is an agency's own stays with it. */
    default Money recovered() {
        return sum(
                line -> line.treatment() == Treatment.LAPSE && !line.recovery().equals(Optional.of(Recovery.AGENCY)));
    }

    private Money sum(Predicate<Line> which) {
        long sum = 0;
        for (Line line : lines()) {
            sum = Fen.add(sum, which.test(line) ? line.fen() : 0);
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
     * @param ruling what they make of it
     */
    record Line(
            Remainder remainder,
            Id<BudgetLine> line,
            Optional<Id<Allotment>> allotment,
            Money amount,
            Classified facts,
            Ruling ruling) {
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

        /** Code of the row of the rules that decided; empty in records that are older than the rows. */
        public String rule() {
            return ruling.rule();
        }

        /** What becomes of it. */
        public Treatment treatment() {
            return ruling.treatment();
        }

        /** Where it goes if it lapses; none in records that are older than the rows. */
        public Optional<Recovery> recovery() {
            return ruling.recovery();
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
     * @param book whose money it is: which budget's, the special account's, the agency's own
     */
    record Classified(ProjectNature nature, SpendingKind spending, CarryTerm term, ProjectEnd end, FundBook book) {
        /** The answers by the name of the question. */
        ImmutableMap<String, String> answers() {
            ImmutableMap.Builder<String, String> answers = ImmutableMap.builder();
            for (Enum<?> answer : ImmutableList.of(nature, spending, term, end, book)) {
                answers.put(answer.getDeclaringClass().getSimpleName(), answer.name());
            }
            return answers.buildOrThrow();
        }
    }

    /**
     * What the rules make of an amount.
     *
     * @param rule code of the row that decided; empty in records that are older than the rows
     * @param treatment what becomes of it
     * @param recovery where it goes if it lapses; none in records that are older than the rows
     */
    record Ruling(String rule, Treatment treatment, Optional<Recovery> recovery) {
        /** What goes on is not recovered. */
        public Ruling {
            if (treatment == Treatment.CARRY && recovery.isPresent()) {
                throw new IllegalArgumentException("what goes on is not recovered: " + rule + " " + recovery);
            }
        }
    }
}
