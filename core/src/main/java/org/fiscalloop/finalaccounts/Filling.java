package org.fiscalloop.finalaccounts;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.fiscalloop.finalaccounts.Layout.By;
import org.fiscalloop.finalaccounts.Layout.Identity;
import org.fiscalloop.finalaccounts.Layout.Row;
import org.fiscalloop.finalaccounts.Layout.Term;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeRow;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.RulesInForce;

/** Fills a layout in from figures, and checks what must hold. */
final class Filling {
    private static final ImmutableMap<Dimension, Catalogue> CATALOGUES = ImmutableMap.of(
            Dimensions.FUNCTION, Catalogue.FUNCTION,
            Dimensions.DEPARTMENT_ECONOMIC, Catalogue.DEPARTMENT_ECONOMIC,
            Dimensions.GOVERNMENT_ECONOMIC, Catalogue.GOVERNMENT_ECONOMIC,
            Dimensions.FUND, Catalogue.FUND);

    private final Table table;
    private final Reads reads;
    private final RulesInForce rules;
    private final Scope scope;

    Filling(Table table, Reads reads, RulesInForce rules, Scope scope) {
        this.table = table;
        this.reads = reads;
        this.rules = rules;
        this.scope = scope;
    }

    /** A code with those above it, from the top. */
    private record Step(String code, String name) {}

    Statement fill(ImmutableList<Figure> figures) {
        ImmutableList.Builder<Statement.Line> lines = ImmutableList.builder();
        for (Table.BoundRow row : table.rows()) {
            lines.addAll(lines(row, sums(row, figures)));
        }
        Statement statement = new Statement(table.layout(), scope, lines.build());
        table.layout().identities().forEach(identity -> check(identity, statement));
        return statement;
    }

    private static ImmutableList<Cell.Sum> sums(Table.BoundRow row, ImmutableList<Figure> figures) {
        ImmutableList.Builder<Cell.Sum> sums = ImmutableList.builder();
        for (Figure figure : figures) {
            for (Table.BoundCount count : row.of()) {
                if (count.sieve().passes(figure.traits())) {
                    sums.add(new Cell.Sum(figure, count.side()));
                }
            }
        }
        return sums.build();
    }

    private List<Statement.Line> lines(Table.BoundRow bound, ImmutableList<Cell.Sum> sums) {
        Row row = bound.row();
        if (row.by().isPresent()) {
            return divided(row, row.by().orElseThrow(), sums);
        }
        Statement.Line line = line(row, "", row.level(), row.labelZh(), sums);
        return row.isRare() && isEmpty(line) ? List.of() : List.of(line);
    }

    private static boolean isEmpty(Statement.Line line) {
        return line.cells().values().stream().allMatch(cell -> cell.fen() == 0);
    }

    /** A line for every code with an amount and those above it; what is below the last level counts there. */
    private List<Statement.Line> divided(Row row, By by, ImmutableList<Cell.Sum> sums) {
        Map<String, ImmutableList<Step>> paths = new HashMap<>();
        Map<String, List<Cell.Sum>> byPath = new TreeMap<>();
        Map<String, Step> steps = new HashMap<>();
        Map<String, Integer> levels = new HashMap<>();
        for (Cell.Sum sum : sums) {
            sum.figure().by(by.dimension()).forEach((code, part) -> {
                StringBuilder path = new StringBuilder();
                int level = 0;
                for (Step step : paths.computeIfAbsent(code, each -> path(each, by, row))) {
                    path.append('/').append(step.code());
                    steps.put(path.toString(), step);
                    levels.put(path.toString(), level++);
                    byPath.computeIfAbsent(path.toString(), each -> new ArrayList<>())
                            .add(new Cell.Sum(part, sum.side()));
                }
            });
        }
        List<Statement.Line> lines = new ArrayList<>();
        byPath.forEach((path, some) -> {
            Step step = requireNonNull(steps.get(path));
            int level = row.level() + requireNonNull(levels.get(path));
            Statement.Line line = line(row, step.code(), level, step.name(), ImmutableList.copyOf(some));
            if (!isEmpty(line)) {
                lines.add(line);
            }
        });
        return lines;
    }

    private ImmutableList<Step> path(String code, By by, Row row) {
        if (code.isEmpty()) {
            return ImmutableList.of(new Step("", "未分" + row.labelZh()));
        }
        if (by.dimension().equals(Dimensions.PROJECT)) {
            return ImmutableList.of(
                    new Step(code, Figures.project(code, reads).terms().name()));
        }
        Catalogue catalogue = CATALOGUES.get(by.dimension());
        ImmutableList<CodeRow> up = catalogue == null
                ? ImmutableList.of()
                : rules.of(MasterdataRules.KEY).tables().path(catalogue, code, scope.year());
        if (up.isEmpty()) {
            return ImmutableList.of(new Step(code, code));
        }
        return Lists.reverse(up).stream()
                .limit(by.depth())
                .map(each -> new Step(each.code(), each.name()))
                .collect(ImmutableList.toImmutableList());
    }

    private Statement.Line line(Row row, String code, int level, String label, ImmutableList<Cell.Sum> sums) {
        ImmutableMap.Builder<String, Cell> cells = ImmutableMap.builder();
        for (Table.BoundColumn column : table.columns()) {
            cells.put(
                    column.column().code(),
                    Cell.of(sums.stream()
                            .filter(sum -> column.passes(sum.figure().traits()))
                            .collect(ImmutableList.toImmutableList())));
        }
        return new Statement.Line(row, code, level, label, cells.buildOrThrow());
    }

    private void check(Identity identity, Statement statement) {
        if (identity.isOfRows()) {
            for (Table.BoundColumn column : table.columns()) {
                String code = column.column().code();
                require(identity, sum(identity, term -> row(statement, term, code)), "column " + code);
            }
        } else {
            for (Statement.Line line : statement.lines()) {
                require(
                        identity,
                        sum(identity, term -> line.cell(term.code()).fen()),
                        "row " + line.row().code() + " " + line.code());
            }
        }
    }

    private static long row(Statement statement, Term term, String column) {
        long sum = 0;
        for (Statement.Line line : statement.lines(term.code())) {
            if (line.level() == line.row().level()) {
                sum = Fen.add(sum, line.cell(column).fen());
            }
        }
        return sum;
    }

    private static long sum(Identity identity, ToLongFunction<Term> value) {
        return identity.terms()
                .mapToLong(term -> term.sign() * value.applyAsLong(term))
                .reduce(0, Fen::add);
    }

    private void require(Identity identity, long difference, String where) {
        if (difference != 0) {
            throw new IllegalStateException(table.layout().code() + " of " + scope + " does not keep " + identity
                    + " in " + where + ": " + Fen.text(difference) + " more on the left");
        }
    }
}
