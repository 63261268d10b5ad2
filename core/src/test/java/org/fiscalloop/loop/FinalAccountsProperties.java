package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;

import com.google.common.collect.ImmutableList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.finalaccounts.Bridge;
import org.fiscalloop.finalaccounts.Bridge.Group;
import org.fiscalloop.finalaccounts.Cell;
import org.fiscalloop.finalaccounts.FinalAccounts;
import org.fiscalloop.finalaccounts.KeptBooks;
import org.fiscalloop.finalaccounts.Scope;
import org.fiscalloop.finalaccounts.Statement;
import org.fiscalloop.finalaccounts.StatementCsv;
import org.fiscalloop.finalaccounts.Statements;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.rulebook.RulesInForce;

/** What statements keep, whatever has happened in a year. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class FinalAccountsProperties {
    private static final RulesInForce RULES =
            Walk.RULES.at(DIVISION, YEAR, World.DAY).orElseThrow();
    private static final Statements STATEMENTS = Statements.under(RULES);
    private static final Scope ALL = Scope.division(DIVISION, YEAR);
    private static final ImmutableList<Scope> SCOPES =
            ImmutableList.of(Scope.agency(DIVISION, ORGAN, YEAR), Scope.agency(DIVISION, INSTITUTION, YEAR), ALL);

    private static FinalAccounts of(Walk walk, Scope scope) {
        return walk.loop.read(RULES, reads -> STATEMENTS.of(reads, scope));
    }

    private static long fen(FinalAccounts accounts, String statement, String row, String column) {
        return accounts.statement(statement).line(row).cell(column).fen();
    }

    private static long f1(FinalAccounts accounts, String row) {
        return fen(accounts, "F1", row, "AMOUNT");
    }

    private static Sums sums(Walk walk, Scope scope) {
        Sums sums = Sums.of(walk);
        return scope.agency()
                .map(agency -> sums.where(Dimensions.AGENCY, agency))
                .orElse(sums);
    }

    @Property(tries = 30)
    void the_tables_of_the_final_accounts_say_the_same_as_one_another_and_as_the_books(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        for (Scope scope : SCOPES) {
            FinalAccounts accounts = of(walk, scope);
            Sums sums = sums(walk, scope);
            assertThat(f1(accounts, "TOTAL_IN")).isEqualTo(f1(accounts, "TOTAL_OUT"));
            assertThat(f1(accounts, "INCOME")).isEqualTo(sums.agency("6").credit());
            assertThat(f1(accounts, "EXPENDITURE")).isEqualTo(sums.agency("7").debit());
            assertThat(f1(accounts, "CLOSING")).isEqualTo(sums.agency("8001").debit());
            assertThat(fen(accounts, "F2", "TOTAL", "TOTAL")).isEqualTo(f1(accounts, "INCOME"));
            assertThat(fen(accounts, "F2", "TOTAL", "FISCAL"))
                    .isEqualTo(fen(accounts, "F4", "INCOME", "TOTAL"))
                    .isEqualTo(sums.agency("6001").credit());
            assertThat(fen(accounts, "F3", "TOTAL", "TOTAL")).isEqualTo(f1(accounts, "EXPENDITURE"));
            assertThat(fen(accounts, "F4", "EXPENDITURE", "GENERAL"))
                    .isEqualTo(fen(accounts, "F5", "TOTAL", "TOTAL"))
                    .isEqualTo(fen(accounts, "F3", "TOTAL", "BASIC") + fen(accounts, "F3", "TOTAL", "PROJECT"));
            assertThat(fen(accounts, "F6", "TOTAL", "TOTAL")).isEqualTo(fen(accounts, "F5", "TOTAL", "BASIC"));
            assertThat(fen(accounts, "NEXT_YEAR", "TOTAL", "PAID"))
                    .isEqualTo(sums.allotment("IP").debit());
            assertThat(fen(accounts, "NEXT_YEAR", "TOTAL", "RESERVE"))
                    .isEqualTo(sums.memorandum("M01").debit());
        }
    }

    @Property(tries = 30)
    void the_balance_sheet_balances_and_the_surplus_is_income_less_expenses(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        for (Scope scope : SCOPES) {
            FinalAccounts accounts = of(walk, scope);
            Sums sums = sums(walk, scope);
            assertThat(fen(accounts, "BALANCE", "ASSETS", "CLOSING"))
                    .isEqualTo(fen(accounts, "BALANCE", "LIABILITIES_AND_NET_ASSETS", "CLOSING"))
                    .isEqualTo(sums.agency("1").debit());
            assertThat(fen(accounts, "INCOME", "SURPLUS", "YEAR"))
                    .isEqualTo(sums.agency("4").credit() - sums.agency("5").debit());
        }
    }

    @Property(tries = 30)
    void INV_53_the_four_groups_lead_from_the_budgetary_difference_to_the_surplus(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        Map<Group, Long> ofAgencies = new EnumMap<>(Group.class);
        for (Scope scope : SCOPES) {
            FinalAccounts accounts = of(walk, scope);
            Bridge bridge = bridge(walk, accounts);
            assertThat(bridge.budgetary()).isEqualTo(f1(accounts, "INCOME") - f1(accounts, "EXPENDITURE"));
            assertThat(bridge.surplus()).isEqualTo(fen(accounts, "INCOME", "SURPLUS", "YEAR"));
            for (Group group : Group.values()) {
                long fen = bridge.fen(group);
                ofAgencies.merge(group, scope.equals(ALL) ? -fen : fen, Long::sum);
            }
            assertThat(bridge.lines())
                    .allSatisfy(line -> assertThat(line.items()).isNotEmpty());
        }
        assertThat(ofAgencies.values()).containsOnly(0L);
    }

    private static Bridge bridge(Walk walk, FinalAccounts accounts) {
        try (RecordCursor records = walk.loop.records(0)) {
            return accounts.bridge(records);
        }
    }

    @Property(tries = 15)
    void every_cell_is_made_of_its_balances_and_of_the_entries_behind_them(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        for (Statement statement : of(walk, ALL).all()) {
            for (Statement.Line line : statement.lines()) {
                line.cells().values().stream().filter(cell -> cell.fen() != 0).forEach(cell -> explain(walk, cell));
            }
        }
    }

    private static void explain(Walk walk, Cell cell) {
        assertThat(cell.parts().stream().mapToLong(Cell.Part::fen).sum()).isEqualTo(cell.fen());
        try (RecordCursor records = walk.loop.records(0)) {
            assertThat(cell.explain(records))
                    .isNotEmpty()
                    .allSatisfy(behind -> assertThat(behind.record()
                                    .entries()
                                    .get(behind.entry().index())
                                    .lines())
                            .contains(behind.line()));
        }
    }

    @Property(tries = 30)
    void a_division_shows_its_agencies_together(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        FinalAccounts organ = of(walk, SCOPES.get(0));
        FinalAccounts institution = of(walk, SCOPES.get(1));
        FinalAccounts all = of(walk, ALL);
        for (Statement statement : all.all()) {
            String code = statement.layout().code();
            for (Statement.Line line : statement.lines()) {
                if (line.row().by().isEmpty() && !line.row().isRare()) {
                    line.cells()
                            .forEach((column, cell) -> assertThat(cell.fen())
                                    .isEqualTo(fen(organ, code, line.row().code(), column)
                                            + fen(institution, code, line.row().code(), column)));
                }
            }
        }
        assertThat(of(walk, Scope.department(DIVISION, "105", YEAR)).all().stream()
                        .map(Statement::lines)
                        .map(lines -> lines.stream()
                                .map(FinalAccountsProperties::print)
                                .toList()))
                .isEqualTo(all.all().stream()
                        .map(Statement::lines)
                        .map(lines -> lines.stream()
                                .map(FinalAccountsProperties::print)
                                .toList())
                        .toList());
    }

    private static String print(Statement.Line line) {
        return line.row().code() + " " + line.code() + " " + line.cells();
    }

    @Property(tries = 30)
    void a_year_reads_the_same_before_and_after_it_is_closed_and_its_closing_is_the_next_opening(
            @ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        for (Scope scope : SCOPES) {
            KeptBooks books = new KeptBooks(walk.loop, RULES);
            ImmutableList<String> before = print(STATEMENTS.of(books, scope));
            assertThat(print(STATEMENTS.of(books.close(), scope))).isEqualTo(before);
            FinalAccounts closed = STATEMENTS.of(books.roll(), scope);
            assertThat(print(closed)).isEqualTo(before);
            FinalAccounts next =
                    STATEMENTS.of(books, new Scope(DIVISION, YEAR + 1, scope.agency(), scope.withSubordinates()));
            assertThat(f1(next, "OPENING")).isEqualTo(f1(closed, "CLOSING"));
            for (Statement.Line line : closed.statement("BALANCE").lines()) {
                assertThat(fen(next, "BALANCE", line.row().code(), "OPENING"))
                        .isEqualTo(line.cell("CLOSING").fen());
            }
            assertThat(fen(next, "INCOME", "SURPLUS", "PRIOR")).isEqualTo(fen(closed, "INCOME", "SURPLUS", "YEAR"));
        }
    }

    private static ImmutableList<String> print(FinalAccounts accounts) {
        return accounts.all().stream().map(StatementCsv::of).collect(ImmutableList.toImmutableList());
    }
}
