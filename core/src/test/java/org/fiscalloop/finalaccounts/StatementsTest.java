package org.fiscalloop.finalaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;

import java.util.stream.Collectors;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The statements of a small year, in 万元; each number is worked out by hand from what {@link SmallYear} says. */
class StatementsTest {
    private static final SmallYear SMALL = new SmallYear();

    /** The lines in which there is something: row, code, amounts. */
    private static String print(Statement statement) {
        return statement.lines().stream()
                .filter(line -> line.cells().values().stream().anyMatch(cell -> cell.fen() != 0))
                .map(line -> line.row().code() + " " + line.code() + " "
                        + line.cells().values().stream()
                                .map(cell -> TenThousandYuan.text(cell.fen()))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String print(Scope scope, String code) {
        return print(SMALL.of(scope).statement(code));
    }

    private static String ofOrgan(String code) {
        return print(SMALL.organAccounts().statement(code));
    }

    @Test
    void F1_shows_opening_and_income_beside_expenditure_and_closing() {
        assertThat(ofOrgan("F1")).isEqualTo("""
                GENERAL  8.20
                OTHER  6.20
                INCOME  14.40
                OPENING  49.14
                TOTAL_IN  63.54
                FUNCTION 201 8.20
                EXPENDITURE  8.20
                CLOSING  55.34
                TOTAL_OUT  63.54""");
    }

    @Test
    void a_rare_row_stands_only_where_something_is_in_it_and_any_other_always() {
        assertThat(SMALL.organAccounts().statement("F1").lines())
                .extracting(line -> line.row().code())
                .contains("STATE_CAPITAL", "DISTRIBUTED")
                .doesNotContain("FISCAL_OTHER", "OPENING_ADJUSTED");
    }

    @Test
    void F2_shows_income_by_function_and_what_names_none_in_a_line_of_its_own() {
        assertThat(ofOrgan("F2")).isEqualTo("""
                TOTAL  14.40 8.20 0.00 0.00 0.00 0.00 6.20
                FUNCTION  0.01 0.00 0.00 0.00 0.00 0.00 0.01
                FUNCTION 201 14.39 8.20 0.00 0.00 0.00 0.00 6.19
                FUNCTION 20106 14.39 8.20 0.00 0.00 0.00 0.00 6.19
                FUNCTION 2010601 4.00 4.00 0.00 0.00 0.00 0.00 0.00
                FUNCTION 2010602 10.39 4.20 0.00 0.00 0.00 0.00 6.19""");
        Statement f2 = SMALL.organAccounts().statement("F2");
        assertThat(f2.line("FUNCTION", "").label()).isEqualTo("未分支出功能分类");
        assertThat(f2.line("FUNCTION", "20106").label()).isEqualTo("财政事务");
        assertThat(f2.line("FUNCTION", "20106").level()).isEqualTo(2);
    }

    @Test
    void F3_and_F5_show_basic_and_project_expenditure_by_function() {
        assertThat(ofOrgan("F3")).isEqualTo("""
                TOTAL  8.20 4.00 4.20 0.00 0.00 0.00
                FUNCTION 201 8.20 4.00 4.20 0.00 0.00 0.00
                FUNCTION 20106 8.20 4.00 4.20 0.00 0.00 0.00
                FUNCTION 2010601 4.00 4.00 0.00 0.00 0.00 0.00
                FUNCTION 2010602 4.20 0.00 4.20 0.00 0.00 0.00""");
        assertThat(ofOrgan("F5")).isEqualTo("""
                FUNCTION 201 8.20 4.00 4.20
                FUNCTION 20106 8.20 4.00 4.20
                FUNCTION 2010601 4.00 4.00 0.00
                FUNCTION 2010602 4.20 0.00 4.20
                TOTAL  8.20 4.00 4.20""");
    }

    @Test
    void F4_shows_what_was_appropriated_by_budget() {
        assertThat(ofOrgan("F4")).isEqualTo("""
                GENERAL  8.20 8.20 0.00 0.00
                INCOME  8.20 8.20 0.00 0.00
                OPENING  21.63 21.63 0.00 0.00
                OPENING_GENERAL  21.63 21.63 0.00 0.00
                TOTAL_IN  29.83 29.83 0.00 0.00
                FUNCTION 201 8.20 8.20 0.00 0.00
                EXPENDITURE  8.20 8.20 0.00 0.00
                CLOSING  21.63 21.63 0.00 0.00
                TOTAL_OUT  29.83 29.83 0.00 0.00""");
    }

    @Test
    void F6_shows_basic_expenditure_by_economic_class() {
        assertThat(ofOrgan("F6")).isEqualTo("""
                ECONOMIC 301 4.00 4.00 0.00
                ECONOMIC 30101 4.00 4.00 0.00
                TOTAL  4.00 4.00 0.00""");
    }

    @Test
    void the_balance_sheet_shows_what_the_organ_owns_and_owes() {
        assertThat(ofOrgan("BALANCE")).isEqualTo("""
                CASH  33.71 27.51
                QUOTA_RECEIVABLE  21.63 21.63
                CURRENT_ASSETS  55.34 49.14
                FIXED_ASSETS  1.30 0.00
                FIXED_ASSETS_NET  1.30 0.00
                NON_CURRENT_ASSETS  1.30 0.00
                ASSETS  56.64 49.14
                EMPLOYEE_COMPENSATION_PAYABLE  1.00 0.00
                CURRENT_LIABILITIES  1.00 0.00
                LIABILITIES  1.00 0.00
                ACCUMULATED_SURPLUS  55.64 49.14
                NET_ASSETS  55.64 49.14
                LIABILITIES_AND_NET_ASSETS  56.64 49.14""");
    }

    @Test
    void the_income_statement_shows_what_the_organ_earned_and_what_it_cost_and_the_year_before() {
        assertThat(ofOrgan("INCOME")).isEqualTo("""
                INCOME  14.40 0.00
                FISCAL_INCOME  8.20 0.00
                OTHER_INCOME  6.20 0.00
                EXPENSES  7.90 0.00
                OPERATING_EXPENSES  7.90 0.00
                SURPLUS  6.50 0.00""");
        assertThat(print(Scope.agency(DIVISION, ORGAN, YEAR + 1), "INCOME")).isEqualTo("""
                INCOME  0.00 14.40
                FISCAL_INCOME  0.00 8.20
                OTHER_INCOME  0.00 6.20
                EXPENSES  0.00 7.90
                OPERATING_EXPENSES  0.00 7.90
                SURPLUS  0.00 6.50""");
    }

    @Test
    void the_next_budget_is_prepared_from_what_each_project_paid_and_has_left() {
        assertThat(ofOrgan("NEXT_YEAR")).isEqualTo("""
                PROJECT 31010724T000000000001 4.00 6.00 0.00 0.00 0.00
                PROJECT 31010724T000000000002 4.20 3.80 0.00 0.00 0.00
                TOTAL  8.20 9.80 0.00 0.00 0.00""");
        assertThat(SMALL.organAccounts()
                        .statement("NEXT_YEAR")
                        .line("PROJECT", "31010724T000000000002")
                        .label())
                .isEqualTo("项目2");
    }

    @Test
    void a_department_and_a_division_show_their_agencies_together() {
        String both = """
                GENERAL  8.90
                OTHER  6.20
                INCOME  15.10
                OPENING  49.14
                TOTAL_IN  64.24
                FUNCTION 201 8.90
                EXPENDITURE  8.90
                CLOSING  55.34
                TOTAL_OUT  64.24""";
        assertThat(print(Scope.division(DIVISION, YEAR), "F1")).isEqualTo(both);
        assertThat(print(Scope.department(DIVISION, "105", YEAR), "F1")).isEqualTo(both);
        assertThat(print(Scope.department(DIVISION, ORGAN, YEAR), "F1")).isEqualTo(ofOrgan("F1"));
        assertThat(print(Scope.agency(DIVISION, "105", YEAR), "F1")).isEmpty();
        assertThat(print(Scope.agency(DIVISION, INSTITUTION, YEAR), "INCOME")).isEqualTo("""
                INCOME  0.70 0.00
                FISCAL_INCOME  0.70 0.00
                EXPENSES  0.70 0.00
                ADMINISTRATIVE_EXPENSES  0.70 0.00""");
    }

    @Test
    void a_year_reads_the_same_when_it_is_closed_and_when_it_has_been_carried_on() {
        SmallYear year = new SmallYear();
        var before =
                year.organAccounts().all().stream().map(StatementsTest::print).toList();
        year.books.close();
        assertThat(year.organAccounts().all().stream().map(StatementsTest::print))
                .isEqualTo(before);
        year.books.roll();
        assertThat(year.organAccounts().all().stream().map(StatementsTest::print))
                .isEqualTo(before);
    }

    @Test
    void books_that_do_not_balance_make_no_statement() {
        SmallYear year = new SmallYear();
        Segments at = Dimensions.of(Dimensions.DIVISION, DIVISION)
                .with(Dimensions.YEAR, Integer.toString(YEAR))
                .with(Dimensions.AGENCY, ORGAN);
        year.books.book(Basis.FINANCIAL, Line.debit(KeptBooks.account("INVENTORY"), 1, at));

        assertThatThrownBy(year::organAccounts)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ASSETS = LIABILITIES_AND_NET_ASSETS in column CLOSING: 0.01 more on the left");
    }

    @Test
    void there_is_no_statement_line_or_column_of_another_name() {
        Statement f3 = SMALL.organAccounts().statement("F3");
        assertThatThrownBy(() -> SMALL.organAccounts().statement("F9")).hasMessageContaining("no layout F9");
        assertThatThrownBy(() -> f3.line("FUNCTION", "999")).hasMessageContaining("999");
        assertThatThrownBy(() -> f3.line("TOTAL").cell("NONE")).hasMessageContaining("no column NONE");
        assertThatThrownBy(() -> new Scope(DIVISION, YEAR, java.util.Optional.empty(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void amounts_are_yuan_at_the_edge_and_rounded_for_print_alone() {
        assertThat(SMALL.organAccounts()
                        .statement("F3")
                        .line("TOTAL")
                        .cell("BASIC")
                        .amount())
                .isEqualTo(Money.parse("CNY 40000.00"));
        assertThat(TenThousandYuan.text(4_999)).isEqualTo("0.00");
        assertThat(TenThousandYuan.text(5_000)).isEqualTo("0.01");
        assertThat(TenThousandYuan.text(-5_000)).isEqualTo("-0.01");
        assertThat(TenThousandYuan.text(3_267_150_000L)).isEqualTo("3267.15");
    }
}
