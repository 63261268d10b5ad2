package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.XIAMEN;
import static org.fiscalloop.masterdata.MasterdataFixtures.accepted;
import static org.fiscalloop.masterdata.MasterdataFixtures.readable;
import static org.fiscalloop.masterdata.MasterdataFixtures.refused;
import static org.fiscalloop.masterdata.MasterdataFixtures.refusedFor;
import static org.fiscalloop.masterdata.MasterdataFixtures.row;
import static org.fiscalloop.masterdata.MasterdataFixtures.scope;
import static org.fiscalloop.masterdata.MasterdataFixtures.table;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.junit.jupiter.api.Test;

/** B1 and B3 to B5: what makes a table, and how it may change. */
class CodeTableRulesTest {

    private static final CodeRow SPENDING =
            row("302").isLeaf(false).isNational(true).build();
    private static final CodeRow OFFICE =
            row("30201", "302", 2).name("办公费").isNational(true).build();
    private static final CodeRow PRINTING =
            row("30202", "302", 2).name("印刷费").isNational(true).build();
    private static final CodeTable ECONOMIC = table(Catalogue.DEPARTMENT_ECONOMIC, SPENDING, OFFICE, PRINTING);

    @Test
    void B1_a_row_without_its_parent_is_refused() {
        Refusal refusal = refusedFor(
                "masterdata.code-parent",
                CodeTable.of(
                        scope(LOCAL, 2024, 2025),
                        ImmutableList.of(row("30201", "302", 2).build())));
        assertThat(refusal.facts())
                .containsEntry("code", Fact.text("30201"))
                .containsEntry("parent", Fact.text("302"))
                .containsEntry("year", Fact.count(2024));
    }

    @Test
    void B1_a_parent_is_needed_in_every_year_that_the_table_covers_and_in_no_other() {
        CodeRow parent = row("1").validFrom(2020).validTo(2024).build();
        CodeRow child = row("11", "1", 2).validFrom(2010).build();
        assertThat(refusedFor(
                                "masterdata.code-parent",
                                CodeTable.of(scope(LOCAL, 2023, 2025), ImmutableList.of(parent, child)))
                        .facts())
                .containsEntry("year", Fact.count(2025));
        assertThat(accepted(CodeTable.of(scope(LOCAL, 2023, 2024), ImmutableList.of(child, parent)))
                        .rows())
                .containsExactly(child, parent);
    }

    @Test
    void B1_an_enabled_row_needs_an_enabled_parent() {
        CodeRow parent = row("1").isEnabled(false).build();
        CodeTable.Scope scope = scope(LOCAL, 2024, 2024);
        refusedFor(
                "masterdata.code-parent",
                CodeTable.of(scope, ImmutableList.of(parent, row("11", "1", 2).build())));
        assertThat(accepted(CodeTable.of(
                                scope,
                                ImmutableList.of(
                                        parent,
                                        row("11", "1", 2).isEnabled(false).build())))
                        .rows())
                .hasSize(2);
    }

    @Test
    void B1_a_cycle_is_refused() {
        assertThat(refused(CodeTable.of(
                        scope(LOCAL, 2024, 2024),
                        ImmutableList.of(
                                row("a", "b", 2).build(),
                                row("b", "a", 3).build(),
                                row("c", "c", 2).build()))))
                .extracting(Refusal::code)
                .containsOnly("masterdata.code-parent")
                .hasSize(3);
    }

    @Test
    void B3_two_rows_of_a_code_share_no_year() {
        CodeRow first = row("1").validFrom(2018).validTo(2024).build();
        CodeRow second = row("1").validFrom(2024).validTo(2030).build();
        Refusal refusal = refusedFor(
                "masterdata.code-duplicate", CodeTable.of(scope(LOCAL, 2024, 2025), ImmutableList.of(first, second)));
        assertThat(refusal.facts())
                .containsEntry("validFrom", Fact.count(2024))
                .containsEntry("validTo", Fact.count(2024));
        refusedFor(
                "masterdata.code-duplicate", CodeTable.of(scope(LOCAL, 2024, 2025), ImmutableList.of(second, first)));
    }

    @Test
    void reading_keeps_what_fits_and_refuses_the_rest_in_the_order_of_the_rows() {
        CodeRow orphan = row("21", "2", 2).build();
        CodeRow root = row("1").build();
        CodeTable.Reading reading = CodeTable.read(
                scope(LOCAL, 2024, 2024),
                ImmutableList.of(
                        orphan,
                        row("211", "21", 3).build(),
                        root,
                        row("1").name("again").build()));
        assertThat(reading.table().rows()).containsExactly(root);
        assertThat(readable(reading.refusals()))
                .extracting(Refusal::code, refusal -> refusal.facts().get("code"))
                .containsExactly(
                        tuple("masterdata.code-parent", Fact.text("21")),
                        tuple("masterdata.code-parent", Fact.text("211")),
                        tuple("masterdata.code-duplicate", Fact.text("1")));
    }

    @Test
    void B4_a_later_table_may_disable_or_end_a_code() {
        CodeTable next = table(
                Catalogue.DEPARTMENT_ECONOMIC,
                SPENDING,
                row("30201", "302", 2).isEnabled(false).build(),
                row("30202", "302", 2).validTo(2024).build());
        assertThat(accepted(next.mayReplace(ECONOMIC))).isSameAs(next);
    }

    @Test
    void B4_a_later_table_may_not_drop_a_code() {
        Decision<CodeTable> decision =
                table(Catalogue.DEPARTMENT_ECONOMIC, SPENDING, PRINTING).mayReplace(ECONOMIC);
        Refusal refusal = refusedFor("masterdata.code-vanished", decision);
        assertThat(refusal.facts()).containsEntry("code", Fact.text("30201")).containsEntry("name", Fact.text("办公费"));
    }

    @Test
    void B4_a_dropped_code_is_named_once_whatever_names_it_had() {
        CodeTable earlier = table(
                LOCAL, row("1").validTo(2024).build(), row("1").validFrom(2025).build());
        refusedFor("masterdata.code-vanished", table(LOCAL, row("2").build()).mayReplace(earlier));
    }

    @Test
    void B4_a_code_that_had_ended_before_the_earlier_table_began_may_be_forgotten() {
        CodeTable earlier = table(
                LOCAL, row("1").build(), row("2").validFrom(2010).validTo(2023).build());
        assertThat(accepted(table(LOCAL, row("1").build()).mayReplace(earlier)).rows())
                .hasSize(1);
        CodeTable stillThere = table(
                LOCAL, row("1").build(), row("2").validFrom(2010).validTo(2024).build());
        refusedFor("masterdata.code-vanished", table(LOCAL, row("1").build()).mayReplace(stillThere));
    }

    @Test
    void B5_a_division_adds_codes_below_national_leaves_and_beside_them() {
        CodeTable extended = accepted(ECONOMIC.extendedBy(
                XIAMEN,
                ImmutableList.of(
                        row("3020101", "30201", 3).build(),
                        row("30297", "302", 2).build(),
                        row("900").build())));
        assertThat(extended.scope().owner()).isEqualTo(XIAMEN);
        assertThat(extended.rows()).startsWith(SPENDING, OFFICE, PRINTING).hasSize(6);
    }

    @Test
    void B5_a_division_does_not_alter_a_national_row() {
        Refusal refusal = refusedFor(
                "masterdata.national-row",
                ECONOMIC.extendedBy(
                        XIAMEN,
                        ImmutableList.of(
                                row("30201", "302", 2)
                                        .name("办公经费")
                                        .validFrom(2030)
                                        .build(),
                                row("30297", "302", 2).build())));
        assertThat(refusal.facts())
                .containsEntry("owner", Fact.text("350200000"))
                .containsEntry("code", Fact.text("30201"));
    }

    @Test
    void B5_a_division_does_not_add_a_national_row() {
        refusedFor(
                "masterdata.national-row",
                ECONOMIC.extendedBy(
                        XIAMEN, ImmutableList.of(row("900").isNational(true).build())));
    }

    @Test
    void B5_a_city_does_not_alter_what_its_province_added() {
        CodeTable province = accepted(ECONOMIC.extendedBy(
                new DivisionCode("350000000"),
                ImmutableList.of(row("30297", "302", 2).build())));
        refusedFor(
                "masterdata.code-duplicate",
                province.extendedBy(
                        XIAMEN, ImmutableList.of(row("30297", "302", 2).build())));
    }
}
