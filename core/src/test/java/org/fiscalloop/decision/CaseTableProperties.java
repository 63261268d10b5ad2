package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.rulebook.NationalRulebook;

class CaseTableProperties {
    private static ImmutableList<CaseTable<?>> national(int year) {
        AccountingRules rules = NationalRulebook.of(year).accounting();
        ImmutableList.Builder<CaseTable<?>> all = ImmutableList.builder();
        all.addAll(rules.accounts());
        rules.cases().values().forEach(all::addAll);
        return all.build();
    }

    @Provide
    Arbitrary<CaseTable<?>> tables() {
        return Arbitraries.integers()
                .between(NationalRulebook.FIRST_YEAR, NationalRulebook.LAST_YEAR)
                .flatMap(year -> Arbitraries.of(national(year)));
    }

    private static List<List<String>> questions(CaseTable<?> table) {
        return Lists.cartesianProduct(Lists.transform(table.facets(), Facet::constants));
    }

    private static boolean isAnswered(List<String> cells, List<String> question) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).equals("ANY") && !cells.get(i).equals(question.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Property
    void the_case_table_is_complete_and_unambiguous(@ForAll("tables") CaseTable<?> table) {
        assertThat(questions(table)).isNotEmpty().allSatisfy(question -> {
            List<Object> answers = new ArrayList<>();
            for (CaseTable.Row<?> row : table.rows()) {
                if (isAnswered(row.cells(), question)) {
                    answers.add(row.answer());
                }
            }
            assertThat(answers).containsExactly(table.answer(question));
        });
    }

    @Property
    <V> void a_table_without_one_of_its_rows_has_a_hole_and_is_refused(
            @ForAll("tables") CaseTable<V> table, @ForAll int any) {
        List<CaseTable.Row<V>> rows = new ArrayList<>(table.rows());
        rows.remove(Math.floorMod(any, rows.size()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseTable<>(table.name(), table.facets(), ImmutableList.copyOf(rows)))
                .withMessageContaining(table.name())
                .withMessageContaining("0 times");
    }

    @Property
    <V> void a_table_with_one_of_its_rows_twice_overlaps_and_is_refused(
            @ForAll("tables") CaseTable<V> table, @ForAll int any) {
        List<CaseTable.Row<V>> rows = new ArrayList<>(table.rows());
        rows.add(rows.get(Math.floorMod(any, rows.size())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseTable<>(table.name(), table.facets(), ImmutableList.copyOf(rows)))
                .withMessageContaining("2 times");
    }

    @Property
    <V> void a_row_for_anything_overlaps_the_others_and_is_refused(@ForAll("tables") CaseTable<V> table) {
        List<CaseTable.Row<V>> rows = new ArrayList<>(table.rows());
        rows.add(new CaseTable.Row<>(
                ImmutableList.copyOf(
                        java.util.Collections.nCopies(table.facets().size(), "ANY")),
                rows.get(0).answer()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseTable<>(table.name(), table.facets(), ImmutableList.copyOf(rows)))
                .withMessageContaining("not once");
    }
}
