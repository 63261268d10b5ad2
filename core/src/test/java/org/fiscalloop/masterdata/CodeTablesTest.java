package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.PUTUO;
import static org.fiscalloop.masterdata.MasterdataFixtures.SOURCE;
import static org.fiscalloop.masterdata.MasterdataFixtures.XIAMEN;
import static org.fiscalloop.masterdata.MasterdataFixtures.accepted;
import static org.fiscalloop.masterdata.MasterdataFixtures.factOf;
import static org.fiscalloop.masterdata.MasterdataFixtures.readable;
import static org.fiscalloop.masterdata.MasterdataFixtures.refused;
import static org.fiscalloop.masterdata.MasterdataFixtures.refusedFor;
import static org.fiscalloop.masterdata.MasterdataFixtures.row;
import static org.fiscalloop.masterdata.MasterdataFixtures.scope;
import static org.fiscalloop.masterdata.MasterdataFixtures.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.masterdata.CodeTables.EconomicMapping;
import org.junit.jupiter.api.Test;

class CodeTablesTest {

    private static final CodeTables LABELS =
            new CodeTables(ImmutableList.of(table(LOCAL, row("1").build(), row("2").build())), ImmutableList.of());

    @Test
    void a_catalogue_has_one_table_a_year() {
        CodeTable first = accepted(CodeTable.of(scope(LOCAL, 2024, 2025), ImmutableList.of()));
        CodeTable later = accepted(CodeTable.of(scope(LOCAL, 2026, 2026), ImmutableList.of()));
        CodeTable again = accepted(CodeTable.of(scope(LOCAL, 2025, 2026), ImmutableList.of()));
        CodeTables tables = new CodeTables(ImmutableList.of(first, later), ImmutableList.of());
        assertThat(tables.table(LOCAL, 2025)).contains(first);
        assertThat(tables.table(LOCAL, 2026)).contains(later);
        assertThat(tables.table(LOCAL, 2023)).isEmpty();
        assertThat(tables.table(Catalogue.FUND, 2025)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeTables(ImmutableList.of(first, again), ImmutableList.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeTables(ImmutableList.of(again, later), ImmutableList.of()));
    }

    @Test
    void a_year_without_a_table_is_refused_with_the_years_there_are() {
        for (Refusal refusal : ImmutableList.of(
                refusedFor("masterdata.year-not-covered", LABELS.find(LOCAL, "1", 2030)),
                refusedFor("masterdata.year-not-covered", LABELS.leaf(LOCAL, "1", 2030)),
                refusedFor("masterdata.year-not-covered", LABELS.named(LOCAL, "1", "name of 1", 2030)))) {
            assertThat(factOf(refusal, "covered")).isEqualTo(Fact.texts(ImmutableList.of("2024-2025")));
        }
        assertThat(factOf(refused(LABELS.find(Catalogue.FUND, "1", 2024)).get(0), "covered"))
                .isEqualTo(Fact.texts(ImmutableList.of()));
        assertThat(LABELS.path(LOCAL, "1", 2030)).isEmpty();
    }

    @Test
    void a_question_goes_to_the_table_of_the_year() {
        assertThat(accepted(LABELS.find(LOCAL, "1", 2024)).code()).isEqualTo("1");
        assertThat(accepted(LABELS.leaf(LOCAL, "2", 2025)).code()).isEqualTo("2");
        assertThat(accepted(LABELS.named(LOCAL, "2", "name of 2", 2025)).code()).isEqualTo("2");
        assertThat(LABELS.path(LOCAL, "2", 2025)).hasSize(1);
        refusedFor("masterdata.code-unknown", LABELS.leaf(LOCAL, "3", 2025));
    }

    @Test
    void B4_a_table_takes_the_place_of_another_in_its_years_alone() {
        CodeTable next = accepted(CodeTable.of(
                scope(LOCAL, 2025, 2025), ImmutableList.of(row("1").build(), row("2").build(), row("3").build())));
        CodeTables replaced = accepted(LABELS.with(next));
        assertThat(accepted(replaced.leaf(LOCAL, "3", 2025)).code()).isEqualTo("3");
        refusedFor("masterdata.code-unknown", replaced.leaf(LOCAL, "3", 2024));
        assertThat(replaced.tables())
                .extracting(table -> table.scope().lastYear())
                .containsExactly(2024, 2025);

        CodeTable between = accepted(CodeTable.of(scope(LOCAL, 2030, 2039), ImmutableList.of(row("1").build())));
        CodeTable middle = accepted(CodeTable.of(scope(LOCAL, 2032, 2033), ImmutableList.of(row("1").build())));
        CodeTables split = accepted(accepted(LABELS.with(between)).with(middle));
        assertThat(split.tables())
                .extracting(
                        table -> table.scope().firstYear() + "-" + table.scope().lastYear())
                .containsExactly("2024-2025", "2030-2031", "2034-2039", "2032-2033");
    }

    @Test
    void B4_a_table_that_drops_a_code_takes_no_place() {
        CodeTable next = accepted(CodeTable.of(scope(LOCAL, 2024, 2024), ImmutableList.of(row("1").build())));
        assertThat(factOf(refusedFor("masterdata.code-vanished", LABELS.with(next)), "code"))
                .isEqualTo(Fact.text("2"));
        CodeTables later = new CodeTables(ImmutableList.of(next), ImmutableList.of());
        refusedFor("masterdata.code-vanished", later.mayReplace(LABELS));
        assertThat(accepted(LABELS.mayReplace(later))).isSameAs(LABELS);
    }

    @Test
    void B4_a_catalogue_is_not_dropped_as_a_whole() {
        CodeTables none = new CodeTables(ImmutableList.of(), ImmutableList.of());
        assertThat(refused(none.mayReplace(LABELS)))
                .extracting(Refusal::code)
                .containsExactly("masterdata.code-vanished", "masterdata.code-vanished");
    }

    @Test
    void B5_a_division_extends_a_catalogue_in_all_years() {
        CodeTables tables = accepted(CodeTables.national()
                .extendedBy(
                        Catalogue.FUND,
                        XIAMEN,
                        ImmutableList.of(row("11111", "111", 4).name("经费拨款补助").build())));
        assertThat(accepted(tables.leaf(Catalogue.FUND, "11111", 2024)).name()).isEqualTo("经费拨款补助");
        refusedFor("masterdata.code-not-leaf", tables.leaf(Catalogue.FUND, "111", 2024));
        assertThat(tables.kind(Catalogue.FUND, "11111", 2024)).contains("一般公共预算");
        assertThat(tables.tables()).hasSameSizeAs(CodeTables.national().tables());
    }

    @Test
    void B5_a_division_alters_no_national_code_of_the_nation() {
        refusedFor(
                "masterdata.national-row",
                CodeTables.national()
                        .extendedBy(
                                Catalogue.FUND,
                                XIAMEN,
                                ImmutableList.of(row("111", "11", 3).build())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeTables.national().extendedBy(LOCAL, XIAMEN, ImmutableList.of(row("1").build())));
    }

    @Test
    void the_kind_of_a_code_is_that_of_the_nearest_row_that_has_one() {
        CodeTables national = CodeTables.national();
        assertThat(national.kind(Catalogue.FUNCTION, "2120501", 2024)).contains("一般公共预算");
        assertThat(national.kind(Catalogue.FUNCTION, "21208", 2024)).contains("政府性基金");
        assertThat(national.kind(Catalogue.FUND, "122", 2024)).contains("政府性基金");
        assertThat(national.kind(Catalogue.FUND, "31", 2024)).isEmpty();
        assertThat(national.kind(Catalogue.FUND, "none", 2024)).isEmpty();
    }

    @Test
    void codes_of_agency_kinds_are_rows_that_a_division_may_have_otherwise() {
        assertThat(CodeTables.national().agencyKind("2", 2024)).contains(AgencyKind.PARTICIPATING);
        assertThat(CodeTables.national().agencyKind("9", 2024)).isEmpty();
        for (AgencyKind kind : AgencyKind.values()) {
            CodeTables other = new CodeTables(
                    ImmutableList.of(table(
                            Catalogue.AGENCY_KIND,
                            row("X").name(kind.nameZh())
                                    .kind(CodeCsv.word(kind))
                                    .build(),
                            row("Y").kind("social-organisation").build())),
                    ImmutableList.of());
            assertThat(other.agencyKind("X", 2024)).contains(kind);
            assertThat(other.agencyKind("Y", 2024)).isEmpty();
        }
    }

    @Test
    void a_division_and_those_above_it_come_from_the_table() {
        CodeTables national = CodeTables.national();
        assertThat(accepted(national.division(PUTUO, 2024)))
                .isEqualTo(new Division(PUTUO, "普陀区", 3, Optional.of(new DivisionCode("310000000")), false));
        assertThat(accepted(national.ancestry(new DivisionCode("350203000"), 2024)))
                .extracting(Division::name)
                .containsExactly("思明区", "厦门市", "福建省");
    }

    @Test
    void a_division_that_was_merged_into_another_is_refused_and_the_other_is_named() {
        Refusal refusal = refusedFor(
                "masterdata.code-not-valid", CodeTables.national().ancestry(new DivisionCode("350402000"), 2024));
        assertThat(factOf(refusal, "successors")).isEqualTo(Fact.texts(ImmutableList.of("350404000")));
        assertThat(refusal.allowed()).containsExactly("350404000 三元区");
        refusedFor("masterdata.code-unknown", CodeTables.national().division(new DivisionCode("990000000"), 2024));
    }

    @Test
    void a_mapping_covers_its_years_and_one_takes_the_place_of_another() {
        EconomicMapping one = mapping(2024, 2025, "A");
        EconomicMapping other = mapping(2025, 2026, "B");
        CodeTables tables = new CodeTables(ImmutableList.of(), ImmutableList.of(one));
        assertThat(tables.mapping(2024)).contains(one);
        assertThat(tables.mapping(2026)).isEmpty();
        assertThat(tables.with(other).mapping(2025)).contains(other);
        assertThat(tables.with(other).mapping(2024)).isEmpty();
        assertThat(tables.with(mapping(2026, 2026, "C")).mappings()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeTables(ImmutableList.of(), ImmutableList.of(one, other)));
        assertThatIllegalArgumentException().isThrownBy(() -> mapping(2025, 2024, "A"));
    }

    @Test
    void a_mapping_answers_by_kind_of_agency() {
        EconomicMapping mapping = CodeTables.national().mapping(2024).orElseThrow();
        assertThat(mapping.governmentCodes("30201", AgencyKind.ADMINISTRATIVE)).containsExactly("50201");
        assertThat(mapping.governmentCodes("30201", AgencyKind.PARTICIPATING)).containsExactly("50201");
        assertThat(mapping.governmentCodes("30201", AgencyKind.INSTITUTION)).containsExactly("50502");
        assertThat(mapping.governmentCodes("30107", AgencyKind.ADMINISTRATIVE)).isEmpty();
        assertThat(mapping.governmentCodes("302", AgencyKind.INSTITUTION)).isEmpty();
    }

    @Test
    void a_row_of_a_mapping_names_kinds_and_stands_under_its_own_code() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EconomicMapping.Row("30201", "50201", ImmutableSet.of(), SOURCE));
        EconomicMapping.Row row =
                new EconomicMapping.Row("30201", "50201", ImmutableSet.of(AgencyKind.INSTITUTION), SOURCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EconomicMapping(2024, 2024, ImmutableListMultimap.of("30202", row)));
    }

    @Test
    void every_reason_can_be_found_by_its_code() {
        assertThat(readable(ImmutableList.of())).isEmpty();
        assertThat(MasterdataReasons.ALL.all())
                .allSatisfy(reason -> assertThat(reason.code()).startsWith("masterdata."));
    }

    private static EconomicMapping mapping(int firstYear, int lastYear, String department) {
        return EconomicMapping.of(
                firstYear,
                lastYear,
                ImmutableList.of(
                        new EconomicMapping.Row(department, "50201", ImmutableSet.of(AgencyKind.INSTITUTION), SOURCE)));
    }
}
