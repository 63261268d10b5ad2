package org.fiscalloop.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The expected output of a program. {@code -Ddocs.update} writes it instead of comparing. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/org/fiscalloop/examples/quickstart");

    private Golden() {}

    static void compare(String file, String actual) {
        Path expected = FOLDER.resolve(file);
        try {
            if (System.getProperty("docs.update") != null) {
                Files.writeString(expected, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program prints, with plain line ends. */
    static String printed(Consumer<PrintStream> program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, UTF_8)) {
            program.accept(out);
        }
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
