package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        assertThat(pieces("java", page("docs/start.md")))
                .hasSizeGreaterThan(1)
                .allSatisfy(piece -> assertThat(programs).contains(oneLine(piece)));
    }

    @Test
    void the_guide_to_embedding_turns_the_year_as_a_program_does_and_shows_what_it_prints() throws IOException {
        String program = oneLine(Files.readString(EXAMPLE.resolveSibling("TurnOfYear.java")));
        String guide = page("docs/embedding.md");
        String printed = Golden.printed(TurnOfYear::print);
        assertThat(pieces("java", guide.substring(guide.indexOf("## Data out"))))
                .hasSize(4)
                .allSatisfy(piece -> assertThat(program).contains(oneLine(piece)));
        assertThat(pieces("text", guide))
                .hasSize(3)
                .allSatisfy(piece -> assertThat(printed).contains(piece));
        assertThat(pieces("text", guide).mapToInt(String::length).sum()).isEqualTo(printed.length());
    }

    /** The whole of the reader's build stands on the page, and asks for the library by its name and version. */
    @Test
    void the_start_guide_has_a_whole_build_with_the_coordinates_of_the_library() throws IOException {
        String coordinates = pieces("xml", page("README.md")).findFirst().orElseThrow();
        assertThat(pieces("xml", page("docs/start.md")))
                .singleElement()
                .asString()
                .startsWith("<project ")
                .contains("<maven.compiler.source>17<", "<maven.compiler.target>17<")
                .satisfies(build -> assertThat(oneLine(build)).contains(oneLine(coordinates)));
    }

    private static Stream<String> pieces(String language, String page) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(piece -> piece.group(1));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
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
