package org.fiscalloop.carryover;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverEvents.CarryOverCalculated;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.CodeChange;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.cashplan.PlanUse;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectPostings;

/** What happens when what is left of a year is calculated or confirmed, or why it does not. */
final class CarryOverDecider {
    private CarryOverDecider() {}

    static Decision<ImmutableList<Happening>> calculate(CalculateCarryOver body, Case c) {
        CarryOverTerms terms = body.terms();
        return calculated(terms, CarryOverAction.CALCULATE, c);
    }

    static Decision<ImmutableList<Happening>> recalculate(Act act, Case c) {
        return calculated(c.document(CarryOver.class).terms(), CarryOverAction.RECALCULATE, c);
    }

    private static Decision<ImmutableList<Happening>> calculated(CarryOverTerms terms, CarryOverAction action, Case c) {
        Remainders.Found left = Remainders.of(terms, c.rules(), c.reads());
        return examine(terms, left, action, c)
                .decide(() -> ImmutableList.of(Happening.of(new CarryOverCalculated(
                        c.move(),
                        ImmutableCarryOverTerms.builder()
                                .from(terms)
                                .lines(left.lines())
                                .build()))));
    }

    /** All that was calculated is booked, and what takes it in is made. */
    static Decision<ImmutableList<Happening>> confirm(Act act, Case c) {
        CarryOverTerms terms = c.document(CarryOver.class).terms();
        Findings findings = examine(terms, Remainders.of(terms, c.rules(), c.reads()), CarryOverAction.CONFIRM, c);
        CarryIn next = new CarryIn(terms.fiscalYear(), LocalDate.of(terms.fiscalYear(), Month.JANUARY, 1), c);
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (Line line : terms.lines()) {
            postings.addAll(
                    line.treatment() == Treatment.CARRY
                            ? carried(line, Left.of(line, c), next, c)
                            : lapsed(line, Left.of(line, c), next, c));
        }
        postings.addAll(recovered(terms, c));
        terms.lines().stream()
                .flatMap(line -> line.allotment().stream())
                .distinct()
                .forEach(allotment -> postings.addAll(PlanUse.lapsed(allotment, c)));
        return findings.and(next.findings())
                .decide(() -> new Happening(new Moved(c.move()), postings.build()))
                .flatMap(confirmed -> next.happenings()
                        .map(made -> ImmutableList.<Happening>builder()
                                .add(confirmed)
                                .addAll(made)
                                .build()));
    }

    private static Findings examine(CarryOverTerms terms, Remainders.Found left, CarryOverAction action, Case c) {
        return c.rules(CarryOverFlow.RULES)
                .controls()
                .examine(action, new CarryOverCase(terms, left, c.on(), c.reads()));
    }

    /**
     * What an amount is left of.
     *
     * @param line its budget line
     * @param allotment its allotment, if it has been released
     * @param fund the treasury's book of its fund
     * @param expense the treasury's expense, if its code names one
     */
    private record Left(
            BudgetLine line, Optional<Allotment> allotment, FundBook fund, Optional<TreasuryExpense> expense) {
        static Left of(Line left, Case c) {
            BudgetLine line = Remainders.found(left.line(), c.reads());
            Optional<Allotment> allotment = left.allotment().map(id -> Remainders.found(id, c.reads()));
            Elements elements = elements(line, allotment);
            TreasuryCodes codes = c.rules(TreasuryCodes.KEY);
            return new Left(
                    line,
                    allotment,
                    codes.book(elements.fund()),
                    codes.treasuryExpenses().find(elements.governmentEconomic()));
        }

        private static Elements elements(BudgetLine line, Optional<Allotment> allotment) {
            return allotment
                    .map(found -> found.terms().elements())
                    .orElseGet(() -> line.terms().elements());
        }

        Elements elements() {
            return elements(line, allotment);
        }

        YearBasis basis() {
            return allotment
                    .map(found -> found.terms().basis())
                    .orElseGet(() -> line.terms().basis());
        }

        Segments segments() {
            return allotment.map(Allotment::segments).orElseGet(line::segments);
        }

        /** What is not paid from the treasury is booked by neither; what was carried over before keeps who booked it. */
        YearBasis next(CarryTerm term, CarryOverRules rules) {
            if (term == CarryTerm.SECOND) {
                return basis();
            }
            boolean isOfTreasury = fund.isOfTreasury() && expense.isPresent();
            return YearBasis.carried(isOfTreasury && rules.treasuryAccrues(), isOfTreasury && rules.agencyRecognises());
        }
    }

    private static ImmutableList<Posting> carried(Line line, Left left, CarryIn next, Case c) {
        YearBasis basis = left.next(line.facts().term(), c.rules(CarryOverFlow.RULES));
        Segments own = next.block(left.segments(), left.elements());
        Segments nextLine = next.line(left.line(), basis);
        Segments into = left.allotment()
                .map(allotment -> next.allotment(allotment, basis, line.fen()))
                .orElse(nextLine);
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(Posting.of(
                CarryOverPostings.CARRIED,
                ImmutableList.of(line.remainder()),
                line.fen(),
                own,
                block(left.line(), next),
                into,
                nextLine));
        postings.add(Posting.of(
                CarryOverPostings.RECOGNISED,
                ImmutableList.of(
                        line.facts().term(),
                        basis,
                        line.facts().spending(),
                        left.fund(),
                        left.expense().orElse(TreasuryExpense.OTHER)),
                line.fen(),
                own));
        recoded(line, left, basis, into, next).ifPresent(postings::add);
        return postings.build();
    }

    /** What the year before has booked stands under the codes of that year. */
    private static Optional<Posting> recoded(Line line, Left left, YearBasis basis, Segments into, CarryIn next) {
        Elements before = next.inYear(left.elements());
        Elements after = next.converted(left.elements());
        CodeChange change = after.agency().equals(before.agency()) ? CodeChange.SAME_AGENCY : CodeChange.OTHER_AGENCY;
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(Posting.of(
                        CarryOverPostings.RECODED,
                        ImmutableList.of(basis, change),
                        line.fen(),
                        into,
                        next.block(Dimensions.segments(before), before)));
    }

    /** What lapses goes back to the reserve of its project, and leaves that at once if the project has ended. */
    private static ImmutableList<Posting> lapsed(Line line, Left left, CarryIn next, Case c) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(Posting.of(
                CarryOverPostings.LAPSED,
                ImmutableList.of(line.remainder(), left.basis(), left.fund()),
                line.fen(),
                next.block(left.segments(), left.elements()),
                block(left.line(), next)));
        Project project = Remainders.found(Project.id(left.elements().project()), c.reads());
        if (project.hasEnded()) {
            postings.add(Posting.of(ProjectPostings.RELEASED, line.fen(), project.segments()));
        }
        return postings.build();
    }

    /** What lapses of a fund goes where the rules say, in one amount for each: the division's money, of no agency. */
    private static ImmutableList<Posting> recovered(CarryOverTerms terms, Case c) {
        Map<String, Long> byFund = new TreeMap<>();
        Map<String, Recovery> goesTo = new TreeMap<>();
        for (Line line : terms.lines()) {
            line.recovery().ifPresent(recovery -> {
                String fund = Left.of(line, c).elements().fund();
                byFund.merge(fund, line.fen(), Fen::add);
                goesTo.put(fund, recovery);
            });
        }
        Segments general = ofDivision(terms, c.rules(CarryOverFlow.RULES).generalFund());
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        byFund.forEach((fund, fen) -> postings.add(Posting.of(
                CarryOverPostings.RECOVERED,
                ImmutableList.of(requireNonNull(goesTo.get(fund))),
                fen,
                ofDivision(terms, fund),
                general)));
        return postings.build();
    }

    private static Segments ofDivision(CarryOverTerms terms, String fund) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.YEAR, Integer.toString(terms.fiscalYear() - 1),
                Dimensions.FUND, fund));
    }

    private static Segments block(BudgetLine line, CarryIn next) {
        return next.block(line.segments(), line.terms().elements());
    }

    static Terms evolve(CarryOverCalculated event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
