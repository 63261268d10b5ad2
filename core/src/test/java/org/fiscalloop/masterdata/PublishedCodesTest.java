package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.masterdata.MasterdataFixtures.accepted;
import static org.fiscalloop.masterdata.MasterdataFixtures.refusedFor;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The codes and names of six legally published documents of Shanghai agencies, 2023 to 2025, as they are printed there:
 * lost zeros, a class of one digit, an agency's own numbering and names that were abolished among them. An empty refusal
 * means that code and name are right; {@code *} that the test does not say what is allowed.
 */
class PublishedCodesTest {

    private static final ImmutableList<Csv.Row> PUBLISHED = Csv.resource(
            PublishedCodesTest.class, "published-codes.csv", "document,year,catalogue,code,name,refusal,allowed");

    @TestFactory
    Stream<DynamicTest> a_published_code_is_accepted_or_refused_with_what_would_have_been_right() {
        return PUBLISHED.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.text("document") + " " + row.text("code") + " " + row.text("name"), () -> judge(row)));
    }

    @Test
    void six_documents_give_codes_and_one_in_twenty_is_wrong() {
        assertThat(PUBLISHED.stream().map(row -> row.text("document")).distinct())
                .hasSize(6);
        assertThat(PUBLISHED).hasSize(386);
        assertThat(PUBLISHED).filteredOn(row -> !row.text("refusal").isEmpty()).hasSize(18);
    }

    @Test
    void a_section_that_lost_its_zero_is_explained() {
        Refusal refusal = refusedFor(
                "masterdata.code-unknown", CodeTables.national().leaf(Catalogue.DEPARTMENT_ECONOMIC, "301 2", 2024));
        assertThat(refusal.textZh()).isEqualTo("VD10006 部门预算支出经济分类科目 2024 年度没有代码 301 2，可用：30102 津贴补贴");
    }

    @Test
    void an_own_number_is_explained() {
        Refusal refusal = refusedFor(
                "masterdata.code-name-differs",
                CodeTables.national().named(Catalogue.DEPARTMENT_ECONOMIC, "30203", "水费", 2024));
        assertThat(refusal.text()).isEqualTo("30203 of VD10006 部门预算支出经济分类科目 is 咨询费 in 2024, not 水费; allowed: 30205 水费");
    }

    private static void judge(Csv.Row row) {
        Catalogue catalogue =
                row.text("catalogue").equals("VD10004") ? Catalogue.FUNCTION : Catalogue.DEPARTMENT_ECONOMIC;
        Decision<CodeRow> decision = CodeTables.national()
                .named(catalogue, row.text("code"), row.text("name"), Integer.parseInt(row.text("year")));
        if (row.text("refusal").isEmpty()) {
            assertThat(accepted(decision).title()).isEqualTo(row.text("code") + " " + row.text("name"));
            return;
        }
        Refusal refusal = refusedFor(row.text("refusal"), decision);
        if (row.text("allowed").equals("*")) {
            assertThat(refusal.allowed()).isNotEmpty();
        } else {
            assertThat(refusal.allowed()).isEqualTo(List.of(row.text("allowed").split("\\+")));
        }
    }
}
