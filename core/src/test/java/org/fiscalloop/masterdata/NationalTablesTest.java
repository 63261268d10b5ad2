package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.masterdata.MasterdataFixtures.accepted;
import static org.fiscalloop.masterdata.MasterdataFixtures.factOf;
import static org.fiscalloop.masterdata.MasterdataFixtures.refusedFor;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that come with the library. */
class NationalTablesTest {

    private static final CodeTables NATIONAL = CodeTables.national();

    static List<Catalogue> catalogues() {
        return Catalogue.all();
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void every_catalogue_has_a_national_table_for_2023_to_2025(Catalogue catalogue) {
        for (int year = 2023; year <= 2025; year++) {
            CodeTable table = NATIONAL.table(catalogue, year).orElseThrow();
            assertThat(table.scope().owner()).isEqualTo(DivisionCode.NATIONAL);
            assertThat(table.rows()).allMatch(CodeRow::isNational);
        }
        assertThat(NATIONAL.table(catalogue, 2022)).isEmpty();
        assertThat(NATIONAL.table(catalogue, 2026)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VD10004,863", "VD10005,89", "VD10006,171", "VD10003,58", "VD10001,18", "VD09001,5", "VD08001,305"})
    void the_lists_are_complete_as_far_as_they_go(String code, int rows) {
        assertThat(NATIONAL.tables().stream()
                        .filter(table -> table.scope().catalogue().code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .rows())
                .hasSize(rows);
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void a_successor_is_a_code_of_the_same_table(Catalogue catalogue) {
        CodeTable table = NATIONAL.table(catalogue, 2024).orElseThrow();
        List<String> codes = table.rows().stream().map(CodeRow::code).toList();
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(codes).as(row.title()).containsAll(row.successors()));
    }

    @Test
    void what_is_only_known_and_not_seen_is_marked_uncertain() {
        assertThat(NATIONAL.tables().stream().flatMap(table -> table.rows().stream()))
                .filteredOn(row -> row.source().citation().startsWith("known;"))
                .hasSizeGreaterThan(200)
                .allMatch(row -> row.source().certainty() == Certainty.UNCERTAIN);
    }

    @Test
    void the_code_of_every_division_agrees_with_its_level_and_parent() {
        assertThat(valid(Catalogue.DIVISION).map(Division::of)).hasSize(296).allMatch(Division::shapeAgrees);
    }

    @Test
    void functions_are_three_two_and_two_digits() {
        assertThat(valid(Catalogue.FUNCTION))
                .allSatisfy(
                        row -> assertThat(row.code()).hasSize(List.of(3, 5, 7).get(row.level() - 1)));
        assertThat(valid(Catalogue.FUNCTION).filter(row -> row.level() == 3)).allMatch(CodeRow::isLeaf);
    }

    @Test
    void economic_codes_are_three_and_two_digits_and_leaves_at_the_second_level() {
        for (Catalogue catalogue : List.of(Catalogue.GOVERNMENT_ECONOMIC, Catalogue.DEPARTMENT_ECONOMIC)) {
            assertThat(valid(catalogue))
                    .allSatisfy(row -> assertThat(row.code()).hasSize(row.level() == 1 ? 3 : 5));
            assertThat(valid(catalogue)).allMatch(row -> row.isLeaf() == (row.level() == 2));
        }
    }

    @Test
    void every_function_belongs_to_one_of_the_four_budgets() {
        assertThat(valid(Catalogue.FUNCTION))
                .allSatisfy(row -> assertThat(NATIONAL.kind(Catalogue.FUNCTION, row.code(), 2024))
                        .isPresent()
                        .get()
                        .isIn("一般公共预算", "政府性基金", "国有资本经营", "社会保险基金"));
    }

    @Test
    void every_department_code_is_mapped_and_both_sides_of_a_mapping_are_leaves() {
        CodeTables.EconomicMapping mapping = NATIONAL.mapping(2024).orElseThrow();
        assertThat(valid(Catalogue.DEPARTMENT_ECONOMIC).filter(CodeRow::isLeaf))
                .allSatisfy(row -> assertThat(Arrays.stream(AgencyKind.values())
                                .flatMap(kind -> mapping.governmentCodes(row.code(), kind).stream()))
                        .as(row.title())
                        .isNotEmpty());
        assertThat(mapping.byDepartment().values()).hasSize(167).allSatisfy(row -> {
            accepted(NATIONAL.leaf(Catalogue.DEPARTMENT_ECONOMIC, row.department(), 2024));
            accepted(NATIONAL.leaf(Catalogue.GOVERNMENT_ECONOMIC, row.government(), 2024));
        });
    }

    @Test
    void an_agency_spends_a_department_code_under_one_government_code_at_most() {
        CodeTables.EconomicMapping mapping = NATIONAL.mapping(2024).orElseThrow();
        for (String department : mapping.byDepartment().keySet()) {
            for (AgencyKind kind : AgencyKind.values()) {
                assertThat(mapping.governmentCodes(department, kind))
                        .as(department)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VD10005,51302,51307 区域间转移性支出",
        "VD10005,59906,59909 经常性赠与;59910 资本性赠与",
        "VD10005,50802,50804 资本金注入（基本建设）",
        "VD10006,39906,39909 经常性赠与;39910 资本性赠与",
        "VD10006,304,312 对企业补助"
    })
    void B2_a_superseded_code_is_refused_and_its_successor_is_named(String catalogue, String code, String successors) {
        Refusal refusal = refusedFor("masterdata.code-not-valid", NATIONAL.leaf(catalogue(catalogue), code, 2024));
        assertThat(refusal.allowed()).containsExactly(successors.split(";"));
    }

    @Test
    void B2_a_code_of_the_list_of_2010_is_refused_with_its_year() {
        Refusal refusal = refusedFor("masterdata.code-not-valid", NATIONAL.leaf(Catalogue.FUNCTION, "20112", 2024));
        assertThat(factOf(refusal, "validTo")).isEqualTo(Fact.count(2010));
        assertThat(refusal.allowed()).contains("20111 纪检监察事务");
        assertThat(accepted(NATIONAL.find(Catalogue.GOVERNMENT_ECONOMIC, "503", 2024))
                        .name())
                .isEqualTo("机关资本性支出");
    }

    @Test
    void a_complete_list_of_items_takes_the_place_of_the_incomplete_one() {
        refusedFor("masterdata.code-unknown", NATIONAL.leaf(Catalogue.FUNCTION, "2010101", 2024));
        StringBuilder list = new StringBuilder(CodeCsv.HEADER).append("\n");
        list.append("2010101,行政运行,20101,3,yes,2024,,,yes,yes,一般公共预算,certain,the year's list\n");
        CodeTable.Scope scope = new CodeTable.Scope(Catalogue.FUNCTION, DivisionCode.NATIONAL, 2024, 2024);
        ImmutableList<CodeRow> rows = Stream.concat(
                        NATIONAL.table(Catalogue.FUNCTION, 2024).orElseThrow().rows().stream(),
                        CodeCsv.rows(list.toString()).rows().stream())
                .collect(ImmutableList.toImmutableList());
        CodeTables complete = accepted(NATIONAL.with(accepted(CodeTable.of(scope, rows))));
        accepted(complete.leaf(Catalogue.FUNCTION, "2010101", 2024));
        refusedFor("masterdata.code-unknown", complete.leaf(Catalogue.FUNCTION, "2010101", 2025));
    }

    @Test
    void B4_a_list_that_lacks_a_known_code_is_refused() {
        CodeTable.Scope scope = new CodeTable.Scope(Catalogue.PROJECT_CATEGORY, DivisionCode.NATIONAL, 2024, 2024);
        CodeTable shorter = accepted(CodeTable.of(
                scope,
                NATIONAL.table(Catalogue.PROJECT_CATEGORY, 2024).orElseThrow().rows().stream()
                        .filter(row -> !row.code().equals("3"))
                        .collect(ImmutableList.toImmutableList())));
        assertThat(factOf(refusedFor("masterdata.code-vanished", NATIONAL.with(shorter)), "name"))
                .isEqualTo(Fact.text("特定目标类"));
    }

    @Test
    void the_tree_of_funds_is_that_of_the_standard() {
        assertThat(valid(Catalogue.FUND).filter(CodeRow::isLeaf).map(CodeRow::code))
                .containsExactly(
                        "111", "112", "113", "114", "121", "122", "13", "14", "2", "31", "32", "33", "34", "39");
    }

    @Test
    void basic_expenditure_is_personnel_and_public_funds() {
        assertThat(valid(Catalogue.PROJECT_CATEGORY)
                        .filter(row -> row.kind().equals(Optional.of("基本支出")))
                        .map(CodeRow::title))
                .isEqualTo(ImmutableList.of("1 人员类", "21 公用经费"));
    }

    private static Stream<CodeRow> valid(Catalogue catalogue) {
        return NATIONAL.table(catalogue, 2024).orElseThrow().rows().stream().filter(row -> row.isValidIn(2024));
    }

    private static Catalogue catalogue(String code) {
        return Catalogue.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
