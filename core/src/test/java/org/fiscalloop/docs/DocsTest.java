package org.fiscalloop.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;

/** The pages of docs/reference are those that the rulebook prints; {@code -Ddocs.update=true} writes them anew. */
class DocsTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    @Test
    void reference_pages_are_those_that_the_rulebook_prints() throws IOException {
        ImmutableMap<String, String> pages = new ReferencePages(RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all())
                        .at("310107000", 2024, LocalDate.of(2024, 6, 30))
                        .orElseThrow())
                .pages();
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

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
