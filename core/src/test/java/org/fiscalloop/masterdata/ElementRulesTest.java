package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.SOURCE;
import static org.fiscalloop.masterdata.MasterdataFixtures.XIAMEN;
import static org.fiscalloop.masterdata.MasterdataFixtures.accepted;
import static org.fiscalloop.masterdata.MasterdataFixtures.elements;
import static org.fiscalloop.masterdata.MasterdataFixtures.factOf;
import static org.fiscalloop.masterdata.MasterdataFixtures.readable;
import static org.fiscalloop.masterdata.MasterdataFixtures.row;
import static org.fiscalloop.masterdata.MasterdataFixtures.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.ledger.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementRulesTest {

    private static final CodeTables NATIONAL = CodeTables.national();
    private static final ElementRules.Declaration LABEL =
            declaration("XM_LABEL", Optional.of(LOCAL), true, Optional.of(Dimensions.SLOTS.get(0)));
    private static final ElementRules WITH_LABEL = ElementRules.national().declaring(LABEL);
    private static final CodeTables TABLES = accepted(NATIONAL.with(table(
            LOCAL,
            row("1").isLeaf(false).build(),
            row("11", "1", 2).build(),
            row("12", "1", 2).build())));

    @Test
    void a_block_of_valid_codes_has_nothing_wrong() {
        assertThat(examine(elements().build(), AgencyKind.ADMINISTRATIVE)).isEqualTo(Findings.none());
        assertThat(examine(elements().build(), AgencyKind.PARTICIPATING)).isEqualTo(Findings.none());
        assertThat(examine(elements().governmentEconomic("50502").build(), AgencyKind.INSTITUTION))
                .isEqualTo(Findings.none());
    }

    @ParameterizedTest
    @CsvSource({
        "function,20106,masterdata.code-not-leaf",
        "function,2010699,masterdata.code-unknown",
        "function,2011201,masterdata.code-not-valid",
        "government-economic,502,masterdata.code-not-leaf",
        "government-economic,51302,masterdata.code-not-valid",
        "department-economic,302,masterdata.code-not-leaf",
        "department-economic,3021,masterdata.code-unknown",
        "fund,11,masterdata.code-not-leaf",
        "fund,4,masterdata.code-unknown"
    })
    void B2_a_code_that_may_not_stand_on_a_document_is_refused_by_element(String element, String code, String reason) {
        Findings findings = examine(with(element, code), AgencyKind.ADMINISTRATIVE);
        assertThat(readable(findings.refusals())).extracting(Refusal::code).contains(reason);
        Refusal refusal = findings.refusals().get(0);
        assertThat(refusal.code()).isEqualTo(reason);
        assertThat(factOf(refusal, "element")).isEqualTo(Fact.text(element));
        assertThat(factOf(refusal, "code")).isEqualTo(Fact.text(code));
        assertThat(refusal.allowed()).isNotEmpty();
    }

    @Test
    void everything_wrong_is_found_at_once_in_declared_order() {
        Elements wrong = elements()
                .function("2010699")
                .governmentEconomic("502")
                .departmentEconomic("39906")
                .fund("4")
                .putExtra("UNKNOWN", "1")
                .build();
        Findings findings = WITH_LABEL.examine(wrong, AgencyKind.ADMINISTRATIVE, "allotment", TABLES);
        assertThat(readable(findings.refusals()))
                .extracting(Refusal::code)
                .containsExactly(
                        "masterdata.element-undeclared",
                        "masterdata.code-unknown",
                        "masterdata.code-not-leaf",
                        "masterdata.code-not-valid",
                        "masterdata.code-unknown",
                        "masterdata.element-missing");
    }

    @Test
    void a_year_without_tables_is_refused_for_every_code() {
        Findings findings = examine(elements().fiscalYear(2030).build(), AgencyKind.ADMINISTRATIVE);
        assertThat(readable(findings.refusals()))
                .extracting(Refusal::code)
                .containsOnly("masterdata.year-not-covered")
                .hasSize(4);
    }

    @Test
    void the_government_code_must_be_that_of_the_department_code_for_the_kind_of_agency() {
        Refusal refusal = only("masterdata.economic-mapping", examine(elements().build(), AgencyKind.INSTITUTION));
        assertThat(refusal.allowed()).containsExactly("50502 商品和服务支出");
        assertThat(refusal.text())
                .isEqualTo("an agency of kind 事业单位 spends 30201 办公费 under government code 50502 商品和服务支出, not 50201"
                        + " 办公经费");
        assertThat(only(
                                "masterdata.economic-mapping",
                                examine(elements().governmentEconomic("50202").build(), AgencyKind.PARTICIPATING))
                        .allowed())
                .containsExactly("50201 办公经费");
    }

    @Test
    void a_department_code_that_such_an_agency_does_not_use_has_no_government_code() {
        Elements merit = elements()
                .departmentEconomic("30107")
                .governmentEconomic("50101")
                .build();
        assertThat(only("masterdata.economic-mapping", examine(merit, AgencyKind.ADMINISTRATIVE))
                        .allowed())
                .isEmpty();
    }

    @Test
    void a_local_code_is_mapped_as_the_national_code_above_it_on_both_sides() {
        CodeTables extended = accepted(accepted(NATIONAL.extendedBy(
                        Catalogue.DEPARTMENT_ECONOMIC,
                        XIAMEN,
                        ImmutableList.of(row("3020101", "30201", 3).build())))
                .extendedBy(
                        Catalogue.GOVERNMENT_ECONOMIC,
                        XIAMEN,
                        ImmutableList.of(row("5020101", "50201", 3).build())));
        Elements local = elements()
                .departmentEconomic("3020101")
                .governmentEconomic("5020101")
                .build();
        assertThat(ElementRules.national().examine(local, AgencyKind.ADMINISTRATIVE, "allotment", extended))
                .isEqualTo(Findings.none());
        assertThat(ElementRules.national()
                        .examine(local, AgencyKind.INSTITUTION, "allotment", extended)
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("masterdata.economic-mapping");
    }

    @Test
    void the_mapping_is_uncertain_and_a_division_may_soften_it() {
        ElementRules warned =
                ElementRules.national().withSeverities(ImmutableMap.of("masterdata.economic-mapping", Severity.WARN));
        Findings findings = warned.examine(elements().build(), AgencyKind.INSTITUTION, "allotment", NATIONAL);
        assertThat(findings.refusals()).isEmpty();
        assertThat(readable(findings.warnings()))
                .extracting(Refusal::code)
                .containsExactly("masterdata.economic-mapping");
    }

    @Test
    void B6_a_function_of_another_budget_than_the_fund_is_refused() {
        Refusal refusal =
                only("masterdata.fund-kind", examine(elements().fund("121").build(), AgencyKind.ADMINISTRATIVE));
        assertThat(factOf(refusal, "functionKind")).isEqualTo(Fact.text("一般公共预算"));
        assertThat(factOf(refusal, "fundKind")).isEqualTo(Fact.text("政府性基金"));
        assertThat(refusal.textZh()).isEqualTo("资金性质 121 属于 政府性基金，功能科目 2010601 属于 一般公共预算");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ElementRules.national().withSeverities(ImmutableMap.of("masterdata.fund-kind", Severity.WARN)));
    }

    @Test
    void B6_money_outside_the_four_budgets_is_spent_under_any_function() {
        for (String fund : ImmutableList.of("2", "31", "39", "111", "112")) {
            assertThat(examine(elements().fund(fund).build(), AgencyKind.ADMINISTRATIVE))
                    .as(fund)
                    .isEqualTo(Findings.none());
        }
    }

    @Test
    void an_element_that_is_not_declared_is_refused_and_the_declared_ones_are_named() {
        Refusal refusal = only(
                "masterdata.element-undeclared",
                WITH_LABEL.examine(
                        elements()
                                .putExtra("XM_LABEL", "11")
                                .putExtra("OTHER", "1")
                                .build(),
                        AgencyKind.ADMINISTRATIVE,
                        "allotment",
                        TABLES));
        assertThat(factOf(refusal, "element")).isEqualTo(Fact.text("OTHER"));
        assertThat(refusal.allowed()).contains("XM_LABEL", Labels.DIRECT).doesNotContain("fund");
    }

    @Test
    void a_required_element_is_missed_on_the_documents_that_require_it() {
        Refusal refusal = only(
                "masterdata.element-missing",
                WITH_LABEL.examine(elements().build(), AgencyKind.ADMINISTRATIVE, "allotment", TABLES));
        assertThat(factOf(refusal, "element")).isEqualTo(Fact.text("XM_LABEL"));
        assertThat(WITH_LABEL.examine(elements().build(), AgencyKind.ADMINISTRATIVE, "budget-line", TABLES))
                .isEqualTo(Findings.none());
    }

    @Test
    void an_extra_element_has_a_leaf_of_its_code_set() {
        Refusal refusal = only(
                "masterdata.code-not-leaf",
                WITH_LABEL.examine(
                        elements().putExtra("XM_LABEL", "1").build(), AgencyKind.ADMINISTRATIVE, "allotment", TABLES));
        assertThat(factOf(refusal, "element")).isEqualTo(Fact.text("XM_LABEL"));
        assertThat(refusal.allowed()).containsExactly("11 name of 11", "12 name of 12");
        ElementRules free =
                ElementRules.national().declaring(declaration("NOTE", Optional.empty(), false, Optional.empty()));
        assertThat(free.examine(
                        elements().putExtra("NOTE", "anything").build(),
                        AgencyKind.ADMINISTRATIVE,
                        "allotment",
                        NATIONAL))
                .isEqualTo(Findings.none());
    }

    @Test
    void extra_elements_without_a_coding_block_are_judged_alike() {
        assertThat(WITH_LABEL.extras("allotment", 2024, ImmutableMap.of("XM_LABEL", "12"), TABLES))
                .isEqualTo(Findings.none());
        assertThat(readable(WITH_LABEL
                        .extras("allotment", 2024, ImmutableMap.of("OTHER", "1"), TABLES)
                        .refusals()))
                .extracting(Refusal::code)
                .containsExactly("masterdata.element-undeclared", "masterdata.element-missing");
        assertThat(WITH_LABEL.extras("project", 2024, ImmutableMap.of(), TABLES))
                .isEqualTo(Findings.none());
    }

    @Test
    void an_inherited_element_is_the_parents() {
        Elements parent = elements().putExtra("XM_LABEL", "11").build();
        Elements child = elements()
                .function("2010602")
                .departmentEconomic("30202")
                .putExtra("XM_LABEL", "12")
                .build();
        assertThat(WITH_LABEL.differing(drawing(child, parent), String::equals))
                .containsExactly("function", "department-economic", "XM_LABEL");
        assertThat(WITH_LABEL.differing(drawing(parent, parent), String::equals))
                .isEmpty();
    }

    @Test
    void how_a_department_economic_code_may_be_refined_is_said_by_who_asks() {
        Elements parent = elements().departmentEconomic("302").build();
        Elements child = elements().departmentEconomic("30202").build();
        assertThat(WITH_LABEL.differing(drawing(child, parent), String::startsWith))
                .isEmpty();
        assertThat(WITH_LABEL.differing(drawing(parent, child), String::startsWith))
                .containsExactly("department-economic");
    }

    @Test
    void what_the_parent_leaves_open_the_child_may_fill_but_never_the_other_way_round() {
        Elements open = elements().build();
        Elements filled = elements().putExtra("XM_LABEL", "11").build();
        assertThat(WITH_LABEL.differing(drawing(filled, open), String::equals)).isEmpty();
        assertThat(WITH_LABEL.differing(drawing(open, filled), String::equals)).containsExactly("XM_LABEL");
        ElementRules free =
                ElementRules.national().declaring(declaration("XM_LABEL", Optional.of(LOCAL), false, Optional.empty()));
        assertThat(free.differing(drawing(open, filled), String::equals)).isEmpty();
    }

    @Test
    void D1_what_is_set_at_issue_is_not_added_further_down() {
        Elements open = elements().build();
        Elements direct = elements().putExtra(Labels.DIRECT, "01").build();
        ElementRules rules = ElementRules.national();

        assertThat(rules.differing(new ElementRules.Drawing(direct, "allotment", open, "budget-line"), String::equals))
                .isEmpty();
        assertThat(rules.differing(new ElementRules.Drawing(direct, "allotment", open, "allotment"), String::equals))
                .containsExactly(Labels.DIRECT);
        assertThat(rules.differing(
                        new ElementRules.Drawing(direct, "payment-request", open, "allotment"), String::equals))
                .containsExactly(Labels.DIRECT);
        assertThat(rules.differing(
                        new ElementRules.Drawing(direct, "payment-request", open, "budget-line"), String::equals))
                .containsExactly(Labels.DIRECT);
    }

    @ParameterizedTest
    @CsvSource({"allotment,budget-line", "allotment,allotment", "payment-request,allotment"})
    void D1_a_label_is_neither_removed_nor_changed(String kind, String sourceKind) {
        Elements source = elements().putExtra(Labels.DIRECT, "01").build();
        for (Elements own : List.of(
                elements().build(), elements().putExtra(Labels.DIRECT, "02").build())) {
            assertThat(ElementRules.national()
                            .differing(new ElementRules.Drawing(own, kind, source, sourceKind), String::equals))
                    .containsExactly(Labels.DIRECT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "direct-fund,04,masterdata.code-unknown",
        "direct-fund,1,masterdata.code-unknown",
        "matching,yes,masterdata.code-unknown",
        "tracking-project,310107,masterdata.project-code-not-valid",
        "matched-project,31010724t000000000001,masterdata.project-code-not-valid"
    })
    void a_label_has_a_value_of_its_code_set_or_a_project_code(String label, String value, String reason) {
        Findings findings = examine(elements().putExtra(label, value).build(), AgencyKind.ADMINISTRATIVE);

        assertThat(readable(findings.refusals())).extracting(Refusal::code).containsExactly(reason);
        assertThat(factOf(findings.refusals().get(0), "element")).isEqualTo(Fact.text(label));
    }

    @Test
    void what_is_tracked_names_the_project_by_which_it_is_followed() {
        var tracked = elements().putExtra(Labels.TRACKED, Labels.YES);

        Findings findings = examine(tracked.build(), AgencyKind.ADMINISTRATIVE);

        assertThat(readable(findings.refusals()))
                .extracting(Refusal::code)
                .containsExactly("masterdata.tracking-project-missing");
        assertThat(examine(
                        tracked.putExtra(Labels.TRACKING_PROJECT, "11000024T000000000001")
                                .build(),
                        AgencyKind.ADMINISTRATIVE))
                .isEqualTo(Findings.none());
        assertThat(examine(elements().putExtra(Labels.TRACKED, "2").build(), AgencyKind.ADMINISTRATIVE))
                .isEqualTo(Findings.none());
    }

    @Test
    void what_matches_a_direct_fund_and_does_not_say_which_is_only_warned_of() {
        Findings findings =
                examine(elements().putExtra(Labels.MATCHING, Labels.YES).build(), AgencyKind.ADMINISTRATIVE);

        assertThat(findings.refusals()).isEmpty();
        assertThat(readable(findings.warnings()))
                .extracting(Refusal::code)
                .containsExactly("masterdata.matched-project-missing");
    }

    private static ElementRules.Drawing drawing(Elements own, Elements source) {
        return new ElementRules.Drawing(own, "allotment", source, "allotment");
    }

    @Test
    void an_element_is_declared_once_and_has_a_slot_of_its_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WITH_LABEL.declaring(LABEL))
                .withMessageContaining("XM_LABEL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElementRules.national()
                        .declaring(declaration("fund", Optional.empty(), true, Optional.empty())));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WITH_LABEL.declaring(declaration("XM_OTHER", Optional.empty(), true, LABEL.dimension())))
                .withMessageContaining("extra-1");
        assertThat(WITH_LABEL
                        .declaring(
                                declaration("XM_OTHER", Optional.empty(), true, Optional.of(Dimensions.SLOTS.get(1))))
                        .declarations())
                .hasSize(ElementRules.national().declarations().size() + 2);
    }

    @Test
    void a_declaration_has_a_code_and_names_and_controls_only_dimensions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declaration("1 label", Optional.empty(), true, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ElementRules.Declaration(
                        "X", "", "名", Optional.empty(), ImmutableSet.of(), true, false, Optional.empty(), SOURCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ElementRules.Declaration(
                        "X", "n", " ", Optional.empty(), ImmutableSet.of(), true, false, Optional.empty(), SOURCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ElementRules.Declaration(
                        "X", "n", "名", Optional.empty(), ImmutableSet.of(), true, true, Optional.empty(), SOURCE));
    }

    @Test
    void the_books_keep_an_extra_element_in_its_slot() {
        Elements elements = elements().putExtra("XM_LABEL", "11").build();
        assertThat(WITH_LABEL.block(Dimensions.segments(elements), elements).value(Dimensions.SLOTS.get(0)))
                .isEqualTo("11");
        assertThat(ElementRules.national().block(Dimensions.segments(elements), elements))
                .isEqualTo(Dimensions.segments(elements));
    }

    private static Findings examine(Elements elements, AgencyKind kind) {
        return ElementRules.national().examine(elements, kind, "allotment", NATIONAL);
    }

    private static Elements with(String element, String code) {
        return switch (element) {
            case Elements.FUNCTION -> elements().function(code).build();
            case Elements.GOVERNMENT_ECONOMIC ->
                elements().governmentEconomic(code).build();
            case Elements.DEPARTMENT_ECONOMIC ->
                elements().departmentEconomic(code).build();
            default -> elements().fund(code).build();
        };
    }

    @Test
    void an_element_takes_a_slot_of_the_ledgers_and_a_standard_one_its_own_dimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declaration("label", Optional.empty(), true, Optional.of(Dimensions.FUND)))
                .withMessageContaining("extra-1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> declaration(Elements.FUND, Optional.empty(), true, Optional.of(Dimensions.SLOTS.get(0))))
                .withMessageContaining("[fund], not extra-1");
    }

    private static Refusal only(String code, Findings findings) {
        assertThat(readable(findings.refusals())).extracting(Refusal::code).containsExactly(code);
        return findings.refusals().get(0);
    }

    private static ElementRules.Declaration declaration(
            String code, Optional<Catalogue> codeSet, boolean inherited, Optional<Dimension> dimension) {
        return new ElementRules.Declaration(
                code,
                "label",
                "标签",
                codeSet,
                ImmutableSet.of("allotment"),
                inherited,
                dimension.isPresent(),
                dimension,
                SOURCE);
    }
}
