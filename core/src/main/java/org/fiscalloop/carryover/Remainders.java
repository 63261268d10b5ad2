package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverTerms.Classified;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.flow.Case;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;

/**
 * What is left of an agency's year, amount by amount, and what the rules make of each: budget lines first, then allotments, by
 * their ids.
 */
final class Remainders {
    /** 预算指标账, in which all that is left stands. */
    private static final LedgerId ALLOTMENTS = new LedgerId("allotment");

    private final Case c;
    private final ImmutableList.Builder<Line> lines = ImmutableList.builder();
    private final ImmutableList.Builder<Overspent> overspent = ImmutableList.builder();

    /**
     * All that is left, and what cannot be.
     *
     * @param lines what is left, amount by amount
     * @param overspent allotments from which more was spent than they had, by their ids
     */
    record Found(ImmutableList<Line> lines, ImmutableList<Overspent> overspent) {}

    /**
     * An allotment from which more was spent than it had, because others of its level of control had room.
     *
     * @param fen by how much, in fen
     */
    record Overspent(Id<Allotment> allotment, long fen) {}

    private Remainders(Case c) {
        this.c = c;
    }

    /** What is left of the year before the one carried into. */
    static Found of(CarryOverTerms terms, Case c) {
        SortedSet<String> lines = new TreeSet<>();
        SortedSet<String> allotments = new TreeSet<>();
        for (Balances.Kept kept : c.reads().balances(ALLOTMENTS, CarryOverCase.year(terms))) {
            Segments at = kept.key().segments();
            String allotment = at.value(Dimensions.ALLOTMENT);
            String line = at.value(Dimensions.LINE);
            if (!allotment.isEmpty()) {
                allotments.add(allotment);
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        Remainders left = new Remainders(c);
        lines.forEach(line -> left.take(found(BudgetLine.id(line), c)));
        allotments.forEach(allotment -> left.take(found(Allotment.id(allotment), c)));
        return new Found(left.lines.build(), left.overspent.build());
    }

    private void take(BudgetLine line) {
        long fen = c.balance(CarryOverMeasure.UNALLOCATED, line.segments());
        Classified facts = classified(line.terms().elements(), line.terms().basis());
        add(Remainder.UNALLOCATED, BudgetLine.id(line.id().value()), Optional.empty(), fen, facts);
    }

    private void take(Allotment allotment) {
        Classified facts =
                classified(allotment.terms().elements(), allotment.terms().basis());
        add(Remainder.PENDING, AllotmentMeasure.PENDING, allotment, facts);
        add(Remainder.EXECUTABLE, AllotmentMeasure.AVAILABLE, allotment, facts);
        add(Remainder.FROZEN, AllotmentMeasure.FROZEN, allotment, facts);
    }

    private void add(Remainder remainder, AllotmentMeasure measure, Allotment allotment, Classified facts) {
        add(
                remainder,
                allotment.terms().line(),
                Optional.of(Allotment.id(allotment.id().value())),
                c.balance(measure, allotment.segments()),
                facts);
    }

    private void add(
            Remainder remainder, Id<BudgetLine> line, Optional<Id<Allotment>> allotment, long fen, Classified facts) {
        // Only where the level of control is above the allotment.
        if (fen < 0) {
            overspent.add(new Overspent(
                    allotment.orElseThrow(() -> new IllegalStateException(line + " has less than nothing left")),
                    Fen.negate(fen)));
        }
        if (fen > 0) {
            lines.add(new Line(
                    remainder,
                    line,
                    allotment,
                    Fen.money(fen),
                    facts,
                    c.rules(CarryOverFlow.RULES)
                            .treatments()
                            .answer(ImmutableList.of(
                                    facts.nature().name(),
                                    facts.spending().name(),
                                    facts.term().name(),
                                    facts.end().name()))));
        }
    }

    private Classified classified(Elements elements, YearBasis basis) {
        Project project = found(Project.id(elements.project()), c);
        return new Classified(
                nature(project),
                c.rules(ProjectFlow.RULES).spendingKind(project.terms().category()),
                basis.isCarried() ? CarryTerm.SECOND : CarryTerm.FIRST,
                project.hasEnded() ? ProjectEnd.ENDED : ProjectEnd.RUNNING);
    }

    private static ProjectNature nature(Project project) {
        if (project.terms().isResearch()) {
            return ProjectNature.RESEARCH;
        }
        return project.terms().isConstruction() ? ProjectNature.CONSTRUCTION : ProjectNature.ORDINARY;
    }

    /** A document that the books name. */
    static <D extends Document> D found(Id<D> id, Case c) {
        return c.find(id).orElseThrow(() -> new IllegalStateException("the books name what does not exist: " + id));
    }
}
