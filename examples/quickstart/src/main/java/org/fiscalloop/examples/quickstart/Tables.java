package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.examples.quickstart.Comparison.Column;
import org.fiscalloop.examples.quickstart.Expenditure.Cell;
import org.fiscalloop.examples.quickstart.Published.Row;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.SpendingKind;

/** The published tables beside what the books give. */
final class Tables {
    private final Published published;
    private final Office office;
    private final LocalDate on;
    private final Expenditure spent;
    private final Expenditure paid;
    private final Expenditure appropriated;

    Tables(Published published, Office office, LocalDate on) {
        this.published = published;
        this.office = office;
        this.on = on;
        this.spent = Expenditure.spent(office, on);
        this.paid = Expenditure.paid(office, on);
        this.appropriated = Expenditure.appropriated(office, on);
    }

    void print(Page page) {
        Comparison execution = execution();
        Comparison f3 = byFunction(published.expenditure(), spent, cell -> true);
        Comparison f5 =
                byFunction(published.byFunction(), paid, cell -> cell.fund().startsWith("11"));
        Comparison f6 = byEconomic();
        page.title("2  Budget against actual by item · 年初预算与决算");
        page.line("opening budget: allotment ledger, 本级财力; actual: agency ledger, 行政支出");
        print(page, execution);
        page.title("3  The published tables from the books · 决算表");
        page.line("F2 收入决算表, total: agency ledger, 财政拨款预算收入 and 其他预算收入");
        print(page, income());
        page.blank();
        page.line("F3 支出决算表: agency ledger, 行政支出, by function and kind of project");
        print(page, f3);
        page.blank();
        page.line("F5 一般公共预算财政拨款支出决算表: allotment ledger, 国库集中支付 of fund 11");
        print(page, f5);
        page.blank();
        page.line("F6 一般公共预算财政拨款基本支出决算表: agency ledger, 行政支出 of basic projects, by economic 款");
        print(page, f6);
        page.blank();
        ledgers(page);
        page.title("4  What the document rounds · 公开数据的四舍五入");
        execution.roundings("年初预算与决算").forEach(page::line);
        f3.roundings("F3").forEach(page::line);
        f5.roundings("F5").forEach(page::line);
        f6.roundings("F6").forEach(page::line);
        published.conflicts().forEach(page::line);
        page.line("The books hold what F3 says: the parts that the document itself adds up to.");
    }

    /** What ties the three ledgers at the end of the year. */
    private void ledgers(Page page) {
        page.line("The ledgers at the end of the year, 万元:");
        page.line("  allotment ledger, paid 国库集中支付            " + Wan.text(paid.sum(cell -> true)));
        page.line("  agency ledger, expenditure 行政支出            " + Wan.text(spent.sum(cell -> true)));
        page.line("  treasury ledger, expenditure 一般公共预算支出  "
                + left(Ledgers.TREASURY, "GENERAL_PUBLIC_BUDGET_EXPENDITURE"));
        page.line("  treasury ledger, cash 国库存款                 " + left(Ledgers.TREASURY, "TREASURY_DEPOSITS"));
        page.line(
                "  agency ledger, wages owed 应付职工薪酬         " + left(Ledgers.AGENCY, "EMPLOYEE_COMPENSATION_PAYABLE"));
        page.line("  paid, not yet cleared 已支付未清算             " + left(Ledgers.MEMORANDUM, "PAID_NOT_CLEARED"));
    }

    private String left(LedgerId ledger, String account) {
        return Wan.text(Expenditure.on(ledger, account, office, on));
    }

    private static void print(Page page, Comparison comparison) {
        page.table(comparison.print());
        page.line(comparison.verdict());
    }

    private Comparison income() {
        long other = Expenditure.on(Ledgers.AGENCY, "OTHER_BUDGET_INCOME_NON_EARMARKED", office, on);
        long fiscal = Fen.add(
                Expenditure.on(Ledgers.AGENCY, "FISCAL_BUDGET_INCOME_PROJECT", office, on),
                Fen.add(
                        Expenditure.on(Ledgers.AGENCY, "FISCAL_BUDGET_INCOME_PERSONNEL", office, on),
                        Expenditure.on(Ledgers.AGENCY, "FISCAL_BUDGET_INCOME_OPERATING", office, on)));
        return new Comparison(
                ImmutableList.of(Published.total(published.income())),
                ImmutableMap.of(
                        "合计", new Column(Published.ALL, row -> Fen.add(fiscal, other)),
                        "财政拨款收入", new Column("fiscal_appropriation", row -> fiscal),
                        "其他收入", new Column("other_income", row -> other)));
    }

    private Comparison execution() {
        return new Comparison(
                published.execution(),
                ImmutableMap.of(
                        "年初预算", new Column(Published.OPENING, row -> appropriated.sum(ofFunction(row))),
                        "决算", new Column(Published.ACTUAL, row -> spent.sum(ofFunction(row)))));
    }

    private static Comparison byFunction(ImmutableList<Row> table, Expenditure books, Predicate<Cell> in) {
        return new Comparison(
                table,
                ImmutableMap.of(
                        "合计", new Column(Published.ALL, row -> books.sum(in.and(ofFunction(row)))),
                        "基本支出",
                                new Column(
                                        Published.BASIC,
                                        row -> books.sum(in.and(ofFunction(row)).and(Tables::isBasic))),
                        "项目支出",
                                new Column(
                                        Published.PROJECT,
                                        row -> books.sum(in.and(ofFunction(row)).and(cell -> !isBasic(cell))))));
    }

    private Comparison byEconomic() {
        return new Comparison(
                published.byEconomic(),
                ImmutableMap.of(
                        "基本支出",
                        new Column(
                                Published.ALL, row -> spent.sum(ofEconomic(row).and(Tables::isBasic)))));
    }

    private static boolean isBasic(Cell cell) {
        return cell.kind().isBasic();
    }

    private static Predicate<Cell> ofFunction(Row row) {
        return cell -> row.isTotal() || cell.function().startsWith(row.code());
    }

    /** The two totals of F6 are those of 人员经费 and 公用经费, told apart by their names. */
    private static Predicate<Cell> ofEconomic(Row row) {
        SpendingKind kind = row.name().startsWith("人员") ? SpendingKind.PERSONNEL : SpendingKind.OPERATING;
        return cell -> row.isTotal() ? cell.kind() == kind : cell.economic().startsWith(row.code());
    }
}
