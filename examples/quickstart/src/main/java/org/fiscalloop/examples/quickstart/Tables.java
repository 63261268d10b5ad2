package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.examples.quickstart.Comparison.Column;
import org.fiscalloop.examples.quickstart.Published.Row;
import org.fiscalloop.finalaccounts.FinalAccounts;
import org.fiscalloop.finalaccounts.Scope;
import org.fiscalloop.finalaccounts.Statement;
import org.fiscalloop.finalaccounts.Statements;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.rulebook.RulesInForce;

/** The published tables beside what the books give. */
final class Tables {
    private static final String FUNCTION = "FUNCTION";
    private static final String TOTAL = "TOTAL";
    private static final String AMOUNT = "AMOUNT";
    private static final String DEPOSITS = "TREASURY_DEPOSITS";

    private final Published published;
    private final Office office;
    private final LocalDate on;
    private final FinalAccounts accounts;

    Tables(Published published, Office office, LocalDate on) {
        this.published = published;
        this.office = office;
        this.on = on;
        this.accounts = accounts(office, on);
    }

    /** The statements of the office's agency. */
    static FinalAccounts accounts(Office office, LocalDate on) {
        RulesInForce rules = office.rules(on);
        Statements statements = Statements.under(rules);
        Scope scope = Scope.agency(
                office.agency().division(),
                office.agency().agency(),
                office.agency().fiscalYear());
        return office.loop().read(rules, reads -> statements.of(reads, scope));
    }

    /** What the books give. */
    FinalAccounts accounts() {
        return accounts;
    }

    void print(Page page) {
        Comparison execution = execution();
        Comparison f1 = new Comparison(
                beside("F1"),
                ImmutableMap.of("决算数", new Column(Published.ALL, row -> cell("F1", row, AMOUNT))),
                rounded("F1"));
        Comparison f2 = byFunction(
                published.income(), "F2", "财政拨款收入", "FISCAL", "fiscal_appropriation", "其他收入", "OTHER", "other_income");
        Comparison f3 = byFunction(
                published.expenditure(), "F3", "基本支出", "BASIC", Published.BASIC, "项目支出", "PROJECT", Published.PROJECT);
        Comparison f4 = new Comparison(
                beside("F4"),
                ImmutableMap.of(
                        "合计",
                        new Column(Published.ALL, row -> cell("F4", row, TOTAL)),
                        "一般公共预算",
                        new Column(Published.GENERAL_BUDGET, row -> cell("F4", row, "GENERAL"))),
                rounded("F4"));
        Comparison f5 = byFunction(
                published.byFunction(), "F5", "基本支出", "BASIC", Published.BASIC, "项目支出", "PROJECT", Published.PROJECT);
        Comparison f6 = byEconomic();
        page.title("5  Budget against actual by item · 年初预算与决算");
        page.line("opening budget: allotment ledger, 本级财力; actual: F3");
        print(page, execution);
        page.title("6  The final accounts from the books · 决算表");
        print(page, "F1", f1);
        print(page, "F2", f2);
        print(page, "F3", f3);
        print(page, "F4", f4);
        print(page, "F5", f5);
        print(page, "F6", f6);
        ledgers(page);
        page.title("7  What the document rounds · 公开数据的四舍五入");
        execution.roundings("年初预算与决算").forEach(page::line);
        f2.roundings("F2").forEach(page::line);
        f3.roundings("F3").forEach(page::line);
        f5.roundings("F5").forEach(page::line);
        f6.roundings("F6").forEach(page::line);
        published.conflicts().forEach(page::line);
        page.line("The books hold what F3 says: the parts that the document itself adds up to.");
    }

    /** What ties the three ledgers at the end of the year. */
    private void ledgers(Page page) {
        page.line("The ledgers of the year, 万元:");
        page.line("  allotment ledger, paid 国库集中支付            " + ofTheYear(Ledgers.ALLOTMENT, "PAID_CENTRAL"));
        page.line("  agency ledger, expenditure 行政支出            "
                + ofTheYear(Ledgers.AGENCY, "ADMINISTRATIVE_EXPENDITURE_FROM_FISCAL_APPROPRIATION"));
        page.line("  treasury ledger, expenditure 一般公共预算支出  "
                + ofTheYear(Ledgers.TREASURY, "GENERAL_PUBLIC_BUDGET_EXPENDITURE"));
        cash(page);
        page.line(
                "  agency ledger, wages owed 应付职工薪酬         " + left(Ledgers.AGENCY, "EMPLOYEE_COMPENSATION_PAYABLE"));
        page.line("  paid, not yet cleared 已支付未清算             " + left(Ledgers.MEMORANDUM, "PAID_NOT_CLEARED"));
    }

    /** The cash of the treasury, and how it comes about. */
    private void cash(Page page) {
        long left = Expenditure.on(Ledgers.TREASURY, DEPOSITS, office, at -> true);
        long opening =
                Expenditure.on(Ledgers.TREASURY, DEPOSITS, office, at -> isOfTheYear(at) && Phase.OPENING.has(at));
        long revenue = booked(Ledgers.TREASURY, "GENERAL_PUBLIC_BUDGET_REVENUE");
        long paid = booked(Ledgers.TREASURY, "GENERAL_PUBLIC_BUDGET_EXPENDITURE");
        if (opening + revenue - paid != left) {
            throw new IllegalStateException("the cash of the treasury does not add up: " + left);
        }
        page.line("  treasury ledger, cash 国库存款                 " + Wan.text(left));
        page.line("    = opening 年初 " + Wan.text(opening) + " + revenue 收入 " + Wan.text(revenue) + " - payments 支出 "
                + Wan.text(paid));
    }

    private String ofTheYear(LedgerId ledger, String account) {
        return Wan.text(booked(ledger, account));
    }

    /** What happened in the year, before anything is closed. */
    private long booked(LedgerId ledger, String account) {
        return Expenditure.on(
                ledger,
                account,
                office,
                at -> isOfTheYear(at) && at.value(Dimensions.PHASE).isEmpty());
    }

    private boolean isOfTheYear(Segments at) {
        return at.value(Dimensions.YEAR).equals(Integer.toString(on.getYear()));
    }

    private String left(LedgerId ledger, String account) {
        return Wan.text(Expenditure.on(ledger, account, office, at -> true));
    }

    private void print(Page page, String code, Comparison comparison) {
        page.line(code + " " + accounts.statement(code).layout().titleZh());
        print(page, comparison);
        page.blank();
    }

    private static void print(Page page, Comparison comparison) {
        page.table(comparison.print());
        page.line(comparison.verdict());
    }

    /** The lines of a statement, each with what is published of it; those with nothing at all are left out. */
    private ImmutableList<Row> beside(String code) {
        Map<String, Row> left = new LinkedHashMap<>(published.balance(code));
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        for (Statement.Line line : accounts.statement(code).lines()) {
            String at = line.code().isEmpty() ? line.row().code() : line.code();
            Row row = left.remove(at);
            if (row != null) {
                rows.add(row);
            } else if (line.cells().values().stream().anyMatch(cell -> cell.fen() != 0)) {
                rows.add(new Row(at, 1, line.label(), ImmutableMap.of()));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("no line of " + code + " is what is published as " + left.keySet());
        }
        return rows.build();
    }

    /** The rows of a table for which the document itself has another figure in F3. */
    private ImmutableSet<String> rounded(String table) {
        return published.balance(table).values().stream()
                .filter(row -> published.expenditure().stream()
                        .anyMatch(other -> other.code().equals(row.code())
                                && other.fen(Published.ALL) != row.fen(Published.ALL)
                                && other.level() == 1))
                .map(Row::code)
                .collect(toImmutableSet());
    }

    private Comparison execution() {
        Expenditure appropriated = Expenditure.appropriated(office, on);
        return new Comparison(
                published.execution(),
                ImmutableMap.of(
                        "年初预算",
                        new Column(
                                Published.OPENING,
                                row -> appropriated.sum(
                                        cell -> row.isTotal() || cell.function().startsWith(row.code()))),
                        "决算",
                        new Column(Published.ACTUAL, row -> cell("F3", row, TOTAL))));
    }

    private Comparison byFunction(
            ImmutableList<Row> table,
            String code,
            String firstHead,
            String first,
            String firstMeasure,
            String secondHead,
            String second,
            String secondMeasure) {
        return new Comparison(
                table,
                ImmutableMap.of(
                        "合计",
                        new Column(Published.ALL, row -> cell(code, row, TOTAL)),
                        firstHead,
                        new Column(firstMeasure, row -> cell(code, row, first)),
                        secondHead,
                        new Column(secondMeasure, row -> cell(code, row, second))));
    }

    private Comparison byEconomic() {
        return new Comparison(
                published.byEconomic(),
                ImmutableMap.of(
                        "基本支出",
                        new Column(
                                Published.ALL,
                                row -> row.isTotal()
                                        ? cell("F6", row, row.name().startsWith("人员") ? "PERSONNEL" : "OPERATING")
                                        : cell("F6", row, TOTAL))));
    }

    /** The figure that a statement has for a published row: its total, a row by its code, or a line by a code of its rows. */
    private long cell(String code, Row row, String column) {
        Statement statement = accounts.statement(code);
        return statement.lines().stream()
                .filter(line -> row.isTotal()
                        ? line.row().code().equals(TOTAL)
                        : line.code().equals(row.code())
                                || (line.code().isEmpty() && line.row().code().equals(row.code())))
                .filter(line -> row.isTotal()
                        || !line.row().code().equals(FUNCTION)
                        || !line.code().isEmpty())
                .mapToLong(line -> line.cell(column).fen())
                .sum();
    }
}
