package org.fiscalloop.masterdata;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
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
        ImmutableList<String> columns = Csv.columns(header);
        ImmutableList.Builder<T> values = ImmutableList.builder();
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        for (int i = 1; i < lines.size(); i++) {
            try {
                values.add(parse.apply(new Line(Csv.Row.of(columns, lines.get(i)))));
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

    /** One line, its fields read as what they stand for. */
    private record Line(Csv.Row row) {

        String text(String column) {
            return row.text(column);
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
    }
}
