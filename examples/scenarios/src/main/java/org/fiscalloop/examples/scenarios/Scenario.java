package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Input;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.rulebook.Overlay;

/**
 * A case: steps in order, and what is expected of them.
 *
 * @param title what it is about
 * @param division the division (财政区划) whose loop it runs in, 9 digits
 * @param fiscalYear the fiscal year of every step that names no other
 * @param overlays what the rules are otherwise than the nation's, at most one for a fiscal year
 * @param steps what is asked and told, in order
 */
record Scenario(
        String title, String division, int fiscalYear, ImmutableList<Local> overlays, ImmutableList<Step> steps) {

    /** An overlay and the place in the file where it begins. */
    record Local(Overlay overlay, Tree.Location at) {}

    /**
     * One step.
     *
     * @param type the name of the command or notice
     * @param input what is asked or told
     * @param expect what is expected: an outcome in one word, or the code of a refusal or an exception
     * @param at where it begins in the file
     * @param expectAt where what is expected stands, or where the step begins if it expects nothing
     */
    record Step(String type, Input input, Optional<String> expect, Tree.Location at, Tree.Location expectAt) {
        /** Whether the outcome is as expected; a step that expects nothing is content with any. */
        boolean isMetBy(Outcome outcome) {
            return expect.map(expected -> expected.equals(word(outcome)) || isNo(expected, outcome))
                    .orElse(true);
        }

        private static boolean isNo(String code, Outcome outcome) {
            return (outcome.result() == JournalRecord.Outcome.REFUSED
                            || outcome.result() == JournalRecord.Outcome.EXCEPTION)
                    && outcome.refusals().stream()
                            .anyMatch(refusal -> refusal.code().equals(code));
        }
    }

    /** The fiscal years of its steps, in order. */
    ImmutableSortedSet<Integer> fiscalYears() {
        return steps.stream()
                .map(step -> step.input().fiscalYear())
                .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /** Every outcome of a step in one word. */
    static final ImmutableList<String> WORDS = Arrays.stream(JournalRecord.Outcome.values())
            .filter(outcome -> outcome.kind() != JournalRecord.Kind.MATCH)
            .map(Scenario::word)
            .collect(toImmutableList());

    /** An outcome in one word: accepted, refused, booked, parked or exception. */
    static String word(Outcome outcome) {
        return word(outcome.result());
    }

    private static String word(JournalRecord.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** An outcome as it is named to a reader: the word, and the codes of what stands against it. */
    static String named(Outcome outcome) {
        return outcome.refusals().isEmpty()
                ? word(outcome)
                : word(outcome)
                        + outcome.refusals().stream().map(Refusal::code).collect(Collectors.joining(", ", " (", ")"));
    }
}
