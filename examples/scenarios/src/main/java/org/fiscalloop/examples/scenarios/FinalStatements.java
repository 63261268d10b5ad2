package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.finalaccounts.FinalAccounts;
import org.fiscalloop.finalaccounts.Layout;
import org.fiscalloop.finalaccounts.Layouts;
import org.fiscalloop.finalaccounts.Scope;
import org.fiscalloop.finalaccounts.Statement;
import org.fiscalloop.finalaccounts.Statements;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The statements of a loop's agencies (决算报表), looked at by the name of a cell and written as tables.
 *
 * <p>A cell is named {@code STATEMENT/ROW/COLUMN} by the codes of its layout, and {@code STATEMENT/ROW/CODE/COLUMN} where the
 * row goes by codes: {@code F1/INCOME/AMOUNT}, {@code F3/FUNCTION/2010602/PROJECT}.
 */
final class FinalStatements {
    private static final ImmutableMap<Layout, String> FILES = ImmutableMap.of(
            Layouts.F1, "F1.csv",
            Layouts.F2, "F2.csv",
            Layouts.F3, "F3.csv",
            Layouts.F4, "F4.csv",
            Layouts.F5, "F5.csv",
            Layouts.F6, "F6.csv",
            Layouts.BALANCE, "balance-sheet.csv",
            Layouts.INCOME, "income-statement.csv");
    private static final String HEAD = "year,agency,row,name,column,amount";
    private static final Splitter PARTS = Splitter.on('/');

    /** Whose books of which year. */
    private record Books(int year, String agency) {}

    private final FiscalLoop loop;
    private final String division;
    private final Map<RulesInForce, Statements> statements = new HashMap<>();

    FinalStatements(FiscalLoop loop, String division) {
        this.loop = loop;
        this.division = division;
    }

    /**
     * What of the expected cells is otherwise, in fen by name.
     *
     * @throws IllegalArgumentException if no rulebook is of the year, or a name is that of no cell
     */
    ImmutableMap<String, Long> differing(Deed.Comparing comparing) {
        int year = comparing.fiscalYear();
        RulesInForce rules = rules(year)
                .orElseThrow(() -> new IllegalArgumentException("no rulebook of " + year + " is for " + division));
        FinalAccounts accounts = accounts(
                rules,
                comparing
                        .agency()
                        .map(agency -> Scope.agency(division, agency, year))
                        .orElseGet(() -> Scope.division(division, year)));
        ImmutableMap.Builder<String, Long> differing = ImmutableMap.builder();
        comparing.cells().forEach((name, expected) -> {
            long fen = fen(accounts, name);
            if (fen != expected) {
                differing.put(name, fen);
            }
        });
        return differing.buildOrThrow();
    }

    /** The rules of a year as its last day knows them. */
    private Optional<RulesInForce> rules(int year) {
        return loop.rules().at(division, year, LocalDate.of(year, Month.DECEMBER, 31));
    }

    private FinalAccounts accounts(RulesInForce rules, Scope scope) {
        Statements ready = statements.computeIfAbsent(rules, Statements::under);
        return loop.read(rules, reads -> ready.of(reads, scope));
    }

    /** The amount of a cell; a code that the statement has no line for has none. */
    private static long fen(FinalAccounts accounts, String name) {
        List<String> parts = PARTS.splitToList(name);
        if (parts.size() < 3 || parts.size() > 4) {
            throw new IllegalArgumentException(
                    "a cell is STATEMENT/ROW/COLUMN or STATEMENT/ROW/CODE/COLUMN, not " + name);
        }
        Statement statement = accounts.statement(parts.get(0));
        Layout.Row row = statement.layout().rows().stream()
                .filter(each -> each.code().equals(parts.get(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + ": there is no row " + parts.get(1)));
        String code = parts.size() == 4 ? parts.get(2) : "";
        String column = parts.get(parts.size() - 1);
        if (!code.isEmpty() && row.by().isEmpty()) {
            throw new IllegalArgumentException(name + ": row " + row.code() + " does not go by codes");
        }
        if (statement.columns().stream().noneMatch(each -> each.code().equals(column))) {
            throw new IllegalArgumentException(name + ": there is no column " + column);
        }
        return statement.lines(row.code()).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .map(line -> line.cell(column).fen())
                .orElse(0L);
    }

    /**
     * Writes one file a statement: of every agency in every year in which it has books, by year and agency, a row for every
     * cell. {@code row} and {@code column} are codes of the layout, as in the name of a cell.
     */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        ImmutableMap<Layout, StringBuilder> texts = FILES.keySet().stream()
                .collect(toImmutableMap(layout -> layout, layout -> new StringBuilder(HEAD).append('\n')));
        for (Books each : books()) {
            rules(each.year())
                    .map(rules -> accounts(rules, Scope.agency(division, each.agency(), each.year())))
                    .ifPresent(accounts ->
                            texts.forEach((layout, text) -> rows(text, accounts.statement(layout.code()), each)));
        }
        for (Map.Entry<Layout, StringBuilder> text : texts.entrySet()) {
            Files.writeString(directory.resolve(requireNonNull(FILES.get(text.getKey()))), text.getValue(), UTF_8);
        }
    }

    private ImmutableSortedSet<Books> books() {
        return loop.balances().kept().stream()
                .filter(kept -> kept.account().ledger().equals(Ledgers.AGENCY)
                        && kept.key().grain().isFull())
                .map(kept -> kept.key().segments())
                .map(block -> new Books(Integer.parseInt(block.value(Dimensions.YEAR)), block.value(Dimensions.AGENCY)))
                .collect(toImmutableSortedSet(
                        Comparator.comparingInt(Books::year).thenComparing(Books::agency)));
    }

    private static void rows(StringBuilder text, Statement statement, Books books) {
        for (Statement.Line line : statement.lines()) {
            String row = line.row().code() + (line.code().isEmpty() ? "" : "/" + line.code());
            line.cells()
                    .forEach((column, cell) -> Csv.row(
                            text,
                            Integer.toString(books.year()),
                            books.agency(),
                            row,
                            line.label(),
                            column,
                            Fen.text(cell.fen())));
        }
    }
}
