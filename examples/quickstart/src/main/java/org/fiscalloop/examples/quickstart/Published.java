package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.masterdata.Csv;

/**
 * What 上海市普陀区财政局 published as its final account of 2024 (document SHPT-CZJ-2024-F): the figures in the CSV files of
 * this package, which are rows of the collection described beside them, as they stand there.
 *
 * @param income F2 收入决算表
 * @param expenditure F3 支出决算表
 * @param byFunction F5 一般公共预算财政拨款支出决算表
 * @param byEconomic F6 一般公共预算财政拨款基本支出决算表, by code
 * @param execution opening budget and actual by item, and their totals, as the explanation tells them
 */
record Published(
        ImmutableList<Published.Row> income,
        ImmutableList<Published.Row> expenditure,
        ImmutableList<Published.Row> byFunction,
        ImmutableList<Published.Row> byEconomic,
        ImmutableList<Published.Row> execution) {
    static final String TOTAL = "TOTAL";
    static final String BASIC = "basic";
    static final String PROJECT = "project";
    static final String ALL = "total";
    static final String GENERAL_BUDGET = "general_budget";
    static final String OPENING = "budget";
    static final String ACTUAL = "actual";

    private static final String FOLDER = "SHPT-CZJ-2024-F/";
    private static final int ITEM = 3;

    /**
     * A row of a published table.
     *
     * @param code of the classification, or {@value Published#TOTAL}
     * @param level 1 类, 2 款, 3 项; 0 for totals
     * @param fen amounts in fen by what they measure
     */
    record Row(String code, int level, String name, ImmutableMap<String, Long> fen) {
        /** The amount, zero where none is published. */
        long fen(String measure) {
            return fen.getOrDefault(measure, 0L);
        }

        boolean isPublished(String measure) {
            return fen.containsKey(measure);
        }

        boolean isTotal() {
            return code.equals(TOTAL);
        }
    }

    /** Reads the figures. */
    static Published read() {
        ImmutableList<Csv.Row> lines = rows(
                "lines.csv",
                "doc_id,table,page,row_no,code_published,code,level,name,measure,amount,money_unit,published_defect");
        return new Published(
                table(lines, "F2_income"),
                table(lines, "F3_expenditure"),
                table(lines, "F5_general_budget_function"),
                table(lines, "F6_basic_economic").stream()
                        .sorted((one, other) -> one.code().compareTo(other.code()))
                        .collect(toImmutableList()),
                readExecution());
    }

    private static ImmutableList<Csv.Row> rows(String file, String header) {
        return Csv.resource(Published.class, FOLDER + file, header);
    }

    /** Where a table of lines leaves an amount blank, it is zero. */
    private static ImmutableList<Row> table(ImmutableList<Csv.Row> lines, String table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Csv.Row line : lines) {
            if (line.text("table").equals(table)) {
                Row row = new Row(
                        line.text("code"),
                        Integer.parseInt(line.text("level")),
                        line.text("name"),
                        ImmutableMap.of(line.text("measure"), Wan.fen(line.text("amount"))));
                rows.merge(row.code() + row.name(), row, Published::together);
            }
        }
        ImmutableSet<String> measures = rows.values().stream()
                .flatMap(row -> row.fen().keySet().stream())
                .collect(toImmutableSet());
        return rows.values().stream()
                .map(row -> new Row(row.code(), row.level(), row.name(), Maps.toMap(measures, row::fen)))
                .collect(toImmutableList());
    }

    private static Row together(Row one, Row other) {
        return new Row(
                one.code(),
                one.level(),
                one.name(),
                ImmutableMap.<String, Long>builder()
                        .putAll(one.fen())
                        .putAll(other.fen())
                        .buildOrThrow());
    }

    private static ImmutableList<Row> readExecution() {
        ImmutableList.Builder<Row> execution = ImmutableList.builder();
        for (Csv.Row row : rows(
                "budget_vs_actual.csv",
                "doc_id,code,class_name,section_name,item_name,opening_budget,adjusted_budget,actual,published_statement,money_unit")) {
            execution.add(new Row(
                    row.text("code"),
                    ITEM,
                    row.text("item_name"),
                    ImmutableMap.of(
                            OPENING, Wan.fen(row.text("opening_budget")), ACTUAL, Wan.fen(row.text("actual")))));
        }
        ImmutableMap<String, Long> totals = rows(
                        "narrative.csv",
                        "doc_id,table,identity,code,measure,published,computed,difference,status,money_unit")
                .stream()
                .collect(toImmutableMap(row -> row.text("measure"), row -> Wan.fen(row.text("published"))));
        return execution.add(new Row(TOTAL, 0, "合计", totals)).build();
    }

    /**
     * F1 or F4, whose rows do not come in the order of the statement: each by the code of the statement's row, or of the 类
     * that its name says. Where no amount is published there is none.
     *
     * @param table {@code F1} or {@code F4}
     */
    ImmutableMap<String, Row> balance(String table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Csv.Row line : balances()) {
            if (line.text("table").startsWith(table)) {
                String label = line.text("label");
                Row row = new Row(
                        code(line.text("side"), label, table),
                        1,
                        label,
                        ImmutableMap.of(line.text("measure"), Wan.fen(line.text("amount"))));
                rows.merge(row.code(), row, Published::together);
            }
        }
        return ImmutableMap.copyOf(rows);
    }

    /** In F4 the one row of the general budget on the side of income is that of what was brought forward. */
    private String code(String side, String label, String table) {
        if (side.equals("expenditure")) {
            return switch (label) {
                case "本年支出合计" -> "EXPENDITURE";
                case "年末结转和结余", "年末财政拨款结转和结余" -> "CLOSING";
                case "总计" -> "TOTAL_OUT";
                default ->
                    expenditure.stream()
                            .filter(row -> row.level() == 1 && label.endsWith(row.name()))
                            .map(Row::code)
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("no 类 is called " + label));
            };
        }
        return switch (label) {
            case "一般公共预算财政拨款收入" -> "GENERAL";
            case "其他收入" -> "OTHER";
            case "本年收入合计" -> "INCOME";
            case "年初结转和结余", "年初财政拨款结转和结余" -> "OPENING";
            case "一、一般公共预算财政拨款" -> "OPENING_GENERAL";
            case "总计" -> "TOTAL_IN";
            default -> throw new IllegalStateException("no row of " + table + " is called " + label);
        };
    }

    private static ImmutableList<Csv.Row> balances() {
        return rows("balance.csv", "doc_id,table,side,label,measure,amount,money_unit,how");
    }

    /** Where two published tables have another figure for the same 类: F1 and F4 beside F3. */
    ImmutableList<String> conflicts() {
        ImmutableList.Builder<String> conflicts = ImmutableList.builder();
        for (Csv.Row line : balances()) {
            for (Row row : expenditure) {
                boolean isSame = line.text("side").equals("expenditure")
                        && line.text("measure").equals(ALL)
                        && line.text("label").endsWith(row.name());
                if (isSame && row.level() == 1 && Wan.fen(line.text("amount")) != row.fen(ALL)) {
                    conflicts.add(line.text("table").substring(0, 2) + " " + row.code() + " " + row.name() + ": "
                            + line.text("amount") + ", in F3 " + Wan.text(row.fen(ALL)));
                }
            }
        }
        return conflicts.build();
    }

    /** The rows of a table that are not summed up of others, with an amount of this measure, by code. */
    static ImmutableMap<String, Long> leaves(ImmutableList<Row> table, int level, String measure) {
        return table.stream()
                .filter(row -> row.level() == level && row.fen(measure) != 0)
                .collect(toImmutableMap(Row::code, row -> row.fen(measure)));
    }

    /** The total of a table that has one. */
    static Row total(ImmutableList<Row> table) {
        return table.stream()
                .filter(Row::isTotal)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table without a total"));
    }
}
