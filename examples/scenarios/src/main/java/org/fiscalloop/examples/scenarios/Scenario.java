package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.Optional;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.rulebook.Overlay;

/**
 * A case: steps in order, and what is expected of them.
 *
 * @param title what it is about
 * @param division the division (财政区划) whose loop it runs in, 9 digits
 * @param fiscalYear the fiscal year of every step that names no other
 * @param overlays what the rules are otherwise than the nation's, at most one for a fiscal year
 * @param steps what is asked, told and looked at, in order
 */
record Scenario(
        String title, String division, int fiscalYear, ImmutableList<Local> overlays, ImmutableList<Step> steps) {

    /** An overlay and the place in the file where it begins. */
    record Local(Overlay overlay, Tree.Location at) {}

    /**
     * One step.
     *
     * @param type the name of the command or notice, or of what this program does itself
     * @param deed what it does
     * @param expect what is expected: an outcome in one word, or the code of a refusal or an exception
     * @param at where it begins in the file
     * @param expectAt where what is expected stands, or where the step begins if it expects nothing
     */
    record Step(String type, Deed deed, Optional<String> expect, Tree.Location at, Tree.Location expectAt) {
        /** Whether the outcome is as expected; a step that expects nothing is content with any. */
        boolean isMetBy(Result result) {
            return expect.map(result::is).orElse(true);
        }
    }

    /** The fiscal years of its steps, in order. */
    ImmutableSortedSet<Integer> fiscalYears() {
        return steps.stream()
                .map(step -> step.deed().fiscalYear())
                .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    }
}
