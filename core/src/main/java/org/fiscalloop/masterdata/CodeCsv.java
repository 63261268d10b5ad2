package org.fiscalloop.masterdata;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;

/**
 * The reader of code lists (代码集导入) as comma-separated text: the form of the library's own lists, for a complete list or
 * a province's codes.
 *
 * <p>The first line is {@value #HEADER}. Each other line is a row: {@code leaf}, {@code national} and {@code enabled} are
 * {@code yes} or {@code no}; years are fiscal years, no {@code valid_to} means no end; {@code successors} are codes with
 * {@code +} between; {@code certainty} is {@code certain}, {@code uncertain} or {@code own}. A field with a comma stands
 * in double quotes, a quote in it is doubled; a field holds no line break. Nothing is trimmed and nothing is guessed.
 */
public final class CodeCsv {

    /** The names of the columns, in order. */
    public static final String HEADER =
            "code,name,parent,level,leaf,valid_from,valid_to,successors,national,enabled,kind,certainty,source";

    private static final String MAPPING_HEADER = "department,government,kinds,certainty,source";
    private static final Splitter PLUS = Splitter.on('+');

    private CodeCsv() {}

    /** What could be read: the rows, and a refusal for each line that is none, both in the order of the lines. */
    public record Rows(ImmutableList<CodeRow> rows, ImmutableList<Refusal> refusals) {}

    /** The rows of a list. A wrong first line is refused and then nothing is read; any other line is refused by itself. */
    public static Rows rows(String csv) {
        Read<CodeRow> read = read(csv, HEADER, CodeCsv::row);
        return new Rows(read.values(), read.refusals());
    }

    /** The table of a list: what cannot be read is refused, and then what does not fit into the table. */
    public static CodeTable.Reading table(CodeTable.Scope scope, String csv) {
        Rows rows = rows(csv);
        CodeTable.Reading reading = CodeTable.read(scope, rows.rows());
        return new CodeTable.Reading(
                reading.table(),
                ImmutableList.<Refusal>builder()
                        .addAll(rows.refusals())
                        .addAll(reading.refusals())
                        .build());
    }

    /** The rows of a mapping that comes with the library. */
    static ImmutableList<CodeTables.EconomicMapping.Row> mapping(String csv) {
        Read<CodeTables.EconomicMapping.Row> read = read(csv, MAPPING_HEADER, CodeCsv::mappingRow);
        for (Refusal refusal : read.refusals()) {
            throw new IllegalStateException(refusal.text());
        }
        return read.values();
    }

    /** The text of a list that comes with the library. */
    static String resource(String name) {
        try (InputStream in = requireNonNull(CodeCsv.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A constant as a list writes it. */
    static String word(Enum<?> constant) {
        return Ascii.toLowerCase(constant.name());
    }

    private record Read<T>(ImmutableList<T> values, ImmutableList<Refusal> refusals) {}

    private static <T> Read<T> read(String csv, String header, Function<Line, T> parse) {
        List<String> lines = csv.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        // Spreadsheets put a byte order mark before the text; it is no part of it.
        if (!header.equals(first.startsWith("\uFEFF") ? first.substring(1) : first)) {
            return new Read<>(
                    ImmutableList.of(),
                    ImmutableList.of(Refusal.of(
                            MasterdataReasons.CSV_HEADER,
                            Facts.of("header", Fact.text(first))
                                    .and(Refusal.ALLOWED, Fact.texts(ImmutableList.of(header))))));
        }
        ImmutableList<String> columns = ImmutableList.copyOf(Splitter.on(',').split(header));
        ImmutableList.Builder<T> values = ImmutableList.builder();
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        for (int i = 1; i < lines.size(); i++) {
            try {
                values.add(parse.apply(Line.of(columns, lines.get(i))));
            } catch (IllegalArgumentException e) {
                refusals.add(Refusal.of(
                        MasterdataReasons.CSV_ROW,
                        Facts.of("line", Fact.count(i + 1L))
                                .and("problem", Fact.text(String.valueOf(e.getMessage())))));
            }
        }
        return new Read<>(values.build(), refusals.build());
    }

    private static CodeRow row(Line line) {
        return ImmutableCodeRow.builder()
                .code(line.text("code"))
                .name(line.text("name"))
                .parent(line.optional("parent"))
                .level(line.number("level"))
                .isLeaf(line.yes("leaf"))
                .validFrom(line.number("valid_from"))
                .validTo(line.text("valid_to").isEmpty() ? CodeRow.OPEN : line.number("valid_to"))
                .successors(line.several("successors"))
                .isNational(line.yes("national"))
                .isEnabled(line.yes("enabled"))
                .kind(line.optional("kind"))
                .source(line.source())
                .build();
    }

    private static CodeTables.EconomicMapping.Row mappingRow(Line line) {
        return new CodeTables.EconomicMapping.Row(
                line.text("department"),
                line.text("government"),
                line.several("kinds").stream()
                        .map(word -> line.constant("kinds", word, AgencyKind.values()))
                        .collect(toImmutableSet()),
                line.source());
    }

    /** One line, its fields by column. */
    private record Line(ImmutableMap<String, String> fields) {

        static Line of(ImmutableList<String> columns, String line) {
            ImmutableList<String> fields = split(line);
            if (fields.size() != columns.size()) {
                throw new IllegalArgumentException(fields.size() + " fields instead of " + columns.size());
            }
            ImmutableMap.Builder<String, String> named = ImmutableMap.builder();
            for (int i = 0; i < columns.size(); i++) {
                named.put(columns.get(i), fields.get(i));
            }
            return new Line(named.buildOrThrow());
        }

        String text(String column) {
            return requireNonNull(fields.get(column), column);
        }

        Optional<String> optional(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty());
        }

        ImmutableList<String> several(String column) {
            return optional(column).map(PLUS::splitToStream).stream()
                    .flatMap(Function.identity())
                    .collect(toImmutableList());
        }

        int number(String column) {
            String text = text(column);
            if (!text.matches("[0-9]{1,4}")) {
                throw new IllegalArgumentException(column + " must be a number: \"" + text + "\"");
            }
            return Integer.parseInt(text);
        }

        boolean yes(String column) {
            String text = text(column);
            if (!text.equals("yes") && !text.equals("no")) {
                throw new IllegalArgumentException(column + " must be yes or no: \"" + text + "\"");
            }
            return text.equals("yes");
        }

        Source source() {
            return new Source(text("source"), constant("certainty", text("certainty"), Certainty.values()));
        }

        <E extends Enum<E>> E constant(String column, String word, E[] values) {
            for (E value : values) {
                if (word(value).equals(word)) {
                    return value;
                }
            }
            throw new IllegalArgumentException(column + " is unknown: \"" + word + "\"");
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
}
