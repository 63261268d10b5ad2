package org.fiscalloop.opening;

import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.Csv;
import org.fiscalloop.money.Fen;

/** The rows of the tables of an opening, and what is wrong with them, in the order of tables and lines. */
final class TableRows {
    static final Reason BAD_CELL = new Reason(
            "opening.bad-cell",
            "A cell cannot be read",
            "单元格无法读取",
            "{table}, line {line}, column {column}: {problem}",
            "{table} 第 {line} 行 {column} 列: {problem}",
            Source.own("nothing is guessed"));

    /** The problem with a row as a whole, or with the first line, stands under no column. */
    static final String WHOLE = "-";

    private static final String BOM = "\uFEFF";

    private final Map<String, String> csv;
    private final Set<Refusal> problems = new LinkedHashSet<>();

    TableRows(Map<String, String> csv) {
        this.csv = new HashMap<>(csv);
    }

    ImmutableList<Refusal> problems() {
        return ImmutableList.copyOf(problems);
    }

    /** A cell that is not what its column holds. */
    private static final class BadCell extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String column;

        BadCell(String column, String problem) {
            super(problem);
            this.column = column;
        }
    }

    /** Takes the rows of a table one by one; a row that cannot be taken is a problem, and the next one is taken. */
    void each(OpeningTable table, Consumer<Row> take) {
        List<String> lines = csv.getOrDefault(table.file(), "").lines().toList();
        if (lines.isEmpty()) {
            return;
        }
        String first = lines.get(0);
        ImmutableList<String> columns = Csv.columns(first.startsWith(BOM) ? first.substring(1) : first);
        if (!isHeader(table, columns)) {
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                take.accept(new Row(Csv.Row.of(columns, lines.get(i))));
            } catch (BadCell bad) {
                problem(table, i + 1, bad.column, String.valueOf(bad.getMessage()));
            } catch (IllegalArgumentException | ArithmeticException bad) {
                problem(table, i + 1, WHOLE, String.valueOf(bad.getMessage()));
            }
        }
    }

    private boolean isHeader(OpeningTable table, ImmutableList<String> columns) {
        int before = problems.size();
        for (String column : columns) {
            if (!table.has(column)) {
                problem(table, 1, column, "the table has no such column");
            } else if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                problem(table, 1, column, "stands twice");
            }
        }
        for (OpeningTable.Column column : table.columns()) {
            if (column.isRequired() && !columns.contains(column.name())) {
                problem(table, 1, column.name(), "is missing");
            }
        }
        return problems.size() == before;
    }

    private void problem(OpeningTable table, int line, String column, String problem) {
        problems.add(Refusal.of(
                BAD_CELL,
                Facts.of("table", text(table.file()))
                        .and("line", count(line))
                        .and("column", text(column))
                        .and("problem", text(problem))));
    }

    /** One row, its cells read as what they stand for. */
    record Row(Csv.Row cells) {
        /** The text of a required cell. */
        String text(String column) {
            return optional(column).orElseThrow(() -> new BadCell(column, "is empty"));
        }

        /** The text of a cell, if there is any. */
        Optional<String> optional(String column) {
            return Optional.ofNullable(cells.fields().get(column)).filter(cell -> !cell.isEmpty());
        }

        /** An amount in fen; nothing is zero. */
        long fen(String column) {
            return optional(column)
                    .map(cell -> read(column, () -> Fen.parse(cell)))
                    .orElse(0L);
        }

        /** An amount in fen that is not below zero. */
        long amount(String column) {
            long fen = fen(column);
            if (fen < 0) {
                throw new BadCell(column, "must not be negative: " + text(column));
            }
            return fen;
        }

        LocalDate date(String column) {
            String cell = text(column);
            return read(column, () -> LocalDate.parse(cell, DateTimeFormatter.BASIC_ISO_DATE));
        }

        int year(String column) {
            String cell = text(column);
            return read(column, () -> Integer.parseInt(cell));
        }

        /** One of some words. */
        String oneOf(String column, ImmutableList<String> words) {
            String cell = text(column);
            if (!words.contains(cell)) {
                throw new BadCell(column, "\"" + cell + "\" is none of " + words);
            }
            return cell;
        }

        /** What a cell stands for; a cell that stands for nothing is bad. */
        <T> T read(String column, java.util.function.Supplier<T> value) {
            try {
                return value.get();
            } catch (DateTimeException | IllegalArgumentException | ArithmeticException bad) {
                throw new BadCell(column, String.valueOf(bad.getMessage()));
            }
        }

        /** What a cell names, which must be there. */
        <T> T named(String column, Map<String, T> there) {
            String cell = text(column);
            return Optional.ofNullable(there.get(cell))
                    .orElseThrow(() -> new BadCell(column, "\"" + cell + "\" is in no table"));
        }
    }
}
