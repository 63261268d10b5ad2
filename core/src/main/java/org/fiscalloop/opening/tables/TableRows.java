package org.fiscalloop.opening.tables;

import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.masterdata.Csv;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.OpeningFlow;

/** The rows of the tables of an opening, and what is wrong with them, in the order of tables and lines. */
final class TableRows {
    /** The problem with a row as a whole, or with the first line, stands under no column. */
    static final String WHOLE = "-";

    private static final String BOM = "\uFEFF";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final Map<String, String> csv;
    private final Set<Refusal> problems = new LinkedHashSet<>();

    /** The rows of each table that were left out. */
    private final SetMultimap<OpeningTable, Csv.Row> leftOut = LinkedHashMultimap.create();

    /** The tables of which some line says nothing. */
    private final Set<OpeningTable> unread = EnumSet.noneOf(OpeningTable.class);

    TableRows(Map<String, String> csv) {
        this.csv = new HashMap<>(csv);
    }

    ImmutableList<Refusal> problems() {
        return ImmutableList.copyOf(problems);
    }

    /**
     * What is wrong with a cell.
     *
     * @param english said in English
     * @param chinese the same in 中文
     */
    record Problem(String english, String chinese) {}

    /** A cell that is not what its column holds, or a row that cannot be what it says. */
    static final class BadCell extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String column;
        private final transient Problem problem;

        BadCell(String column, Problem problem) {
            super(problem.english());
            this.column = column;
            this.problem = problem;
        }

        BadCell(String column, String english, String chinese) {
            this(column, new Problem(english, chinese));
        }
    }

    /** A row that goes with another one, which was left out and named. */
    private static final class GoesWithAnother extends RuntimeException {
        private static final long serialVersionUID = 1L;
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
            unread.add(table);
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                Row row = new Row(this, table, i + 1, Csv.Row.of(columns, lines.get(i)));
                take(row, whole -> {
                    whole.requireForms();
                    take.accept(whole);
                });
            } catch (IllegalArgumentException bad) {
                unread.add(table);
                problem(table, i + 1, WHOLE, new Problem(String.valueOf(bad.getMessage()), "字段个数或引号有误"));
            }
        }
    }

    /** Takes a row, or something more of one that was taken; one that cannot be taken is a problem. */
    void take(Row row, Consumer<Row> take) {
        try {
            take.accept(row);
        } catch (GoesWithAnother another) {
            leftOut.put(row.table, row.cells);
        } catch (BadCell bad) {
            leaveOut(row, bad.column, bad.problem);
        } catch (ArithmeticException large) {
            leaveOut(row, WHOLE, new Problem("its amounts do not fit 64 bits of fen", "金额超出范围"));
        } catch (IllegalArgumentException bad) {
            leaveOut(row, WHOLE, new Problem(String.valueOf(bad.getMessage()), "各列内容不能同时成立"));
        }
    }

    private void leaveOut(Row row, String column, Problem problem) {
        leftOut.put(row.table, row.cells);
        problem(row.table, row.line, column, problem);
    }

    /** Whether a row that says this of itself may have been left out: then nothing is known of what is named so. */
    boolean mayBeLeftOut(OpeningTable table, String column, String value) {
        return unread.contains(table)
                || leftOut.get(table).stream()
                        .anyMatch(row -> value.equals(row.fields().get(column)));
    }

    /** Leaves a row out with the one that it names, which is named already. */
    static RuntimeException goesWithAnother() {
        return new GoesWithAnother();
    }

    private boolean isHeader(OpeningTable table, ImmutableList<String> columns) {
        int before = problems.size();
        for (String column : columns) {
            if (!table.has(column)) {
                problem(table, 1, column, new Problem("the table has no such column", "表中无此列"));
            } else if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                problem(table, 1, column, new Problem("stands twice", "重复"));
            }
        }
        for (OpeningTable.Column column : table.columns()) {
            if (column.isRequired() && !columns.contains(column.name())) {
                problem(table, 1, column.name(), new Problem("is missing", "缺少该列"));
            }
        }
        return problems.size() == before;
    }

    private void problem(OpeningTable table, int line, String column, Problem problem) {
        problems.add(Refusal.of(
                OpeningFlow.BAD_CELL,
                Facts.of("table", text(table.file()))
                        .and("line", count(line))
                        .and("column", text(column))
                        .and("problem", text(problem.english(), problem.chinese()))));
    }

    /**
     * One row, its cells read as what they stand for.
     *
     * @param rows those it is one of
     * @param table the table it stands in
     * @param line where, the first line being 1
     * @param cells its texts by column
     */
    record Row(TableRows rows, OpeningTable table, int line, Csv.Row cells) {
        /** Every cell holds what its column holds, before anything is made of any of them. */
        void requireForms() {
            for (OpeningTable.Column column : table.columns()) {
                if (column.isRequired()) {
                    text(column.name());
                }
                if (optional(column.name()).isPresent()) {
                    requireForm(column);
                }
            }
        }

        private void requireForm(OpeningTable.Column column) {
            switch (column.form()) {
                case TEXT -> text(column.name());
                case AMOUNT -> amount(column.name());
                case SIGNED -> fen(column.name());
                case DATE -> date(column.name());
                case YEAR -> year(column.name());
            }
        }

        /** The text of a required cell. */
        String text(String column) {
            return optional(column).orElseThrow(() -> new BadCell(column, "is empty", "为空"));
        }

        /** The text of a cell, if there is any. */
        Optional<String> optional(String column) {
            return Optional.ofNullable(cells.fields().get(column)).filter(cell -> !cell.isEmpty());
        }

        /** The labels of an allotment, by name of their element. */
        ImmutableMap<String, String> labels() {
            ImmutableMap.Builder<String, String> labels = ImmutableMap.builder();
            Labels.COLUMNS.forEach(
                    (column, element) -> optional(column).ifPresent(label -> labels.put(element, label)));
            return labels.buildOrThrow();
        }

        /** An amount in fen; nothing is zero. */
        long fen(String column) {
            return optional(column)
                    .map(cell -> read(column, "不是最多两位小数的金额 (元)", () -> Fen.parse(cell)))
                    .orElse(0L);
        }

        /** An amount in fen that is not below zero. */
        long amount(String column) {
            long fen = fen(column);
            if (fen < 0) {
                throw new BadCell(column, "must not be negative: " + text(column), "不得为负: " + text(column));
            }
            return fen;
        }

        /** A day; none that is in no calendar. */
        LocalDate date(String column) {
            String cell = text(column);
            try {
                return LocalDate.parse(cell, DAY);
            } catch (DateTimeException bad) {
                throw new BadCell(
                        column,
                        "\"" + cell + "\" is no day of eight digits such as 20240627",
                        "\"" + cell + "\" 不是 8 位数字的日期, 如 20240627");
            }
        }

        /** A day that is not after that of the opening. */
        LocalDate dateUntil(String column, LocalDate day) {
            LocalDate date = date(column);
            if (date.isAfter(day)) {
                throw new BadCell(column, date + " is after the day of the opening, " + day, date + " 晚于期初日期 " + day);
            }
            return date;
        }

        /** A day that is not before that of another column, where that says one. */
        LocalDate dateSince(String column, String earlier) {
            LocalDate date = date(column);
            if (date.isBefore(date(earlier))) {
                throw new BadCell(
                        column,
                        date + " is before " + earlier + " " + date(earlier),
                        date + " 早于 " + earlier + " " + date(earlier));
            }
            return date;
        }

        int year(String column) {
            String cell = text(column);
            if (!YEAR.matcher(cell).matches()) {
                throw new BadCell(
                        column,
                        "\"" + cell + "\" is no year of four digits such as 2024",
                        "\"" + cell + "\" 不是 4 位数字的年度, 如 2024");
            }
            return Integer.parseInt(cell);
        }

        /** One of some words, or another where the cell is empty or not there. */
        String oneOf(String column, ImmutableCollection<String> words, String ifEmpty) {
            return optional(column).isEmpty() ? ifEmpty : oneOf(column, words);
        }

        /** One of some words. */
        String oneOf(String column, ImmutableCollection<String> words) {
            String cell = text(column);
            if (!words.contains(cell)) {
                throw new BadCell(
                        column,
                        "\"" + cell + "\" is none of " + words,
                        "\"" + cell + "\" 不在可用值 \"" + String.join("\"、\"", words) + "\" 之内");
            }
            return cell;
        }

        /**
         * What a cell stands for; a cell that stands for nothing is bad.
         *
         * @param chinese what is wrong then, in 中文
         */
        <T> T read(String column, String chinese, Supplier<T> value) {
            try {
                return value.get();
            } catch (BadCell bad) {
                throw bad;
            } catch (DateTimeException | IllegalArgumentException | ArithmeticException bad) {
                throw new BadCell(column, String.valueOf(bad.getMessage()), "\"" + text(column) + "\" " + chinese);
            }
        }

        /** What a cell names, which must have been read of a table; with one that was left out this row is left out. */
        <T> T named(String column, OpeningTable of, Map<String, T> there) {
            String cell = text(column);
            T named = there.get(cell);
            if (named == null && rows.mayBeLeftOut(of, of.key(), cell)) {
                throw goesWithAnother();
            }
            if (named == null) {
                String above = of == table ? " above this one" : "";
                throw new BadCell(
                        column,
                        "\"" + cell + "\" is in no line of " + of.file() + above,
                        "\"" + cell + "\" 不在 " + of.file() + (above.isEmpty() ? " 中" : " 的以上各行中"));
            }
            return named;
        }
    }
}
