package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.XIAMEN;
import static org.fiscalloop.masterdata.MasterdataFixtures.accepted;
import static org.fiscalloop.masterdata.MasterdataFixtures.refused;
import static org.fiscalloop.masterdata.MasterdataFixtures.refusedFor;
import static org.fiscalloop.masterdata.MasterdataFixtures.row;
import static org.fiscalloop.masterdata.MasterdataFixtures.scope;
import static org.fiscalloop.masterdata.MasterdataFixtures.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.UnaryOperator;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTableTest {

    private static final CodeRow SPENDING =
            row("302").isLeaf(false).isNational(true).build();
    private static final CodeRow OFFICE =
            row("30201", "302", 2).name("办公费").isNational(true).build();
    private static final CodeRow PRINTING =
            row("30202", "302", 2).name("印刷费").isNational(true).build();
    private static final CodeTable ECONOMIC = table(Catalogue.DEPARTMENT_ECONOMIC, SPENDING, OFFICE, PRINTING);

    @Test
    void B2_a_leaf_that_is_valid_may_stand_on_a_document() {
        assertThat(accepted(ECONOMIC.leaf("30201", 2024))).isEqualTo(OFFICE);
        assertThat(accepted(ECONOMIC.find("30201", 2025))).isEqualTo(OFFICE);
    }

    @Test
    void B2_a_code_with_finer_ones_is_found_but_may_not_stand_on_a_document() {
        assertThat(accepted(ECONOMIC.find("302", 2024))).isEqualTo(SPENDING);
        Refusal refusal = refusedFor("masterdata.code-not-leaf", ECONOMIC.leaf("302", 2024));
        assertThat(refusal.allowed()).containsExactly("30201 办公费", "30202 印刷费");
        assertThat(refusal.text())
                .isEqualTo(
                        "302 of VD10006 部门预算支出经济分类科目 has finer codes in 2024 and may not stand on a document; allowed:"
                                + " 30201 办公费, 30202 印刷费");
    }

    @Test
    void B2_a_leaf_above_the_level_of_its_catalogue_may_not_stand_on_a_document() {
        CodeTable functions = table(Catalogue.FUNCTION, row("227").build());
        assertThat(refusedFor("masterdata.code-not-leaf", functions.leaf("227", 2024))
                        .allowed())
                .isEmpty();
        assertThat(accepted(table(LOCAL, row("227").build()).leaf("227", 2024)).code())
                .isEqualTo("227");
    }

    @Test
    void an_unknown_code_is_refused_with_the_codes_beside_it() {
        Refusal refusal = refusedFor("masterdata.code-unknown", ECONOMIC.find("30209", 2024));
        assertThat(refusal.facts())
                .containsEntry("code", Fact.text("30209"))
                .containsEntry("year", Fact.count(2024))
                .containsEntry("catalogue", Fact.text("VD10006 部门预算支出经济分类科目"));
        assertThat(refusal.allowed()).containsExactly("30201 办公费", "30202 印刷费");
        assertThat(refused(ECONOMIC.find("9", 2024)).get(0).allowed()).containsExactly("302 name of 302");
        assertThat(refused(ECONOMIC.find("", 2024)).get(0).allowed()).containsExactly("302 name of 302");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3021", "302 1", "321"})
    void a_code_that_lost_its_zeros_is_refused_with_the_code_it_was(String code) {
        assertThat(refusedFor("masterdata.code-unknown", ECONOMIC.leaf(code, 2024))
                        .allowed())
                .containsExactly("30201 办公费");
    }

    @Test
    void B2_a_code_that_has_ended_is_refused_and_its_successors_are_named() {
        CodeTable table = table(
                LOCAL,
                row("39906")
                        .name("赠与")
                        .validFrom(2018)
                        .validTo(2020)
                        .addSuccessors("39909", "39910")
                        .build(),
                row("39909").name("经常性赠与").build(),
                row("39910").name("资本性赠与").validFrom(2025).build());
        Refusal refusal = refusedFor("masterdata.code-not-valid", table.leaf("39906", 2024));
        assertThat(refusal.facts())
                .isEqualTo(ImmutableMap.of(
                        "catalogue", Fact.text("XM01 地方标签"),
                        "code", Fact.text("39906"),
                        "year", Fact.count(2024),
                        "validFrom", Fact.count(2018),
                        "validTo", Fact.count(2020),
                        "successors", Fact.texts(ImmutableList.of("39909", "39910")),
                        "allowed", Fact.texts(ImmutableList.of("39909 经常性赠与"))));
        assertThat(refusal.textZh())
                .isEqualTo("XM01 地方标签 代码 39906 有效期为 2018 至 2020，2024 年度无效，后继：39909、39910，可用：39909 经常性赠与");
        assertThat(refused(table.leaf("39906", 2025)).get(0).allowed()).containsExactly("39909 经常性赠与", "39910 资本性赠与");
    }

    @Test
    void B2_a_code_is_judged_by_the_years_of_its_row() {
        CodeTable table = table(
                LOCAL,
                row("503").name("old").validFrom(2018).validTo(2024).build(),
                row("503").name("new").validFrom(2025).build());
        assertThat(accepted(table.leaf("503", 2024)).name()).isEqualTo("old");
        assertThat(accepted(table.leaf("503", 2025)).name()).isEqualTo("new");
    }

    @Test
    void B2_a_code_that_begins_later_is_refused_before() {
        CodeTable table = table(LOCAL, row("1").validFrom(2025).build());
        Refusal refusal = refusedFor("masterdata.code-not-valid", table.leaf("1", 2024));
        assertThat(refusal.facts()).containsEntry("validFrom", Fact.count(2025));
    }

    @Test
    void the_row_that_was_valid_last_explains_a_code_between_its_rows() {
        CodeTable table = accepted(CodeTable.of(
                scope(LOCAL, 2024, 2026),
                ImmutableList.of(
                        row("1").validFrom(2026).build(),
                        row("1").validFrom(2010).validTo(2012).build(),
                        row("1").validFrom(2014).validTo(2020).build())));
        assertThat(refusedFor("masterdata.code-not-valid", table.find("1", 2025))
                        .facts())
                .containsEntry("validFrom", Fact.count(2014));
    }

    @Test
    void B2_a_disabled_code_is_refused() {
        CodeTable table =
                table(LOCAL, row("1").isEnabled(false).addSuccessors("2").build(), row("2").build(), row("3").build());
        Refusal refusal = refusedFor("masterdata.code-disabled", table.leaf("1", 2024));
        assertThat(refusal.allowed()).containsExactly("2 name of 2");
        assertThat(refusedFor("masterdata.code-disabled", table.find("1", 2024)).allowed())
                .containsExactly("2 name of 2");
    }

    @Test
    void B2_local_codes_take_the_place_of_the_leaf_above_them_until_they_are_disabled() {
        UnaryOperator<CodeTable> extend = table -> accepted(table.extendedBy(
                XIAMEN,
                ImmutableList.of(row("3020101", "30201", 3).validFrom(2025).build())));
        CodeTable extended = extend.apply(ECONOMIC);
        assertThat(accepted(extended.leaf("30201", 2024))).isEqualTo(OFFICE);
        assertThat(refusedFor("masterdata.code-not-leaf", extended.leaf("30201", 2025))
                        .allowed())
                .containsExactly("3020101 name of 3020101");
        assertThat(accepted(extended.leaf("3020101", 2025)).isNational()).isFalse();

        CodeTable disabled = accepted(ECONOMIC.extendedBy(
                XIAMEN,
                ImmutableList.of(row("3020101", "30201", 3).isEnabled(false).build())));
        assertThat(accepted(disabled.leaf("30201", 2025))).isEqualTo(OFFICE);
    }

    @Test
    void a_year_that_the_table_does_not_cover_is_refused_whatever_the_code() {
        Refusal refusal = refusedFor("masterdata.year-not-covered", ECONOMIC.find("30201", 2023));
        assertThat(refusal.facts())
                .containsEntry("year", Fact.count(2023))
                .containsEntry("covered", Fact.texts(ImmutableList.of("2024-2025")));
        refusedFor("masterdata.year-not-covered", ECONOMIC.leaf("nonsense", 2026));
        refusedFor("masterdata.year-not-covered", ECONOMIC.named("30201", "印刷费", 2026));
        assertThatIllegalArgumentException().isThrownBy(() -> scope(LOCAL, 2025, 2024));
    }

    @Test
    void a_code_and_its_name_belong_together() {
        assertThat(accepted(ECONOMIC.named("30201", "办公费", 2024))).isEqualTo(OFFICE);
        Refusal refusal = refusedFor("masterdata.code-name-differs", ECONOMIC.named("30201", "印刷费", 2024));
        assertThat(refusal.allowed()).containsExactly("30202 印刷费");
        assertThat(refusal.facts()).containsEntry("name", Fact.text("印刷费")).containsEntry("actual", Fact.text("办公费"));
    }

    @Test
    void a_name_that_nobody_has_leads_back_to_the_code() {
        assertThat(refusedFor("masterdata.code-name-differs", ECONOMIC.named("30201", "咨询费", 2024))
                        .allowed())
                .containsExactly("30201 办公费");
        assertThat(refusedFor("masterdata.code-name-differs", ECONOMIC.named("30201", "印刷费用", 2024))
                        .allowed())
                .containsExactly("30202 印刷费");
        assertThat(refusedFor("masterdata.code-name-differs", ECONOMIC.named("30202", "办公", 2024))
                        .allowed())
                .containsExactly("30201 办公费");
    }

    @Test
    void an_unknown_code_with_a_known_name_leads_to_the_code_of_the_name() {
        assertThat(refusedFor("masterdata.code-unknown", ECONOMIC.named("7", "印刷费", 2024))
                        .allowed())
                .containsExactly("30202 印刷费");
    }

    @Test
    void a_name_that_the_code_had_once_is_refused_with_the_years_of_the_name() {
        CodeTable table = table(
                LOCAL,
                row("210")
                        .name("医疗卫生与计划生育支出")
                        .validFrom(2014)
                        .validTo(2018)
                        .addSuccessors("210")
                        .build(),
                row("210").name("卫生健康支出").build());
        Refusal refusal = refusedFor("masterdata.code-not-valid", table.named("210", "医疗卫生与计划生育支出", 2024));
        assertThat(refusal.facts()).containsEntry("validTo", Fact.count(2018));
        assertThat(refusal.allowed()).containsExactly("210 卫生健康支出");
    }

    @Test
    void a_path_leads_from_a_code_up_to_its_root() {
        assertThat(ECONOMIC.path("30201", 2024)).containsExactly(OFFICE, SPENDING);
        assertThat(ECONOMIC.path("302", 2024)).containsExactly(SPENDING);
        assertThat(ECONOMIC.path("30201", 2023)).isEmpty();
        assertThat(ECONOMIC.path("30209", 2024)).isEmpty();
    }

    @Test
    void tables_are_equal_when_they_say_the_same() {
        CodeTable same = table(Catalogue.DEPARTMENT_ECONOMIC, SPENDING, OFFICE, PRINTING);
        assertThat(same).isEqualTo(ECONOMIC).hasSameHashCodeAs(ECONOMIC);
        assertThat(table(Catalogue.DEPARTMENT_ECONOMIC, SPENDING)).isNotEqualTo(ECONOMIC);
        assertThat(accepted(CodeTable.of(scope(Catalogue.DEPARTMENT_ECONOMIC, 2024, 2024), ECONOMIC.rows())))
                .isNotEqualTo(ECONOMIC);
        assertThat(ECONOMIC).hasToString("VD10006 部门预算支出经济分类科目 109900000 2024-2025, 3 rows");
    }

    @Test
    void a_row_has_a_code_a_name_a_level_and_years_in_order() {
        assertThatIllegalArgumentException().isThrownBy(() -> row("302 1").build());
        assertThatIllegalArgumentException().isThrownBy(() -> row("").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("123456789012345678901").build());
        assertThatIllegalArgumentException().isThrownBy(() -> row("1").name(" ").build());
        assertThatIllegalArgumentException().isThrownBy(() -> row("1").level(0).build());
        assertThatIllegalArgumentException().isThrownBy(() -> row("1").level(2).build());
        assertThatIllegalArgumentException().isThrownBy(() -> row("1", "0", 1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("1").validTo(2023).build());
        assertThat(row("1").validTo(2024).build().isValidIn(2024)).isTrue();
    }

    @Test
    void a_catalogue_has_a_code_names_and_a_level() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue("VD 1", "n", "名", 1, MasterdataFixtures.SOURCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue("VD1", "", "名", 1, MasterdataFixtures.SOURCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue("VD1", "n", "", 1, MasterdataFixtures.SOURCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue("VD1", "n", "名", 0, MasterdataFixtures.SOURCE));
    }
}
