package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code on the first page and in the start guide is the code of the example, and its output is what it prints. */
class DocsTest {
    private static final Path EXAMPLE =
            Path.of("src/main/java/org/fiscalloop/examples/quickstart/PayFromAllotment.java");
    private static final int INDENT = 8;

    @Test
    void the_first_page_shows_the_example_and_what_it_prints() throws IOException {
        assertThat(page("README.md"))
                .contains("```java\n" + snippet() + "```")
                .contains("```\n" + Golden.printed(PayFromAllotment::print) + "```");
    }

    /** A reader of the guide has the jar and nothing of this module: the whole program stands on the page. */
    @Test
    void the_start_guide_shows_a_whole_program_and_what_it_prints() throws IOException {
        String program = Files.readString(EXAMPLE.resolveSibling("FirstPayment.java"));
        assertThat(page("docs/start.md"))
                .contains("```java\n" + program.substring(program.indexOf("import ")) + "```")
                .contains("```\n" + Golden.printed(FirstPayment::print) + "```")
                .contains("```\n" + Golden.printed(OwnRules::print) + "```");
    }

    @Test
    void every_piece_of_code_in_the_start_guide_is_of_a_program() throws IOException {
        String programs = (Files.readString(EXAMPLE.resolveSibling("FirstPayment.java"))
                        + Files.readString(EXAMPLE.resolveSibling("OwnRules.java")))
                .replaceAll("\\s+", " ");
        assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(page("docs/start.md"))
                        .results()
                        .map(piece -> piece.group(1).strip().replaceAll("\\s+", " ")))
                .hasSizeGreaterThan(1)
                .allSatisfy(piece -> assertThat(programs).contains(piece));
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "..").resolve(name));
    }

    private static String snippet() throws IOException {
        StringBuilder snippet = new StringBuilder();
        boolean inside = false;
        for (String line : Files.readAllLines(EXAMPLE)) {
            if (line.strip().equals("// end")) {
                inside = false;
            }
            if (inside) {
                snippet.append(line.isEmpty() ? line : line.substring(INDENT)).append('\n');
            }
            inside |= line.strip().equals("// snippet");
        }
        return snippet.toString();
    }
}
