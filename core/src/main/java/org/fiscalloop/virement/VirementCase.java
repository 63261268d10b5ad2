package org.fiscalloop.virement;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.virement.VirementAuthority.Ruling;
import org.fiscalloop.virement.VirementFacets.KindChange;
import org.fiscalloop.virement.VirementFacets.Likeness;
import org.fiscalloop.virement.VirementFacets.LineChange;
import org.fiscalloop.virement.VirementFacets.Restriction;

/**
 * What the controls of a virement look at.
 *
 * @param terms what stands on it
 * @param asked whom it is handed in to; nobody in particular while it is filled in
 * @param facts the input and what may be read
 */
record VirementCase(VirementTerms terms, Optional<VirementAuthority> asked, Case facts) {
    /** Digits of a 类 of the economic classifications. */
    private static final int CLASS_DIGITS = 3;

    /**
     * A line whose two allotments there are.
     *
     * @param line the line
     * @param from the allotment that gives
     * @param to the allotment that receives
     */
    record Pair(VirementTerms.Line line, Allotment from, Allotment to) {
        long fen() {
            return Fen.of(line.amount());
        }

        Elements giving() {
            return from.terms().elements();
        }

        Elements receiving() {
            return to.terms().elements();
        }

        LineChange lineChange() {
            return from.terms().line().equals(to.terms().line()) ? LineChange.SAME_LINE : LineChange.OTHER_LINE;
        }

        private Likeness likeness(Function<Elements, ?> of) {
            return of.apply(giving()).equals(of.apply(receiving())) ? Likeness.SAME : Likeness.OTHER;
        }
    }

    /** The lines of which both allotments are there; that one is not is for a control to refuse. */
    ImmutableList<Pair> pairs() {
        return terms.lines().stream().flatMap(line -> pair(line).stream()).collect(toImmutableList());
    }

    private Optional<Pair> pair(VirementTerms.Line line) {
        Optional<Allotment> from = facts.find(line.from());
        return from.flatMap(giving -> facts.find(line.to()).map(receiving -> new Pair(line, giving, receiving)));
    }

    Optional<Project> project(Elements elements) {
        return facts.find(Project.id(elements.project()));
    }

    /** Who decides on a line. */
    Ruling ruling(Pair pair) {
        return rules().authority()
                .answer(ImmutableList.of(
                        kindChange(pair).name(),
                        restriction(pair).name(),
                        pair.likeness(Elements::project).name(),
                        pair.likeness(Elements::function).name(),
                        pair.likeness(VirementCase::economicClasses).name(),
                        pair.likeness(Elements::agency).name()));
    }

    VirementRules rules() {
        return facts.rules(VirementFlow.RULES);
    }

    private static String economicClasses(Elements elements) {
        return economicClass(elements.departmentEconomic()) + " " + economicClass(elements.governmentEconomic());
    }

    private static String economicClass(String code) {
        return code.substring(0, Math.min(CLASS_DIGITS, code.length()));
    }

    private KindChange kindChange(Pair pair) {
        SpendingKind from = kind(pair.giving());
        SpendingKind to = kind(pair.receiving());
        if (from == to) {
            return KindChange.SAME;
        }
        return from == SpendingKind.PROJECT || to == SpendingKind.PROJECT
                ? KindChange.BASIC_AND_PROJECT
                : KindChange.PERSONNEL_AND_OPERATING;
    }

    private SpendingKind kind(Elements elements) {
        return project(elements)
                .map(project -> facts.rules(ProjectFlow.RULES)
                        .spendingKind(project.terms().category()))
                .orElse(SpendingKind.PROJECT);
    }

    private Restriction restriction(Pair pair) {
        String restricted = restricted(pair.receiving());
        return restricted.isEmpty() || restricted.equals(restricted(pair.giving()))
                ? Restriction.NONE
                : Restriction.INCREASED;
    }

    /** The spending that may not grow of which an allotment is; empty if it is of none. */
    private String restricted(Elements elements) {
        return rules().restrictedCodes().stream()
                .filter(code -> elements.departmentEconomic().startsWith(code))
                .findFirst()
                .orElseGet(() -> elements.value(Labels.THREE_PUBLIC).equals(Labels.YES) ? Labels.THREE_PUBLIC : "");
    }
}
