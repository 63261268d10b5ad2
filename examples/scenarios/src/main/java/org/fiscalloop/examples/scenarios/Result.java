package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.Outcome;

/**
 * What came of a step.
 *
 * @param word the outcome in one word
 * @param refusals what stands against it
 * @param warnings what was let pass
 * @param differing cells of statements that are not as expected, in fen by the name of the cell
 */
record Result(
        String word,
        ImmutableList<Refusal> refusals,
        ImmutableList<Refusal> warnings,
        ImmutableMap<String, Long> differing) {
    private static final String EQUAL = "equal";
    private static final String DIFFERENT = "different";

    /** Every outcome of a step in one word. */
    static final ImmutableList<String> WORDS = Streams.concat(
                    Arrays.stream(JournalRecord.Outcome.values())
                            .filter(outcome -> outcome.kind() != JournalRecord.Kind.MATCH)
                            .map(Result::word),
                    Stream.of(EQUAL, DIFFERENT))
            .collect(toImmutableList());

    /** What the loop answered: accepted, refused, booked, parked or exception. */
    static Result of(Outcome outcome) {
        return new Result(word(outcome.result()), outcome.refusals(), outcome.warnings(), ImmutableMap.of());
    }

    /** What could not be read is refused before the loop is asked. */
    static Result refused(ImmutableList<Refusal> problems) {
        return new Result(word(JournalRecord.Outcome.REFUSED), problems, ImmutableList.of(), ImmutableMap.of());
    }

    /** What statements show: equal, or different in these cells. */
    static Result compared(ImmutableMap<String, Long> differing) {
        return new Result(differing.isEmpty() ? EQUAL : DIFFERENT, ImmutableList.of(), ImmutableList.of(), differing);
    }

    private static String word(JournalRecord.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is what was expected: this word, or the code of a refusal or an exception. */
    boolean is(String expected) {
        boolean isAgainst =
                word.equals(word(JournalRecord.Outcome.REFUSED)) || word.equals(word(JournalRecord.Outcome.EXCEPTION));
        return expected.equals(word)
                || (isAgainst
                        && refusals.stream().anyMatch(refusal -> refusal.code().equals(expected)));
    }

    /** As it is named to a reader: the word, and the codes of what stands against it. */
    String named() {
        return refusals.isEmpty()
                ? word
                : word + refusals.stream().map(Refusal::code).collect(Collectors.joining(", ", " (", ")"));
    }
}
