package org.fiscalloop.project;

import static com.google.common.collect.ImmutableList.toImmutableList;

import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;

/**
 * What the controls of a project look at.
 *
 * @param terms what stands on the project after the command
 * @param rules the rules of projects in force
 * @param facts the input and what may be read
 */
record ProjectCase(ProjectTerms terms, ProjectRules rules, Case facts) {
    long total() {
        return Fen.of(terms.total());
    }

    long sliced() {
        return Fen.sum(terms.slices().values().stream().collect(toImmutableList()));
    }

    long balance(ProjectMeasure measure) {
        return facts.balance(measure, Project.segments(terms));
    }

    /** What budgets have taken of the reserve as it stands before the command. */
    long budgeted() {
        return Fen.subtract(Fen.of(facts.document(Project.class).terms().total()), balance(ProjectMeasure.OPEN));
    }

    /** What lines of a year have taken of the reserve, in fen. */
    long budgeted(int year) {
        return facts.balance(
                ProjectMeasure.BUDGETED, Project.segments(terms).with(Dimensions.YEAR, Integer.toString(year)));
    }

    boolean isMeasured() {
        return rules.measuredCategories().contains(terms.category());
    }
}
