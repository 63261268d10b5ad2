package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.accounting.Charts;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Source;
import org.fiscalloop.finalaccounts.Layout.Row;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Layouts are tables that are proved when they meet a chart. */
class LayoutsTest {
    private static final ImmutableList<Chart> CHARTS = Charts.national();

    /** Rows that stand in no identity: they show part of the row above them, or that a total is the sum of two. */
    private static final ImmutableSet<String> OF_WHICH =
            ImmutableSet.of("OPENING_ADJUSTED", "FISCAL_INCOME_GOVERNMENT_FUND");

    private static Layout without(Layout layout, Row row) {
        return with(
                layout, layout.rows().stream().filter(each -> !each.equals(row)).collect(toImmutableList()));
    }

    private static Layout with(Layout layout, ImmutableList<Row> rows) {
        return new Layout(
                layout.code(),
                layout.title(),
                layout.titleZh(),
                layout.source(),
                rows,
                layout.columns(),
                layout.identities());
    }

    @TestFactory
    Stream<DynamicTest> no_row_can_be_left_out() {
        return Layouts.ALL.stream()
                .flatMap(layout -> layout.rows().stream()
                        .filter(row -> !OF_WHICH.contains(row.code()))
                        .map(row -> DynamicTest.dynamicTest(
                                layout.code() + " " + row.code(),
                                () -> assertThatThrownBy(() -> without(layout, row))
                                        .isInstanceOf(IllegalArgumentException.class)
                                        .hasMessageContaining(row.code()))));
    }

    @TestFactory
    Stream<DynamicTest> no_account_can_be_taken_from_a_row_that_adds_up() {
        return Layouts.ALL.stream()
                .filter(layout -> !layout.code().equals("NEXT_YEAR"))
                .flatMap(layout -> layout.rows().stream()
                        .filter(row ->
                                !OF_WHICH.contains(row.code()) && row.of().size() == 1)
                        .filter(row -> row.of().get(0).filter().accounts().size() > 1)
                        .map(row -> DynamicTest.dynamicTest(
                                layout.code() + " " + row.code(),
                                () -> assertThatThrownBy(() -> Table.of(shortened(layout, row), CHARTS))
                                        .hasMessageContaining("does not keep"))));
    }

    private static Layout shortened(Layout layout, Row row) {
        Filter filter = row.of().get(0).filter();
        Row shorter = new Row(
                row.section(),
                row.code(),
                row.level(),
                row.label(),
                row.labelZh(),
                row.isRare(),
                ImmutableList.of(new Layout.Counted(
                        row.of().get(0).side(),
                        ImmutableFilter.builder()
                                .from(filter)
                                .accounts(filter.accounts()
                                        .subList(0, filter.accounts().size() - 1))
                                .build())),
                row.by());
        return with(
                layout,
                layout.rows().stream()
                        .map(each -> each.equals(row) ? shorter : each)
                        .collect(toImmutableList()));
    }

    @Test
    void an_account_that_a_chart_adds_must_be_shown() {
        Chart agency = CHARTS.get(2);
        assertThat(agency.ledger()).isEqualTo(Ledgers.AGENCY);
        Account added = new Account(
                new Meaning(Ledgers.AGENCY, "PENSION_BUDGET_INCOME"),
                "6999",
                "Pension budget income",
                "年金预算收入",
                Basis.BUDGETARY,
                "BUDGET_INCOME",
                Side.CREDIT,
                Optional.empty(),
                Source.own("for a test"));
        Chart longer = Chart.of(
                Ledgers.AGENCY,
                Stream.concat(agency.accounts().stream(), Stream.of(added)).toList());
        List<Chart> charts = List.of(CHARTS.get(0), CHARTS.get(1), longer, CHARTS.get(3));

        assertThatThrownBy(() -> Table.of(Layouts.F1, ImmutableList.copyOf(charts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layout F1 does not keep INCOME = ")
                .hasMessageContaining("PENSION_BUDGET_INCOME");
        assertThatThrownBy(() -> Table.of(Layouts.F2, ImmutableList.copyOf(charts)))
                .hasMessageContaining("TOTAL = FISCAL + SUPERIOR");
    }

    @Test
    void a_layout_names_accounts_that_there_are() {
        assertThatThrownBy(() -> Table.of(Layouts.BALANCE, ImmutableList.of(CHARTS.get(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a layout names what no chart has");
    }

    @Test
    void codes_of_layouts_and_rows_are_unique() {
        assertThatThrownBy(() -> Statements.under(SmallYear.RULES, ImmutableList.of(Layouts.F3, Layouts.F3)))
                .hasMessageContaining("two layouts have one code: [F3, F3]");
        ImmutableList<Row> twice = ImmutableList.<Row>builder()
                .addAll(Layouts.F3.rows())
                .add(Layouts.F3.rows().get(0))
                .build();
        assertThatThrownBy(() -> with(Layouts.F3, twice)).hasMessageContaining("a code stands twice in layout F3");
    }

    @Test
    void a_layout_of_ones_own_is_filled_in_like_the_others() {
        SmallYear year = new SmallYear();
        Row wages = new Row(
                "owed",
                "WAGES",
                0,
                "Wages owed",
                "欠发工资",
                false,
                ImmutableList.of(new Layout.Counted(
                        Side.CREDIT,
                        ImmutableFilter.builder()
                                .addAccounts(Filter.Named.parse("EMPLOYEE_COMPENSATION_PAYABLE"))
                                .build())),
                Optional.of(new Layout.By(org.fiscalloop.masterdata.Dimensions.DEPARTMENT_ECONOMIC, 1)));
        Layout own = new Layout(
                "OWN",
                "Wages owed",
                "欠发工资表",
                Source.own("for a test"),
                ImmutableList.of(wages),
                ImmutableList.of(new Layout.Column(
                        "AMOUNT", "Amount", "金额", 0, ImmutableFilter.builder().build())),
                ImmutableList.of());

        Statement statement = Statements.under(SmallYear.RULES, ImmutableList.of(own))
                .of(year.books, Scope.agency("310107000", "105001", 2024))
                .statement("OWN");
        assertThat(statement.line("WAGES", "301").cell("AMOUNT").fen()).isEqualTo(1_000_000);
        assertThat(statement.line("WAGES", "301").label()).isEqualTo("工资福利支出");
    }
}
