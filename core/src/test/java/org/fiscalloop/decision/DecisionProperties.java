package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.decision.DecisionFixtures.SOURCE;
import static org.fiscalloop.decision.DecisionFixtures.mentions;
import static org.fiscalloop.decision.DecisionFixtures.reason;
import static org.fiscalloop.decision.DecisionFixtures.refusal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.fiscalloop.decision.Decision.Accepted;
import org.fiscalloop.decision.Decision.Refused;

class DecisionProperties {

    private static final List<String> CODES = List.of("a.one", "a.two", "b.one", "b.two");

    /** A part of a template and what it prints; a fact stands for itself by name. */
    private enum Piece {
        WORDS(" pays ", " pays "),
        DOLLAR("$1", "$1"),
        SLASH("\\", "\\"),
        PAYEE("{payee}", "{asked}"),
        ASKED("{asked}", "$0 \\"),
        SHORT_BY("{short-by}", "}");

        private final String template;
        private final String printed;

        Piece(String template, String printed) {
            this.template = template;
            this.printed = printed;
        }

        boolean isFact() {
            return template.startsWith("{");
        }

        String factName() {
            return template.substring(1, template.length() - 1);
        }
    }

    @Property
    void map_keeps_identity_and_composition(@ForAll("decisions") Decision<Integer> decision) {
        Function<Integer, Integer> twice = value -> value * 2;
        Function<Integer, Integer> more = value -> value + 3;
        assertThat(decision.map(Function.identity())).isEqualTo(decision);
        assertThat(decision.map(twice).map(more)).isEqualTo(decision.map(twice.andThen(more)));
    }

    @Property
    void questions_may_be_grouped_either_way(
            @ForAll("decisions") Decision<Integer> one,
            @ForAll("decisions") Decision<Integer> two,
            @ForAll("decisions") Decision<Integer> three) {
        Function<Integer, Decision<Integer>> second = value -> two.map(other -> value * 31 + other);
        Function<Integer, Decision<Integer>> third = value -> three.map(other -> value * 31 + other);
        assertThat(one.flatMap(second).flatMap(third))
                .isEqualTo(one.flatMap(value -> second.apply(value).flatMap(third)));
        assertThat(one.flatMap(Decision::accepted)).isEqualTo(one);
        assertThat(Decision.accepted(5).flatMap(second)).isEqualTo(second.apply(5));
    }

    @Property
    void an_examination_finds_all_violations_in_declared_order(
            @ForAll("severities") Map<String, Severity> severities, @ForAll("mentioned") List<String> mentioned) {
        Controls<ImmutableList<String>> controls = new Controls<>(severities.keySet().stream()
                        .map(code -> mentions(code, Severity.HARD))
                        .collect(ImmutableList.toImmutableList()))
                .withSeverities(ImmutableMap.copyOf(severities));
        Findings findings = controls.examine(ImmutableList.copyOf(mentioned));
        assertThat(findings.refusals())
                .extracting(Refusal::code)
                .containsExactlyElementsOf(expected(severities, mentioned, Severity.HARD));
        assertThat(findings.warnings())
                .extracting(Refusal::code)
                .containsExactlyElementsOf(expected(severities, mentioned, Severity.WARN));
        assertThat(findings.decide(() -> 1).isAccepted())
                .isEqualTo(findings.refusals().isEmpty());
    }

    @Property
    void a_catalogue_does_not_depend_on_the_order_of_its_parts(
            @ForAll @Size(max = 4) List<Set<@IntRange(max = 20) Integer>> parts, @ForAll Random random) {
        List<Reasons> catalogues = new ArrayList<>();
        for (Set<Integer> part : parts) {
            catalogues.add(Reasons.of(
                    part.stream().map(number -> reason("x." + number)).toList()));
        }
        Reasons merged = Reasons.merge(catalogues);
        Collections.shuffle(catalogues, random);
        assertThat(Reasons.merge(catalogues)).isEqualTo(merged);
        assertThat(merged.all()).extracting(Reason::code).isSorted().doesNotHaveDuplicates();
        assertThat(merged.all())
                .hasSize((int) parts.stream().flatMap(Set::stream).distinct().count())
                .allSatisfy(reason -> assertThat(merged.find(reason.code())).contains(reason));
    }

    @Property
    void a_text_is_its_template_with_every_fact_in_its_place(@ForAll @NotEmpty @Size(max = 8) List<Piece> pieces) {
        String template =
                String.join("", pieces.stream().map(piece -> piece.template).toList());
        String expected =
                String.join("", pieces.stream().map(piece -> piece.printed).toList());
        Facts facts = Facts.none();
        for (Piece piece : Set.copyOf(pieces)) {
            facts = piece.isFact() ? facts.and(piece.factName(), Fact.text(piece.printed)) : facts;
        }
        Reason reason = new Reason("a.b", "t", "题", template, "题" + template, SOURCE);
        assertThat(Refusal.of(reason, facts).text()).isEqualTo(expected);
        assertThat(Refusal.of(reason, facts).textZh()).isEqualTo("题" + expected);
        assertThat(reason.placeholders())
                .containsExactlyInAnyOrderElementsOf(facts.map().keySet());
        for (String name : facts.map().keySet()) {
            Map<String, Fact> fewer = new LinkedHashMap<>(facts.map());
            fewer.remove(name);
            assertThatThrownBy(() -> new Refusal(reason, ImmutableMap.copyOf(fewer)).text())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no fact named " + name + " ");
        }
    }

    @Property
    void a_printed_formula_is_true(@ForAll @NotEmpty @Size(max = 6) List<Integer> amounts) {
        String text = Fact.formula(
                        amounts.stream().map(fen -> new Term("x", fen)).toList())
                .text();
        String[] sides = text.split(" = ", -1);
        // The left side is signs, names and numbers: dropping the names leaves a sum that can be added up again.
        BigDecimal left = Arrays.stream(sides[0].replace("- x ", "-")
                        .replace("+ x ", "")
                        .replace("x ", "")
                        .split(" ", -1))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(left).isEqualByComparingTo(new BigDecimal(sides[1]));
        assertThat(left.movePointRight(2).longValueExact())
                .isEqualTo(amounts.stream().mapToLong(Integer::longValue).sum());
    }

    @Provide
    Arbitrary<Decision<Integer>> decisions() {
        Arbitrary<List<Refusal>> refusals =
                Arbitraries.of(CODES).map(DecisionFixtures::refusal).list().ofMaxSize(3);
        Arbitrary<Decision<Integer>> accepted =
                refusals.map(warnings -> new Accepted<>(warnings.size() + 1, ImmutableList.copyOf(warnings)));
        Arbitrary<Decision<Integer>> refused = refusals.map(some -> new Refused<>(ImmutableList.<Refusal>builder()
                .add(refusal("c.first"))
                .addAll(some)
                .build()));
        return Arbitraries.frequencyOf(Tuple.of(3, accepted), Tuple.of(1, refused));
    }

    @Provide
    Arbitrary<Map<String, Severity>> severities() {
        return Arbitraries.maps(Arbitraries.of(CODES), Arbitraries.of(Severity.class))
                .ofMaxSize(CODES.size());
    }

    @Provide
    Arbitrary<List<String>> mentioned() {
        return Arbitraries.of(CODES).list().ofMaxSize(6);
    }

    private static List<String> expected(Map<String, Severity> severities, List<String> mentioned, Severity severity) {
        List<String> codes = new ArrayList<>();
        severities.forEach((code, each) -> {
            if (each == severity) {
                codes.addAll(Collections.nCopies(Collections.frequency(mentioned, code), code));
            }
        });
        return codes;
    }
}
