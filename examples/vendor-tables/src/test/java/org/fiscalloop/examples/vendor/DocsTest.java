package org.fiscalloop.examples.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The guide to embedding shows code of programs that are tested, and what they print. */
class DocsTest {
    private static final String FENCE = "```";
    private static final Path GUIDE = Path.of("..", "..", "docs", "embedding.md");
    private static final Path PROGRAMS = Path.of("src/main/java/org/fiscalloop/examples/vendor");

    /** What the guide shows of the end of a year, held to the page where it is. */
    private static final Path TURN_OF_YEAR =
            Path.of("../quickstart/src/main/java/org/fiscalloop/examples/quickstart/TurnOfYear.java");

    @Test
    void every_piece_of_code_in_the_guide_is_of_a_program() throws IOException {
        StringBuilder programs = new StringBuilder(Files.readString(TURN_OF_YEAR));
        for (String program :
                List.of("ThreeWays", "InputTransaction", "Transactions", "BalanceRows", "JournalRows", "Inbox")) {
            programs.append(Files.readString(PROGRAMS.resolve(program + ".java")));
        }
        assertThat(blocks("java"))
                .hasSizeGreaterThan(5)
                .allSatisfy(piece -> assertThat(oneLine(programs.toString())).contains(oneLine(piece)));
    }

    @Test
    void the_statements_in_the_guide_are_those_that_make_the_tables() throws IOException {
        String schema = Files.readString(Path.of("src/main/resources/org/fiscalloop/examples/vendor/schema.sql"));
        assertThat(blocks("sql"))
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(oneLine(schema)).contains(oneLine(piece)));
    }

    @Test
    void the_guide_shows_what_the_three_ways_print() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, UTF_8)) {
            ThreeWays.print(out);
        }
        String printed = bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
        assertThat(String.join("", blocks(""))).isEqualTo(printed);
    }

    /** The blocks of a language, or with the empty name what is printed. */
    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Optional<String> open = Optional.empty();
        StringBuilder block = new StringBuilder();
        for (String line : Files.readAllLines(GUIDE)) {
            if (!line.startsWith(FENCE)) {
                block.append(line).append('\n');
            } else if (open.isEmpty()) {
                open = Optional.of(line.substring(FENCE.length()));
                block.setLength(0);
            } else {
                if (open.get().equals(language)) {
                    blocks.add(block.toString());
                }
                open = Optional.empty();
            }
        }
        return blocks;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
