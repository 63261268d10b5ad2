package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.SpendingKind;

/**
 * The year that gives the published figures: a budget line for each function 项, kind of spending and economic 款, with
 * what is budgeted on it and what is spent of it.
 *
 * @param lines by function, kind and 款
 */
record Plan(ImmutableList<Plan.Line> lines) {
    /** 一般公共预算资金. */
    static final String GENERAL = "111";

    private static final int CLASS = 1;
    private static final int SECTION = 2;
    private static final int ITEM = 3;

    /** The 款 of project expenditure, which no published table tells: taken by what each function is called. */
    private static final ImmutableMap<String, String> OF_PROJECTS =
            ImmutableMap.of("2010601", "30299", "2010602", "30299", "2010607", "30213", "2010608", "30227");

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::function).thenComparing(Line::kind).thenComparing(Line::economic);

    /**
     * A budget line.
     *
     * @param fund fund (资金性质)
     * @param function function 项 (支出功能分类)
     * @param kind 人员经费, 公用经费 or 项目支出
     * @param economic department economic 款 (部门预算支出经济分类)
     * @param budget opening budget in fen
     * @param actual what is spent of it in fen
     */
    record Line(String fund, String function, SpendingKind kind, String economic, long budget, long actual) {
        /** A line of the general public budget. */
        static Line of(String function, SpendingKind kind, String economic, long actual) {
            return new Line(GENERAL, function, kind, economic, actual, actual);
        }

        /** What its number, and those of its allotment and payments, are made of. */
        String number() {
            return function + "-" + economic + "-" + letter();
        }

        /** The kind of spending as one letter: R 人员, Y 运转, T 特定目标 and other projects. */
        String letter() {
            return switch (kind) {
                case PERSONNEL -> "R";
                case OPERATING -> "Y";
                case PROJECT -> "T";
            };
        }

        /** What the project is called that it draws on. */
        String name() {
            return function
                    + switch (kind) {
                        case PERSONNEL -> "人员经费";
                        case OPERATING -> "公用经费";
                        case PROJECT -> "项目支出";
                    };
        }

        private Line budgeted(long fen) {
            return new Line(fund, function, kind, economic, fen, actual);
        }
    }

    /** The kind of basic expenditure that a 款 is: the published 人员经费 is 301 and 303, the published 公用经费 302 and 310. */
    static SpendingKind basicKind(String economic) {
        return economic.startsWith("301") || economic.startsWith("303")
                ? SpendingKind.PERSONNEL
                : SpendingKind.OPERATING;
    }

    /** The 款 under which the project expenditure of a function stands. */
    static String ofProject(String function) {
        return OF_PROJECTS.getOrDefault(function, "30299");
    }

    /** The plan of the published figures. */
    static Plan of(Published published) {
        List<Line> spent = new ArrayList<>();
        Reconstruction.twoWay(
                        Reconstruction.spread(
                                Published.total(published.expenditure()).fen(Published.BASIC),
                                Published.leaves(published.expenditure(), ITEM, Published.BASIC)),
                        byEconomic(published))
                .forEach((cell, fen) ->
                        spent.add(Line.of(cell.function(), basicKind(cell.economic()), cell.economic(), fen)));
        Published.leaves(published.expenditure(), ITEM, Published.PROJECT)
                .forEach((function, fen) ->
                        spent.add(Line.of(function, SpendingKind.PROJECT, ofProject(function), fen)));
        return new Plan(budgeted(spent, budgets(published)));
    }

    /** Basic expenditure by 款, each 类 adding up to its published total. */
    private static ImmutableMap<String, Long> byEconomic(Published published) {
        ImmutableMap.Builder<String, Long> all = ImmutableMap.builder();
        Published.leaves(published.byEconomic(), CLASS, Published.ALL).forEach((top, total) -> {
            Map<String, Long> parts =
                    new LinkedHashMap<>(Published.leaves(published.byEconomic(), SECTION, Published.ALL));
            parts.keySet().removeIf(code -> !code.startsWith(top));
            all.putAll(Reconstruction.spread(total, parts));
        });
        return all.buildOrThrow();
    }

    /**
     * Opening budget by function, adding up to the published total. The difference is shared by those items alone of which
     * not all is spent: the others have nothing to spare.
     */
    private static ImmutableMap<String, Long> budgets(Published published) {
        Map<String, Long> whole = new LinkedHashMap<>();
        Map<String, Long> sparing = new LinkedHashMap<>();
        for (Published.Row item : published.execution()) {
            boolean isSpent = item.fen(Published.OPENING) == item.fen(Published.ACTUAL);
            if (!item.isTotal()) {
                (isSpent ? whole : sparing).put(item.code(), item.fen(Published.OPENING));
            }
        }
        long total = Published.total(published.execution()).fen(Published.OPENING);
        long rest = Fen.subtract(total, whole.values().stream().reduce(0L, Fen::add));
        return ImmutableMap.<String, Long>builder()
                .putAll(whole)
                .putAll(Reconstruction.spread(rest, sparing))
                .buildOrThrow();
    }

    /** Every line is budgeted with what is spent of it; what is left of its function stands on the largest of its lines. */
    private static ImmutableList<Line> budgeted(List<Line> spent, ImmutableMap<String, Long> budgets) {
        ImmutableListMultimap<String, Line> byFunction =
                spent.stream().collect(toImmutableListMultimap(Line::function, line -> line));
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        byFunction.asMap().forEach((function, own) -> {
            long actual = own.stream().map(Line::actual).reduce(0L, Fen::add);
            long left = Fen.subtract(budgets.getOrDefault(function, 0L), actual);
            if (left < 0) {
                throw new IllegalArgumentException("budget of " + function + " is short by " + Fen.text(-left));
            }
            Line largest = own.stream().max(Comparator.comparing(Line::actual)).orElseThrow();
            own.forEach(line -> lines.add(line.equals(largest) ? line.budgeted(line.actual() + left) : line));
        });
        return lines.build().stream().sorted(ORDER).collect(toImmutableList());
    }
}
