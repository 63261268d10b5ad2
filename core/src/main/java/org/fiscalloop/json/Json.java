package org.fiscalloop.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeException;
import org.fiscalloop.journal.Tree;

/**
 * JSON text and trees.
 *
 * <p>What is read is strict: one value and nothing after it, no comment, no {@code null}, no {@code NaN}, no key twice.
 * What is written is read back as the same tree.
 */
public final class Json {
    /** It takes NaN for a number, so that this is refused where it stands and not where it ends. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Tree.Location START = new Tree.Location(1, 1);
    private static final CharMatcher DELIMITER = CharMatcher.whitespace().or(CharMatcher.anyOf("{}[],:\""));
    private static final int LONGEST = 40;

    private Json() {}

    /**
     * The tree of a JSON text, each node with its place.
     *
     * @throws JsonFormatException if the text is not strict JSON
     */
    public static Tree parse(String text) {
        if (text.startsWith("\uFEFF")) {
            throw JsonFormatException.at(START, "a byte order mark stands before the value: save the text without one");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Tree tree = TreeReader.read(parser);
            if (parser.nextToken() != null) {
                throw JsonFormatException.at(TreeReader.place(parser), "something after the value");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            Tree.Location place = TreeReader.place(malformed.getLocation()).orElse(START);
            throw JsonFormatException.at(place, problem(malformed, text, place));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        }
    }

    /** What is wrong in a text, in words of our own, by what stands where the parser gave up. */
    private static String problem(JsonProcessingException malformed, String text, Tree.Location place) {
        if (malformed instanceof StreamConstraintsException) {
            return "nested too deep, or a word is too long";
        }
        if (malformed instanceof JsonEOFException) {
            return "the text ends before the value does";
        }
        String line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
        int at = place.column() - 1;
        if (at >= line.length() || line.charAt(at) < ' ') {
            return "a text holds a line break or a control character, which is written \\n or \\u0000";
        }
        if (line.startsWith("//", at) || line.startsWith("/*", at) || line.charAt(at) == '#') {
            return "a comment, which JSON does not have";
        }
        return word(line, at)
                + " is not expected here: names and texts stand in double quotes, one comma stands between "
                + "two values, and a bare word is a number without leading zeros, true or false";
    }

    /** The word around a place, or the one character that stands there. */
    private static String word(String line, int at) {
        int from = at;
        while (from > 0 && !DELIMITER.matches(line.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < line.length() && !DELIMITER.matches(line.charAt(to))) {
            to++;
        }
        return to > at ? Ascii.truncate(line.substring(from, to), LONGEST, "…") : line.substring(at, at + 1);
    }

    /**
     * The value of a JSON text.
     *
     * @throws JsonFormatException if the text is not strict JSON, or a field is unknown, missing or ill-typed
     */
    public static <T> T read(String text, Shape<T> shape) {
        return read(parse(text), shape);
    }

    /**
     * The value of a tree that was parsed.
     *
     * @throws JsonFormatException if a field is unknown, missing or ill-typed
     */
    public static <T> T read(Tree tree, Shape<T> shape) {
        try {
            return shape.fromTree(tree);
        } catch (ShapeException problem) {
            throw JsonFormatException.of(problem);
        }
    }

    /** A tree on one line, without blanks. */
    public static String compact(Tree tree) {
        return write(tree, new MinimalPrettyPrinter());
    }

    /** A tree with one value a line, two blanks deeper each level; no line end after it. */
    public static String pretty(Tree tree) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return write(tree, printer);
    }

    private static String write(Tree tree, PrettyPrinter printer) {
        SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler());
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(printer);
            TreeWriter.write(tree, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to a text", impossible);
        }
        try {
            return text.getAndClear();
        } catch (IOException impossible) {
            throw new UncheckedIOException("taking a text", impossible);
        }
    }
}
