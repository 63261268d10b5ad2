package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.examples.quickstart.Documents.Row;
import org.fiscalloop.flow.Act;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Estimate;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is wrong in the published documents is refused, and the refusal says what would be right. */
class PublishedDefectsTest {
    private static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());

    @Test
    void every_published_code_has_the_name_of_its_year_but_for_the_known_defects() {
        ImmutableSet<String> refused = Documents.LINES.stream()
                .filter(row -> row.level() > 0)
                .filter(row -> !named(row).isEmpty())
                .map(row -> row.doc() + " " + row.published() + " " + row.name())
                .collect(ImmutableSet.toImmutableSet());
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "SHPT-FLY-2024-B 7 11 02 事业单位医疗",
                        "SHPT-FLY-2024-B 30108 机关事业单位基本养老保险费",
                        "SHPT-FLY-2024-B 30202 咨询费",
                        "SHPT-FLY-2024-B 30203 水费",
                        "SHPT-FLY-2024-B 30204 电费",
                        "SHPT-FLY-2024-B 30205 邮电费",
                        "SHPT-FLY-2024-B 30206 办公设备购置费",
                        "SHPT-FLY-2024-B 30207 工会经费",
                        "SHPT-FLY-2024-B 30208 福利费",
                        "SHPT-FLY-2024-B 30210 车辆运行费",
                        "SHPT-FLY-2024-B 30211 事业单位离退休人员福利费",
                        "SHPT-FLY-2024-B 30212 机关事业单位退休人员活动费",
                        "SHPT-FLY-2024-B 30213 其他商品和服务支出",
                        "SHPT-FLY-2024-B 303 离退休人员经费",
                        "SHPT-FLY-2024-B 30301 退休费",
                        "SHPT-WLJD-2024-B 301 2 津贴补贴",
                        "SHPT-WLJD-2024-B 301 7 绩效工资");
    }

    @Test
    void every_row_that_is_marked_as_wrong_is_refused_but_one_whose_code_is_right_by_chance() {
        assertThat(Documents.LINES.stream().filter(row -> !row.defect().isEmpty()))
                .hasSize(17)
                .allSatisfy(row -> assertThat(named(row).isEmpty())
                        .as(row.name())
                        .isEqualTo(row.published().equals("30209") && row.name().equals("物业管理费")));
    }

    @Test
    void lost_leading_zeros_are_refused_and_the_whole_code_is_named() {
        Refusal allowance = only(named(row("SHPT-WLJD-2024-B", "301 2")));
        assertThat(allowance.code()).isEqualTo("masterdata.code-unknown");
        assertThat(allowance.allowed()).containsExactly("30102 津贴补贴");
        Refusal performance = only(named(row("SHPT-WLJD-2024-B", "301 7")));
        assertThat(performance.allowed()).containsExactly("30107 绩效工资");
        assertThat(performance.text()).contains("301 7").contains("2024");
        assertThat(performance.textZh()).contains("30107 绩效工资");
    }

    @Test
    void class_7_in_the_place_of_210_is_refused_and_the_right_item_is_named() {
        Refusal refusal = only(named(row("SHPT-FLY-2024-B", "7 11 02")));
        assertThat(refusal.code()).isEqualTo("masterdata.code-unknown");
        assertThat(refusal.allowed()).containsExactly("2101102 事业单位医疗");
    }

    @Test
    void an_agencys_own_numbering_is_refused_and_the_national_code_of_the_name_is_told() {
        Refusal water = only(named(row("SHPT-FLY-2024-B", "30203")));
        assertThat(water.code()).isEqualTo("masterdata.code-name-differs");
        assertThat(water.allowed()).containsExactly("30205 水费");
        assertThat(water.text()).contains("30203").contains("咨询费").contains("水费");
        assertThat(only(named(row("SHPT-FLY-2024-B", "30206"))).allowed()).contains("31002 办公设备购置");
    }

    @Test
    void an_abolished_name_is_refused_with_the_years_in_which_it_was_valid() {
        String label = Documents.BALANCES.stream()
                .map(Documents.Side::label)
                .filter(each -> each.contains("计划生育"))
                .findFirst()
                .orElseThrow();
        String name = label.substring(label.indexOf('、') + 1);
        Refusal refusal = only(CodeTables.national()
                .named(Catalogue.FUNCTION, "210", name, 2024)
                .refusals());
        assertThat(refusal.code()).isEqualTo("masterdata.code-not-valid");
        assertThat(refusal.text()).contains("2018").contains("2024");
        assertThat(refusal.allowed()).containsExactly("210 卫生健康支出");
    }

    @Test
    void a_budget_line_with_a_defective_code_is_refused_at_the_door() {
        Office office = office(PublishedBudget.STREET_2024);
        assertThat(line(office, "2010602", "301 2", "50101"))
                .extracting(Refusal::code)
                .containsExactly("masterdata.code-unknown");
        assertThat(line(office, "71102", "30110", "50102"))
                .extracting(Refusal::code)
                .containsExactly("masterdata.code-unknown");
        assertThat(line(office, "210", "30110", "50102"))
                .extracting(Refusal::code)
                .containsExactly("masterdata.code-not-leaf");
    }

    @Test
    void a_total_of_0_3_beside_parts_of_2961_68_is_refused() {
        assertThat(only(total("0.30", "2961.68"))).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("project.not-measured");
            assertThat(refusal.text()).contains("29616800.00").contains("3000.00");
            assertThat(refusal.textZh()).contains("29616800.00");
        });
    }

    @Test
    void a_total_of_0_beside_parts_of_2995_39_is_refused() {
        assertThat(total("0.00", "2995.39"))
                .extracting(Refusal::code)
                .containsExactly("project.amount-not-positive", "project.not-measured");
    }

    @Test
    void a_budget_of_0_cannot_have_grown_by_1421_25() {
        Office office = office(PublishedBudget.STREET_2023);
        Money none = Fen.money(0);
        ImmutableList<Refusal> refusals = handedIn(
                office,
                terms(office, none)
                        .category("3")
                        .slices(ImmutableSortedMap.of(2022, none, 2023, Fen.money(Wan.fen("1421.25"))))
                        .performanceGoal("目标")
                        .addPerformanceIndicators("指标")
                        .build());
        assertThat(refusals)
                .extracting(Refusal::code)
                .containsExactly("project.amount-not-positive", "project.years-do-not-add-up");
        assertThat(refusals.get(1).text()).contains("14212500.00").contains("0.00");
    }

    private static ImmutableList<Refusal> named(Row row) {
        Catalogue catalogue = row.table().contains("economic") ? Catalogue.DEPARTMENT_ECONOMIC : Catalogue.FUNCTION;
        int year = Integer.parseInt(row.doc().replaceAll("\\D", ""));
        return CodeTables.national()
                .named(catalogue, row.published(), row.name(), year)
                .refusals();
    }

    private static Row row(String doc, String published) {
        return Documents.LINES.stream()
                .filter(row -> row.doc().equals(doc) && row.published().equals(published))
                .findFirst()
                .orElseThrow();
    }

    private static Refusal only(ImmutableList<Refusal> refusals) {
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }

    private static Office office(PublishedBudget budget) {
        return Office.open(
                FiscalLoop.open(new InMemoryJournal(), RULES), budget.agency(), LocalDate.of(budget.year() - 1, 9, 1));
    }

    private static ImmutableList<Refusal> line(Office office, String function, String economic, String government) {
        Money total = Fen.money(Wan.fen("1.00"));
        LocalDate on = LocalDate.of(2023, 11, 1);
        if (office.loop().find(Project.id(projectCode(office))).isEmpty()) {
            new Chain(office)
                    .reserve(
                            terms(office, total)
                                    .category("1")
                                    .slices(ImmutableSortedMap.of(2024, total))
                                    .addEstimates(new Estimate("人员", "标准", Fen.yuan(Fen.of(total)), BigDecimal.ONE))
                                    .build(),
                            true,
                            on);
        }
        var elements = ImmutableElements.builder()
                .from(new Budget(office, office.agency(), new Plan(ImmutableList.of()))
                        .elements(Plan.Line.of("2010602", org.fiscalloop.project.SpendingKind.PERSONNEL, "30101", 1)))
                .project(projectCode(office))
                .function(function)
                .departmentEconomic(economic)
                .governmentEconomic(government)
                .build();
        return office.ask(
                        Office.CLERK,
                        on,
                        new CreateBudgetLine(
                                BudgetLine.id("YS-" + function + economic.replace(" ", "")),
                                ImmutableBudgetTerms.builder()
                                        .elements(elements)
                                        .amount(total)
                                        .build()))
                .refusals();
    }

    /** A project whose estimate is the published parts and whose total is the published one. */
    private static ImmutableList<Refusal> total(String wan, String parts) {
        Office office = office(PublishedBudget.STREET_2024);
        Money total = Fen.money(Wan.fen(wan));
        return handedIn(
                office,
                terms(office, total)
                        .category("1")
                        .slices(ImmutableSortedMap.of(2024, total))
                        .addEstimates(new Estimate("合计", "公开表", Fen.yuan(Wan.fen(parts)), BigDecimal.ONE))
                        .build());
    }

    private static ProjectCode projectCode(Office office) {
        return new ProjectCode("310107" + office.agency().fiscalYear() % 100 + "T105000000001");
    }

    private static ImmutableProjectTerms.Builder terms(Office office, Money total) {
        return ImmutableProjectTerms.builder()
                .code(projectCode(office))
                .name("公开数据")
                .division(office.agency().division())
                .agency(office.agency().agency())
                .fiscalYear(office.agency().fiscalYear())
                .total(total);
    }

    private static ImmutableList<Refusal> handedIn(Office office, ImmutableProjectTerms terms) {
        LocalDate on = LocalDate.of(terms.fiscalYear() - 1, 9, 20);
        office.must(Office.CLERK, on, new CreateProject(terms));
        Id<Project> id = Project.id(terms.code());
        Outcome outcome = office.ask(Office.CLERK, on, Act.of(id, ProjectAction.SUBMIT));
        return outcome.refusals();
    }
}
