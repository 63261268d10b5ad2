package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on the first page and in the start guide is the code of the example, and its output is what it prints. */
class DocsTest {
    private static final Path EXAMPLE =
            Path.of("src/main/java/org/fiscalloop/examples/quickstart/PayFromAllotment.java");
    private static final int INDENT = 8;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/start.md"})
    void the_page_shows_the_example_and_what_it_prints(String page) throws IOException {
        String shown = Files.readString(Path.of("..", "..").resolve(page));

        assertThat(shown)
                .contains("```java\n" + snippet() + "```")
                .contains("```\n" + Golden.printed(PayFromAllotment::print) + "```");
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
