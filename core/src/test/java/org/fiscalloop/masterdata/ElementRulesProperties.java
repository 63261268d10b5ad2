package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.masterdata.MasterdataFixtures.elements;
import static org.fiscalloop.masterdata.MasterdataFixtures.readable;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;

/** Every code of the national lists, old ones too, on one coding block. */
class ElementRulesProperties {

    private static final CodeTables NATIONAL = CodeTables.national();
    private static final int YEAR = 2024;

    @Property
    void B2_a_block_is_refused_for_exactly_the_codes_that_may_not_stand_on_a_document(
            @ForAll("functions") String function,
            @ForAll("governments") String government,
            @ForAll("departments") String department,
            @ForAll("funds") String fund,
            @ForAll AgencyKind kind) {
        Elements elements = elements()
                .function(function)
                .governmentEconomic(government)
                .departmentEconomic(department)
                .fund(fund)
                .build();
        long unfit = List.of(
                        mayStand(Catalogue.FUNCTION, function),
                        mayStand(Catalogue.GOVERNMENT_ECONOMIC, government),
                        mayStand(Catalogue.DEPARTMENT_ECONOMIC, department),
                        mayStand(Catalogue.FUND, fund))
                .stream()
                .filter(fits -> !fits)
                .count();
        Findings findings = ElementRules.national().examine(elements, kind, "allotment", NATIONAL);
        assertThat(readable(findings.refusals()))
                .filteredOn(refusal -> refusal.code().startsWith("masterdata.code-"))
                .hasSize((int) unfit);
    }

    @Property
    void B6_a_leaf_of_one_budget_is_spent_from_no_fund_of_another(
            @ForAll("leafFunctions") String function, @ForAll("leafFunds") String fund) {
        // 1x are the four budgets, in the order in which the functions name them.
        Optional<String> budget = fund.startsWith("1")
                ? Optional.of(List.of("一般公共预算", "政府性基金", "国有资本经营", "社会保险基金").get(fund.charAt(1) - '1'))
                : Optional.empty();
        String own = row(Catalogue.FUNCTION, function).kind().orElseThrow();
        Findings findings = ElementRules.national()
                .examine(
                        elements().function(function).fund(fund).build(),
                        AgencyKind.ADMINISTRATIVE,
                        "allotment",
                        NATIONAL);
        assertThat(readable(findings.refusals()))
                .extracting(Refusal::code)
                .isEqualTo(
                        budget.filter(other -> !other.equals(own)).isPresent()
                                ? List.of("masterdata.fund-kind")
                                : List.of());
    }

    @Property
    void an_agency_spends_a_department_code_under_the_mapped_government_code_and_no_other(
            @ForAll("leafDepartments") String department,
            @ForAll("leafGovernments") String government,
            @ForAll AgencyKind kind) {
        boolean mapped = NATIONAL.mapping(YEAR).orElseThrow().byDepartment().values().stream()
                .anyMatch(row -> row.department().equals(department)
                        && row.government().equals(government)
                        && row.kinds().contains(kind));
        Findings findings = ElementRules.national()
                .examine(
                        elements()
                                .departmentEconomic(department)
                                .governmentEconomic(government)
                                .build(),
                        kind,
                        "allotment",
                        NATIONAL);
        assertThat(readable(findings.refusals()))
                .extracting(Refusal::code)
                .isEqualTo(mapped ? List.of() : List.of("masterdata.economic-mapping"));
    }

    @Property
    void what_the_mapping_calls_allowed_is_accepted(
            @ForAll("leafDepartments") String department, @ForAll AgencyKind kind) {
        for (String government : NATIONAL.mapping(YEAR).orElseThrow().governmentCodes(department, kind)) {
            assertThat(ElementRules.national()
                            .examine(
                                    elements()
                                            .departmentEconomic(department)
                                            .governmentEconomic(government)
                                            .build(),
                                    kind,
                                    "allotment",
                                    NATIONAL))
                    .isEqualTo(Findings.none());
        }
    }

    @Property
    void a_child_agrees_with_its_parent_exactly_when_the_inherited_codes_are_the_same(
            @ForAll("functions") String one,
            @ForAll("functions") String other,
            @ForAll("funds") String fund,
            @ForAll("funds") String otherFund) {
        assertThat(ElementRules.national()
                        .differing(
                                new ElementRules.Drawing(
                                        elements().function(one).fund(fund).build(),
                                        "allotment",
                                        elements()
                                                .function(other)
                                                .fund(otherFund)
                                                .build(),
                                        "budget-line"),
                                String::equals))
                .hasSize((one.equals(other) ? 0 : 1) + (fund.equals(otherFund) ? 0 : 1));
    }

    @Provide
    Arbitrary<String> functions() {
        return mostlyLeaves(Catalogue.FUNCTION);
    }

    @Provide
    Arbitrary<String> governments() {
        return mostlyLeaves(Catalogue.GOVERNMENT_ECONOMIC);
    }

    @Provide
    Arbitrary<String> departments() {
        return mostlyLeaves(Catalogue.DEPARTMENT_ECONOMIC);
    }

    @Provide
    Arbitrary<String> funds() {
        return mostlyLeaves(Catalogue.FUND);
    }

    @Provide
    Arbitrary<String> leafFunctions() {
        return Arbitraries.of(leaves(Catalogue.FUNCTION));
    }

    @Provide
    Arbitrary<String> leafFunds() {
        return Arbitraries.of(leaves(Catalogue.FUND));
    }

    @Provide
    Arbitrary<String> leafDepartments() {
        return Arbitraries.of(leaves(Catalogue.DEPARTMENT_ECONOMIC));
    }

    @Provide
    Arbitrary<String> leafGovernments() {
        return Arbitraries.of(leaves(Catalogue.GOVERNMENT_ECONOMIC));
    }

    private static Arbitrary<String> mostlyLeaves(Catalogue catalogue) {
        return Arbitraries.oneOf(
                Arbitraries.of(leaves(catalogue)),
                Arbitraries.of(rows(catalogue).stream().map(CodeRow::code).toList()));
    }

    private static List<String> leaves(Catalogue catalogue) {
        return rows(catalogue).stream()
                .map(CodeRow::code)
                .filter(code -> mayStand(catalogue, code))
                .toList();
    }

    /** In the national lists a leaf has no codes below it, and the only one that stands too high is 227. */
    private static boolean mayStand(Catalogue catalogue, String code) {
        return rows(catalogue).stream()
                .anyMatch(row -> row.code().equals(code)
                        && row.isValidIn(YEAR)
                        && row.isLeaf()
                        && !row.code().equals("227"));
    }

    private static CodeRow row(Catalogue catalogue, String code) {
        return rows(catalogue).stream()
                .filter(row -> row.code().equals(code) && row.isValidIn(YEAR))
                .findFirst()
                .orElseThrow();
    }

    private static List<CodeRow> rows(Catalogue catalogue) {
        return NATIONAL.table(catalogue, YEAR).orElseThrow().rows();
    }
}
