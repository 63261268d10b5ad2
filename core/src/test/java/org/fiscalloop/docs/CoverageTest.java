package org.fiscalloop.docs;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.docs.CoveragePage.Life;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.lifecycle.Row;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * {@code docs/coverage.md} is written by hand and says what of budget execution is here: it names nothing that is not, and all
 * of the flows of execution. {@code -Ddocs.update=true} writes anew what stands below its line of what is printed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PAGE = DOCS.resolve("coverage.md");

    /** Flows before, beside and after execution, which the page need not tell. */
    private static final ImmutableSet<String> OTHER_FLOWS =
            ImmutableSet.of("register", "access", "project", "budget", "accounting", "closing", "opening", "loop");

    /** Their documents; those that they have of execution are not among them. */
    private static final ImmutableSet<String> OTHER_KINDS = ImmutableSet.of(
            "agency",
            "bank-account",
            "actor",
            "project",
            "budget-line",
            "period-book",
            "year-closing",
            "opening",
            "rulebook-adoption");

    /** What always holds, by the ids after which properties are named. */
    private static final ImmutableList<String> INVARIANTS = Stream.of(
                    ids("E%d", 1, 14),
                    ids("G%d", 1, 5),
                    ids("D%d", 1, 3),
                    ids("Y%d", 1, 4),
                    ids("R%d", 1, 4),
                    ids("INV-%02d", 1, 4),
                    ids("INV-%02d", 10, 15),
                    ids("INV-%02d", 20, 24),
                    ids("INV-%02d", 30, 34),
                    ids("INV-%02d", 40, 42),
                    ids("INV-%02d", 50, 53),
                    ids("INV-%02d", 60, 60),
                    ids("INV-%02d", 70, 71))
            .flatMap(ids -> ids)
            .collect(toImmutableList());

    private final RulesInForce rules = DocsTest.national();
    private final ImmutableMap<String, String> known = CoverageNames.of(rules.rulebook());
    private final CoveragePage page = CoveragePage.of(Files.readString(PAGE));

    CoverageTest() throws IOException {}

    private static Stream<String> ids(String form, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> String.format(Locale.ROOT, form, number));
    }

    @Test
    void the_page_names_what_there_is_and_all_that_is_of_execution() throws IOException {
        assertThat(findings(page)).isEmpty();
        String printed = printed();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(PAGE, printed);
        }
        assertThat(PAGE).hasContent(printed);
    }

    @Test
    void every_link_of_the_page_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link :
                Sets.union(page.links(), page.names().stream().map(known::get).collect(toImmutableSet()))) {
            if (!leads(link)) {
                broken.add(link);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_invariant_has_its_row_and_what_holds_it_is_named_after_it() {
        assertThat(INVARIANTS).allSatisfy(id -> {
            ImmutableList<String> rows = rowsOf(page, id);
            assertThat(rows).as(id).hasSize(1);
            String row = rows.get(0);
            if (!row.contains("not covered")) {
                assertThat(CoveragePage.of(row).names()).as(id).anyMatch(name -> isNamedAfter(id, name));
            }
        });
    }

    private static ImmutableList<String> rowsOf(CoveragePage page, String id) {
        return page.rows().stream()
                .filter(row -> Splitter.on(", ")
                        .splitToList(row.substring(2, row.indexOf(" |")))
                        .contains(id))
                .collect(toImmutableList());
    }

    private static boolean isNamedAfter(String id, String name) {
        return name.matches(".*[._]" + id.replace('-', '_') + "_.*");
    }

    @Test
    void a_row_that_is_deleted_is_missed() {
        Set<String> required = required();
        ImmutableList<String> telling = page.rows().stream()
                .filter(row -> CoveragePage.of(row).lives().size() == 1
                        || CoveragePage.of(row).names().stream()
                                .anyMatch(name -> required.contains(name) && isRefusal(name)))
                .collect(toImmutableList());
        assertThat(telling).hasSizeGreaterThan(60);
        assertThat(telling.stream().filter(row -> findings(page.without(row)).isEmpty()))
                .isEmpty();
    }

    @Test
    void what_is_misspelt_or_made_up_is_found() {
        assertThat(findings(page.with("[`payment.no-allotment`]", "[`payment.none`]")))
                .containsExactly("payment.none: there is no such thing", "payment.no-allotment: is not told");
        assertThat(findings(page.with("[`payment.no-allotment`]", "`payment.no-allotment`")))
                .containsExactly("payment.no-allotment: leads nowhere", "payment.no-allotment: is not told");
        assertThat(findings(page.with("`CALCULATE, RECALCULATE, CONFIRM`", "`CALCULATE, CONFIRM, VOID`")))
                .containsExactly("carry-over: RECALCULATE is not told", "carry-over: VOID is none");
        assertThat(findings(page.with("`CONFIRMED → CALCULATED`", "`CONFIRMED → (new)`")))
                .containsExactly(
                        "carry-over: CONFIRMED → CALCULATED is not told", "carry-over: CONFIRMED → (new) is none");
    }

    private static boolean isRefusal(String name) {
        return LoopFlow.ALL.reasons().find(name).isPresent();
    }

    /** What the page names and is not, and what it does not tell. */
    private ImmutableList<String> findings(CoveragePage told) {
        List<String> findings = new ArrayList<>();
        told.strays().forEach(stray -> findings.add(stray + ": leads nowhere"));
        Sets.difference(told.names(), known.keySet()).forEach(name -> findings.add(name + ": there is no such thing"));
        Sets.difference(required(), told.names()).forEach(name -> findings.add(name + ": is not told"));
        ImmutableMap<String, Life> lives = lives();
        for (Life life : told.lives()) {
            Life real = lives.get(life.kind());
            if (real != null) {
                compare(life.kind(), real.transitions(), life.transitions(), findings);
                compare(life.kind(), real.actions(), life.actions(), findings);
            }
        }
        Set<String> kinds = told.lives().stream().map(Life::kind).collect(toImmutableSet());
        Sets.difference(Sets.difference(lives.keySet(), OTHER_KINDS), kinds)
                .forEach(kind -> findings.add(kind + ": its life is not told"));
        if (kinds.size() < told.lives().size()) {
            findings.add("a life is told twice");
        }
        return ImmutableList.copyOf(findings);
    }

    private static void compare(String kind, Set<String> real, Set<String> told, List<String> findings) {
        Sets.difference(real, told).forEach(part -> findings.add(kind + ": " + part + " is not told"));
        Sets.difference(told, real).forEach(part -> findings.add(kind + ": " + part + " is none"));
    }

    /** Refusals, limits, postings and statutory rules that the page must name, in order. */
    private Set<String> required() {
        Set<String> required = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (Flow flow : LoopFlow.ALL.all()) {
            Set<String> of = OTHER_FLOWS.contains(flow.name()) ? others : required;
            flow.reasons().all().stream().map(Reason::code).forEach(of::add);
            flow.postings().stream().map(PostingKey::name).forEach(of::add);
        }
        rules.rulebook().limits().stream().map(LimitRule::code).forEach(required::add);
        CoverageNames.statutory(rules.rulebook()).forEach(required::add);
        required.removeAll(others);
        return required;
    }

    /** The lives of all kinds of document, in order. */
    private ImmutableMap<String, Life> lives() {
        return LoopFlow.ALL.all().stream()
                .flatMap(flow -> flow.documents().stream())
                .map(this::life)
                .collect(toImmutableMap(Life::kind, life -> life));
    }

    private Life life(DocumentType<?, ?, ?> type) {
        ImmutableSet.Builder<String> transitions = ImmutableSet.builder();
        ImmutableSet.Builder<String> actions = ImmutableSet.builder();
        for (Row<?, ?> row : type.lifecycle().apply(rules).rows()) {
            String from = row.from().map(Enum::name).orElse(CoveragePage.NEW);
            actions.add(row.action().name());
            row.targets().stream()
                    .map(Enum::name)
                    .filter(to -> !to.equals(from))
                    .forEach(to -> transitions.add(from + " → " + to));
        }
        return new Life(type.kind().code(), transitions.build(), actions.build());
    }

    /** The page with the words of its lives and where each of its names leads to. */
    private String printed() {
        StringBuilder text = new StringBuilder(String.join("\n", page.lines())).append(CoveragePage.PRINTED);
        text.append("\n## Words of lives\n\n| state or action | 中文 |\n| --- | --- |\n");
        page.lives().stream()
                .flatMap(life -> Stream.concat(
                        life.transitions().stream()
                                .flatMap(arrow -> Splitter.on(" → ").splitToStream(arrow)),
                        life.actions().stream()))
                .filter(word -> !word.equals(CoveragePage.NEW))
                .distinct()
                .sorted()
                .forEach(word -> ReferencePages.row(text, word, Fact.text(word).textZh()));
        text.append('\n');
        new TreeSet<>(page.names()).forEach(name -> text.append("[`" + name + "`]: " + known.get(name) + "\n"));
        return text.toString();
    }

    private static boolean leads(String link) throws IOException {
        if (link.contains("://")) {
            return true;
        }
        List<String> parts = Splitter.on('#').limit(2).splitToList(link);
        Path file = parts.get(0).isEmpty() ? PAGE : DOCS.resolve(parts.get(0));
        return Files.exists(file)
                && (parts.size() == 1
                        || Files.readAllLines(file).stream()
                                .filter(line -> line.startsWith("#"))
                                .anyMatch(line ->
                                        anchor(line.replaceFirst("#+ ", "")).equals(parts.get(1))));
    }

    /** How a heading is linked to. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
