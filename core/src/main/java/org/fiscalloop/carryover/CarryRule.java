package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms.Classified;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.Elements;

/**
 * One row of the table that says what becomes of what is left of a year (结转结余认定规则). The rows are asked in their order, and
 * the first whose conditions all hold decides.
 *
 * @param code kebab code by which the row is named where it has decided, such as {@code direct-again}
 * @param title what it says, in English
 * @param titleZh what it says, in Chinese
 * @param facts for each question that it asks, by the name of its facet, the constants that it is for; a question it does not
 *     ask is answered by any
 * @param codes for each element that it asks for, standard or extra, how the codes begin that it is for: the label of direct
 *     funds, the functions of one government fund
 * @param treatment what becomes of the amount
 * @param source where that comes from
 */
public record CarryRule(
        String code,
        String title,
        String titleZh,
        ImmutableMap<String, ImmutableSet<String>> facts,
        ImmutableMap<String, ImmutableSet<String>> codes,
        Treatment treatment,
        Source source) {
    /** Refuses a row without a name, a question that is not asked, a constant that there is not, and an empty condition. */
    public CarryRule {
        if (code.isBlank() || title.isBlank() || titleZh.isBlank()) {
            throw new IllegalArgumentException(
                    "a rule of the carry-over must have a code and titles: \"" + code + "\"");
        }
        facts.forEach((facet, constants) -> {
            Facet asked = question(facet)
                    .orElseThrow(() -> new IllegalArgumentException("rule " + code + " asks for " + facet
                            + "; the questions of the carry-over are " + CarryOverRules.QUESTIONS));
            if (constants.isEmpty() || !asked.constants().containsAll(constants)) {
                throw new IllegalArgumentException("rule " + code + ": " + constants + " are no answers to " + asked);
            }
        });
        codes.forEach((element, beginnings) -> {
            if (beginnings.isEmpty() || beginnings.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("rule " + code + " is for no " + element + ": " + beginnings);
            }
        });
    }

    /** A row without conditions. */
    public static CarryRule of(String code, String title, String titleZh, Treatment treatment, Source source) {
        return new CarryRule(code, title, titleZh, ImmutableMap.of(), ImmutableMap.of(), treatment, source);
    }

    /** The same row, only for some constants of one facet. */
    public CarryRule when(Enum<?> one, Enum<?>... others) {
        ImmutableSet<String> names = Stream.concat(Stream.of(one), Arrays.stream(others))
                .map(Enum::name)
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
        return new CarryRule(
                code,
                title,
                titleZh,
                with(facts, one.getDeclaringClass().getSimpleName(), names),
                codes,
                treatment,
                source);
    }

    /** The same row, only for codes of an element that begin so. */
    public CarryRule whenCode(String element, String... beginnings) {
        return new CarryRule(
                code,
                title,
                titleZh,
                facts,
                with(codes, element, ImmutableSortedSet.copyOf(beginnings)),
                treatment,
                source);
    }

    private static ImmutableMap<String, ImmutableSet<String>> with(
            ImmutableMap<String, ImmutableSet<String>> conditions, String name, ImmutableSet<String> values) {
        return ImmutableMap.<String, ImmutableSet<String>>builder()
                .putAll(conditions)
                .put(name, values)
                .buildOrThrow();
    }

    private static Optional<Facet> question(String name) {
        return CarryOverRules.QUESTIONS.stream()
                .filter(facet -> facet.name().equals(name))
                .findFirst();
    }

    /** Whether it asks nothing, so that it decides whatever comes to it. */
    boolean isForAll() {
        return facts.isEmpty() && codes.isEmpty();
    }

    /** Whether all its conditions hold. */
    boolean matches(Classified classified, Elements elements) {
        ImmutableMap<String, String> answers = classified.answers();
        return facts.entrySet().stream()
                        .allMatch(condition -> condition.getValue().contains(answers.get(condition.getKey())))
                && codes.entrySet().stream()
                        .allMatch(condition -> begins(elements.value(condition.getKey()), condition.getValue()));
    }

    private static boolean begins(String code, ImmutableSet<String> beginnings) {
        return beginnings.stream().anyMatch(code::startsWith);
    }

    /** Whether nothing comes to a later row that does not come to this one first. */
    boolean covers(CarryRule later) {
        return facts.entrySet().stream()
                        .allMatch(condition -> condition
                                .getValue()
                                .containsAll(later.facts.getOrDefault(condition.getKey(), all(condition.getKey()))))
                && codes.entrySet().stream()
                        .allMatch(
                                condition -> later.codes.getOrDefault(condition.getKey(), ImmutableSet.of("")).stream()
                                        .allMatch(code -> begins(code, condition.getValue())));
    }

    private static ImmutableSet<String> all(String facet) {
        return ImmutableSet.copyOf(question(facet).orElseThrow().constants());
    }
}
