package org.fiscalloop.masterdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Comma-separated text, read strictly: a first line of column names, then a row a line. A field with a comma stands in
 * double quotes, a quote in it is doubled; a field holds no line break. Nothing is trimmed and nothing is guessed.
 */
public final class Csv {
    private Csv() {}

    /** One row, its fields by column. */
    public record Row(ImmutableMap<String, String> fields) {
        /** A line as a row; refuses one with more or fewer fields than columns, or with a quote out of place. */
        public static Row of(ImmutableList<String> columns, String line) {
            ImmutableList<String> fields = split(line);
            if (fields.size() != columns.size()) {
                throw new IllegalArgumentException(fields.size() + " fields instead of " + columns.size());
            }
            ImmutableMap.Builder<String, String> named = ImmutableMap.builder();
            for (int i = 0; i < columns.size(); i++) {
                named.put(columns.get(i), fields.get(i));
            }
            return new Row(named.buildOrThrow());
        }

        /** The text of a column. */
        public String text(String column) {
            return requireNonNull(fields.get(column), column);
        }
    }

    /** The text of a file that stands beside a class. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file that stands beside a class. */
    public static ImmutableList<Row> resource(Class<?> beside, String name, String header) {
        List<String> lines = resource(beside, name).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(header)) {
            throw new IllegalStateException(name + " does not begin with " + header);
        }
        ImmutableList<String> columns = columns(header);
        return lines.stream().skip(1).map(line -> Row.of(columns, line)).collect(ImmutableList.toImmutableList());
    }

    /** The names of the columns in a first line. */
    public static ImmutableList<String> columns(String header) {
        return ImmutableList.copyOf(Splitter.on(',').split(header));
    }

    private static ImmutableList<String> split(String line) {
        ImmutableList.Builder<String> fields = ImmutableList.builder();
        int at = 0;
        do {
            int end = line.startsWith("\"", at) ? closingQuote(line, at) + 1 : line.indexOf(',', at);
            end = end < 0 ? line.length() : end;
            if (end < line.length() && line.charAt(end) != ',') {
                throw new IllegalArgumentException("a comma must follow the quote at " + end);
            }
            fields.add(unquoted(line.substring(at, end)));
            at = end;
        } while (at++ < line.length());
        return fields.build();
    }

    private static int closingQuote(String line, int opening) {
        for (int i = opening + 1; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                if (!line.startsWith("\"", i + 1)) {
                    return i;
                }
                i++;
            }
        }
        throw new IllegalArgumentException("the quote at " + (opening + 1) + " is not closed");
    }

    private static String unquoted(String field) {
        if (field.startsWith("\"")) {
            return field.substring(1, field.length() - 1).replace("\"\"", "\"");
        }
        if (field.contains("\"")) {
            throw new IllegalArgumentException("a field with a quote must stand in quotes: " + field);
        }
        return field;
    }
}
