package org.fiscalloop.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.Rulebook;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;

/** The pages of docs/reference are those that the rulebook prints; {@code -Ddocs.update=true} writes them anew. */
class DocsTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    @Test
    void reference_pages_are_those_that_the_rulebook_prints() throws IOException {
        ImmutableMap<String, String> pages = new ReferencePages(national()).pages();
        if (Boolean.getBoolean("docs.update")) {
            Files.createDirectories(REFERENCE);
            for (var page : pages.entrySet()) {
                Files.writeString(REFERENCE.resolve(page.getKey()), page.getValue());
            }
        }

        for (var page : pages.entrySet()) {
            assertThat(REFERENCE.resolve(page.getKey())).hasContent(page.getValue());
        }
        assertThat(files()).isEqualTo(new TreeSet<>(pages.keySet()));
    }

    @Test
    void every_control_of_the_rulebook_is_printed() throws ReflectiveOperationException {
        Set<String> codes = new TreeSet<>();
        RulesInForce rules = national();
        Rulebook rulebook = rules.rulebook();
        for (Method part : Rulebook.class.getMethods()) {
            if (part.getReturnType().getSimpleName().endsWith("Rules")) {
                codes.addAll(controls(part.getReturnType(), part.invoke(rulebook)));
            }
        }
        Set<String> printed = new TreeSet<>();
        for (String line :
                Splitter.on('\n').split(new ReferencePages(rules).pages().get("controls.md"))) {
            if (line.startsWith("| ")) {
                printed.add(Splitter.on(" | ").splitToList(line).get(1));
            }
        }
        assertThat(codes).hasSizeGreaterThan(200);
        assertThat(printed).containsAll(codes);
    }

    private static Set<String> controls(Class<?> type, Object rules) throws ReflectiveOperationException {
        Set<String> codes = new TreeSet<>();
        for (Method method : type.getMethods()) {
            if (method.getReturnType() == ControlTable.class && method.getParameterCount() == 0) {
                ControlTable<?, ?> table = (ControlTable<?, ?>) method.invoke(rules);
                codes.addAll(table.reasons().byCode().keySet());
            }
        }
        return codes;
    }

    @Test
    void no_page_cites_a_rule_by_a_number_that_only_its_author_knows() throws IOException {
        for (String file : files()) {
            assertThat(REFERENCE.resolve(file)).content().doesNotContainPattern("\\((E|R|B|P|A|C|INV-)[0-9]+\\)");
        }
    }

    @Test
    void the_tables_of_an_opening_are_those_that_are_read() throws IOException {
        String page = new OpeningPage().print();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(OpeningPage.PAGE, page);
        }
        assertThat(OpeningPage.PAGE).hasContent(page);
    }

    /** The nation's rules of 2024. */
    static RulesInForce national() {
        return RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all())
                .at("310107000", 2024, LocalDate.of(2024, 6, 30))
                .orElseThrow();
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
