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
import org.fiscalloop.carryover.CarryOverTerms.Ruling;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes;
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

    private final RuleSet rules;
    private final Reads reads;
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

    /**
     * What the rules see of a line or an allotment, and what they make of all that is left of it.
     *
     * @param facts what they look at
     * @param ruling what they make of it
     */
    private record Judged(Classified facts, Ruling ruling) {}

    private Remainders(RuleSet rules, Reads reads) {
        this.rules = rules;
        this.reads = reads;
    }

    /** What is left of the year before the one carried into. */
    static Found of(CarryOverTerms terms, RuleSet rules, Reads reads) {
        SortedSet<String> lines = new TreeSet<>();
        SortedSet<String> allotments = new TreeSet<>();
        for (Balances.Kept kept : reads.balances(ALLOTMENTS, CarryOverCase.year(terms))) {
            Segments at = kept.key().segments();
            String allotment = at.value(Dimensions.ALLOTMENT);
            String line = at.value(Dimensions.LINE);
            if (!allotment.isEmpty()) {
                allotments.add(allotment);
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        Remainders left = new Remainders(rules, reads);
        lines.forEach(line -> left.take(found(BudgetLine.id(line), reads)));
        allotments.forEach(allotment -> left.take(found(Allotment.id(allotment), reads)));
        return new Found(left.lines.build(), left.overspent.build());
    }

    private void take(BudgetLine line) {
        long fen = reads.balance(CarryOverMeasure.UNALLOCATED, line.segments());
        Judged judged = judged(line.terms().elements(), line.terms().basis());
        add(Remainder.UNALLOCATED, BudgetLine.id(line.id().value()), Optional.empty(), fen, judged);
    }

    private void take(Allotment allotment) {
        Judged judged = judged(allotment.terms().elements(), allotment.terms().basis());
        add(Remainder.PENDING, AllotmentMeasure.PENDING, allotment, judged);
        add(Remainder.EXECUTABLE, AllotmentMeasure.AVAILABLE, allotment, judged);
        add(Remainder.FROZEN, AllotmentMeasure.FROZEN, allotment, judged);
    }

    private void add(Remainder remainder, AllotmentMeasure measure, Allotment allotment, Judged judged) {
        add(
                remainder,
                allotment.terms().line(),
                Optional.of(Allotment.id(allotment.id().value())),
                reads.balance(measure, allotment.segments()),
                judged);
    }

    private void add(
            Remainder remainder, Id<BudgetLine> line, Optional<Id<Allotment>> allotment, long fen, Judged judged) {
        // Only where the level of control is above the allotment.
        if (fen < 0) {
            overspent.add(new Overspent(
                    allotment.orElseThrow(() -> new IllegalStateException(line + " has less than nothing left")),
                    Fen.negate(fen)));
        }
        if (fen > 0) {
            lines.add(new Line(remainder, line, allotment, Fen.money(fen), judged.facts(), judged.ruling()));
        }
    }

    private Judged judged(Elements elements, YearBasis basis) {
        Project project = found(Project.id(elements.project()), reads);
        Classified facts = new Classified(
                nature(project),
                rules.of(ProjectFlow.RULES).spendingKind(project.terms().category()),
                basis.isCarried() ? CarryTerm.SECOND : CarryTerm.FIRST,
                project.hasEnded() ? ProjectEnd.ENDED : ProjectEnd.RUNNING,
                rules.of(TreasuryCodes.KEY).book(elements.fund()));
        return new Judged(facts, rules.of(CarryOverFlow.RULES).ruling(facts, elements));
    }

    private static ProjectNature nature(Project project) {
        if (project.terms().isResearch()) {
            return ProjectNature.RESEARCH;
        }
        return project.terms().isConstruction() ? ProjectNature.CONSTRUCTION : ProjectNature.ORDINARY;
    }

    /** A document that the books name. */
    static <D extends Document> D found(Id<D> id, Reads reads) {
        return reads.find(id).orElseThrow(() -> new IllegalStateException("the books name what does not exist: " + id));
    }
}
