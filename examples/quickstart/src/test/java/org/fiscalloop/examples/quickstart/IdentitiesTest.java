package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.fiscalloop.examples.quickstart.Documents.Row;
import org.fiscalloop.examples.quickstart.Documents.Side;
import org.fiscalloop.masterdata.Csv;
import org.junit.jupiter.api.Test;

/** Every sum that the collection calls exact is kept by the figures, computed again from the published rows. */
class IdentitiesTest {
    private static final ImmutableList<Csv.Row> RECONCILIATION = Documents.rows(
            "reconciliation.csv", "doc_id,table,identity,code,measure,published,computed,difference,status,money_unit");
    private static final String ROUNDING = "rounding";

    /** Both sides of an identity. */
    private record Sides(BigDecimal whole, BigDecimal parts) {}

    @Test
    void every_identity_that_is_called_exact_holds_when_it_is_computed_again() {
        List<Csv.Row> exact = withStatus("exact");
        assertThat(exact).hasSize(1558);
        assertThat(exact).allSatisfy(identity -> {
            Sides sides = compute(identity);
            assertThat(sides.whole()).isEqualByComparingTo(sides.parts());
            assertThat(sides.whole()).isEqualByComparingTo(identity.text("published"));
            assertThat(sides.parts()).isEqualByComparingTo(identity.text("computed"));
        });
    }

    @Test
    void the_others_differ_by_what_rounding_lost() {
        List<Csv.Row> rounded = withStatus(ROUNDING).stream()
                .filter(identity -> !identity.text("table").equals("narrative"))
                .toList();
        assertThat(rounded).hasSize(10).allSatisfy(identity -> {
            Sides sides = compute(identity);
            assertThat(sides.whole().subtract(sides.parts())).isEqualByComparingTo(identity.text("difference"));
            assertThat(sides.whole()).isNotEqualByComparingTo(sides.parts());
        });
    }

    @Test
    void no_identity_is_left_out() {
        assertThat(withStatus("exact").size() + withStatus(ROUNDING).size()).isEqualTo(RECONCILIATION.size());
    }

    private static ImmutableList<Csv.Row> withStatus(String status) {
        return RECONCILIATION.stream()
                .filter(identity -> identity.text("status").equals(status))
                .collect(toImmutableList());
    }

    private static Sides compute(Csv.Row identity) {
        String doc = identity.text("doc_id");
        List<String> tables = Splitter.on('~').splitToList(identity.text("table"));
        return tables.get(0).endsWith("balance")
                ? ofBalance(doc, tables.get(0), identity.text("identity"))
                : ofLines(doc, tables, identity);
    }

    private static Sides ofLines(String doc, List<String> tables, Csv.Row identity) {
        ImmutableList<Row> table = Documents.table(doc, tables.get(0));
        String code = identity.text("code");
        String measure = identity.text("measure");
        Predicate<Row> isWhole = row -> row.code().equals(code);
        return switch (identity.text("identity")) {
            case "TOTAL=sum(类)" ->
                new Sides(sum(table, isWhole, measure), sum(table, row -> row.level() == 1, measure));
            case "parent=sum(children)" -> {
                int level =
                        table.stream().filter(isWhole).findFirst().orElseThrow().level();
                Predicate<Row> isPart =
                        row -> row.level() == level + 1 && row.code().startsWith(code);
                yield new Sides(sum(table, isWhole, measure), sum(table, isPart, measure));
            }
            case "row: total=sum(parts)" -> {
                Row row = table.stream().filter(isWhole).findFirst().orElseThrow();
                BigDecimal all = row.amounts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                yield new Sides(row.amount("total"), all.subtract(row.amount("total")));
            }
            case "人员经费合计=301+303" -> ofBasic(table, "人员经费合计", "301", "303");
            case "公用经费合计=302+310" -> ofBasic(table, "公用经费合计", "302", "310");
            case "基本支出=人员+公用" ->
                new Sides(sum(table, isWhole, measure), sum(Documents.table(doc, tables.get(1)), isWhole, "total"));
            default -> {
                // two tables whose totals are the same: the second one has only one measure of its own
                ImmutableList<Row> other = Documents.table(doc, tables.get(1));
                yield new Sides(sum(table, isWhole, measure), sum(other, isWhole, "total"));
            }
        };
    }

    private static Sides ofBasic(ImmutableList<Row> table, String name, String first, String second) {
        return new Sides(
                sum(table, row -> row.name().equals(name), "total"),
                sum(table, row -> row.code().equals(first) || row.code().equals(second), "total"));
    }

    private static Sides ofBalance(String doc, String table, String identity) {
        return switch (identity) {
            case "支出总计=sum(类)" ->
                new Sides(
                        side(doc, table, "expenditure", label -> label.equals("支出总计")),
                        side(doc, table, "expenditure", label -> !label.equals("支出总计")));
            case "收入总计=支出总计" ->
                new Sides(
                        side(doc, table, "income", label -> label.endsWith("总计")),
                        side(doc, table, "expenditure", label -> label.endsWith("总计")));
            case "收入总计=本年收入+年初结转" ->
                new Sides(
                        side(doc, table, "income", label -> label.equals("总计")),
                        side(doc, table, "income", label -> label.startsWith("本年") || label.startsWith("年初")));
            case "支出总计=本年支出+年末结转" ->
                new Sides(
                        side(doc, table, "expenditure", label -> label.equals("总计")),
                        side(doc, table, "expenditure", label -> label.startsWith("本年") || label.startsWith("年末")));
            case "本年支出合计=sum(functions)" ->
                new Sides(
                        side(doc, table, "expenditure", label -> label.startsWith("本年")),
                        side(doc, table, "expenditure", label -> label.endsWith("支出")));
            default -> throw new IllegalArgumentException("no such identity: " + identity);
        };
    }

    private static BigDecimal sum(ImmutableList<Row> table, Predicate<Row> of, String measure) {
        return table.stream().filter(of).map(row -> row.amount(measure)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal side(String doc, String table, String side, Predicate<String> label) {
        return Documents.BALANCES.stream()
                .filter(row -> row.doc().equals(doc)
                        && row.table().equals(table)
                        && row.side().equals(side))
                .filter(row -> label.test(row.label()))
                .map(Side::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
