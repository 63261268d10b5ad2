package org.fiscalloop.project;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.Agency;

/** The controls of a project, each a small pure function with its code, and the actions they guard. */
final class ProjectControls {
    private static final Source STANDARD = Source.certain("财办〔2020〕13号 《预算管理一体化规范（试行）》 项目库管理");
    private static final Source REGULATIONS = Source.certain("《预算法实施条例》 (2020) art. 41");

    static final Control<ProjectCase> AGENCY_ENABLED = Control.statutory(
            new Reason(
                    "project.agency-not-enabled",
                    "The agency may not set up projects",
                    "单位未启用",
                    "agency {agency} is not registered and enabled in division {division}",
                    "单位 {agency} 未在区划 {division} 登记启用",
                    STANDARD),
            ProjectControls::agencyEnabled);

    static final Control<ProjectCase> CATEGORY_VALID = Control.statutory(
            new Reason(
                    "project.category-not-valid",
                    "The project category cannot be used",
                    "项目类别不可用",
                    "category {category} is not a leaf of the project categories of {year}; allowed are {allowed}",
                    "项目类别 {category} 不是 {year} 年的末级项目类别; 可用: {allowed}",
                    Source.certain("VD09001 项目类别")),
            ProjectControls::categoryValid);

    static final Control<ProjectCase> YEARS_ADD_UP = Control.statutory(
            new Reason(
                    "project.years-do-not-add-up",
                    "The plan by year does not add up to the total",
                    "分年计划合计不等于项目总额",
                    "the years of the plan add up to {planned}, the total is {total}",
                    "分年支出计划合计 {planned}, 项目总额 {total}",
                    STANDARD),
            ProjectControls::yearsAddUp);

    static final Control<ProjectCase> MEASURED = Control.adjustable(
            new Reason(
                    "project.not-measured",
                    "The total is not the measured amount",
                    "项目总额不等于测算数",
                    "a project of category {category} is measured: its estimate gives {estimated}, its total is {total}",
                    "类别 {category} 的项目按标准测算: 测算数 {estimated}, 项目总额 {total}",
                    STANDARD),
            Severity.HARD,
            ProjectControls::measured);

    static final Control<ProjectCase> GOAL_SET = Control.statutory(
            new Reason(
                    "project.goal-missing",
                    "The performance goal is missing",
                    "未填报绩效目标",
                    "a project of category {category} needs a performance goal and at least one indicator",
                    "类别 {category} 的项目须填报绩效目标和绩效指标",
                    Source.certain("《预算法实施条例》 (2020) art. 20; 财办〔2020〕13号")),
            ProjectControls::goalSet);

    static final Control<ProjectCase> EVALUATED = Control.adjustable(
            new Reason(
                    "project.evaluation-missing",
                    "The evaluation beforehand is missing",
                    "缺少事前绩效评估",
                    "{project} is a new major policy and has no evaluation made beforehand",
                    "{project} 属新增重大政策和项目, 缺少事前绩效评估",
                    STANDARD),
            Severity.HARD,
            ProjectControls::evaluated);

    static final Control<ProjectCase> REVIEW_NOT_NEEDED = Control.statutory(
            new Reason(
                    "project.review-required",
                    "The project needs the review of finance",
                    "项目须经财政审核",
                    "only measured categories enter the reserve by confirmation; {category} does not: report it to finance",
                    "仅测算类项目可确认入库; 类别 {category} 须上报财政审核",
                    REGULATIONS),
            ProjectControls::reviewNotNeeded);

    static final Control<ProjectCase> NOT_BELOW_BUDGETED = Control.statutory(
            new Reason(
                    "project.total-below-budgeted",
                    "The new total is below what is budgeted",
                    "调整后总额小于已安排预算",
                    "{budgeted} of {project} is budgeted; the new total {total} falls short by {short-by}",
                    "项目 {project} 已安排预算 {budgeted}; 调整后总额 {total} 不足 {short-by}",
                    STANDARD),
            ProjectControls::notBelowBudgeted);

    static final Control<ProjectCase> YEARS_NOT_CUT = Control.statutory(
            new Reason(
                    "project.year-already-begun",
                    "The new plan ends before the year that has begun",
                    "调整后期限早于已执行年度",
                    "the new plan of {project} ends in {last}; {year} has begun",
                    "项目 {project} 调整后止于 {last} 年; {year} 年已开始执行",
                    STANDARD),
            ProjectControls::yearsNotCut);

    static final Control<ProjectCase> BUDGETED_YEARS_KEPT = Control.statutory(
            new Reason(
                    "project.year-budgeted",
                    "A year for which something is budgeted stays in the plan",
                    "已安排预算的年度不得取消",
                    "the new plan of {project} has no slice for {year}, for which {budgeted} is budgeted",
                    "项目 {project} 调整后的分年计划没有 {year} 年, 该年度已安排预算 {budgeted}",
                    STANDARD),
            ProjectControls::budgetedYearsKept);

    static final Control<ProjectCase> AMOUNT_POSITIVE = Control.statutory(
            new Reason(
                    "project.amount-not-positive",
                    "The project has no amount",
                    "项目总额须大于零",
                    "the total of {project} is {total}",
                    "项目 {project} 的总额为 {total}",
                    Source.own("a project of nothing reserves nothing")),
            c -> c.total() > 0
                    ? holds()
                    : violated(
                            Facts.of("project", text(c.terms().code().value())).and("total", amount(c.total()))));

    static final Control<ProjectCase> PART_WITHIN = Control.statutory(
            new Reason(
                    "project.agency-outside",
                    "The agency of the part is not below that of the project",
                    "子项目单位不在项目单位范围内",
                    "agency {agency} of part {project} does not stand at or below {allowed}",
                    "子项目 {project} 的单位 {agency} 不是 {allowed} 或其下级单位",
                    Source.own("what a division reserved for one agency is not given to another by dividing it")),
            ProjectControls::partWithin);

    static final Control<ProjectCase> PART_KEEPS_TOTAL = Control.statutory(
            new Reason(
                    "project.part-keeps-its-total",
                    "A part of a divided project keeps its total",
                    "拆分项目的子项目总额不得单独调整",
                    "{project} is a part of {parent}: its total {before} cannot become {total}",
                    "{project} 是 {parent} 的子项目: 总额 {before} 不得调整为 {total}",
                    Source.own("the parts of a divided project add up to it at every moment")),
            ProjectControls::partKeepsTotal);

    static final Control<ProjectCase> NOTHING_OPEN = Control.statutory(
            new Reason(
                    "project.still-open",
                    "Something of the project is still open",
                    "项目仍有未了事项",
                    "{project} still has open: {open}",
                    "项目 {project} 仍有未了事项: {open}",
                    STANDARD),
            ProjectControls::nothingOpen);

    static final Control<ProjectCase> ELEMENTS_DECLARED = Control.statutory(
            new Reason(
                    "project.elements",
                    "The extra elements are not as declared",
                    "扩展要素不符合规定",
                    "extra elements of {project}: {problem}",
                    "项目 {project} 的扩展要素: {problem}",
                    Source.own("declared extra elements, by division")),
            ProjectControls::elementsDeclared);

    static final Control<ProjectCase> NOT_DIVIDED_BY_HAND = Control.statutory(
            new Reason(
                    "project.division-by-hand",
                    "Only dividing a project sets parent and divided mark",
                    "上级项目和拆分标识须由拆分生成",
                    "{project} is filled in with parent {parent} and divided mark {divided}; dividing a project sets them",
                    "项目 {project} 已填上级项目 {parent}, 拆分标识 {divided}; 二者须由拆分生成",
                    Source.own("a part and its parent name each other, and a yuan is reserved on one of them only")),
            ProjectControls::notDividedByHand);

    static final ControlTable<ProjectAction, ProjectCase> NATIONAL = new ControlTable<>(ImmutableMap.of(
            ProjectAction.CREATE,
            Controls.of(AGENCY_ENABLED, CATEGORY_VALID, NOT_DIVIDED_BY_HAND, ELEMENTS_DECLARED),
            ProjectAction.REVISE,
            Controls.of(AGENCY_ENABLED, CATEGORY_VALID, NOT_DIVIDED_BY_HAND, ELEMENTS_DECLARED),
            ProjectAction.SUBMIT,
            Controls.of(AGENCY_ENABLED, CATEGORY_VALID, AMOUNT_POSITIVE, YEARS_ADD_UP, MEASURED, GOAL_SET, EVALUATED),
            ProjectAction.CONFIRM,
            Controls.of(REVIEW_NOT_NEEDED),
            ProjectAction.SPLIT_OFF,
            new Controls<>(ImmutableList.of(
                    AGENCY_ENABLED,
                    CATEGORY_VALID,
                    PART_WITHIN,
                    AMOUNT_POSITIVE,
                    YEARS_ADD_UP,
                    MEASURED,
                    GOAL_SET,
                    EVALUATED,
                    ELEMENTS_DECLARED)),
            ProjectAction.ADJUST,
            Controls.of(
                    YEARS_ADD_UP, MEASURED, PART_KEEPS_TOTAL, NOT_BELOW_BUDGETED, YEARS_NOT_CUT, BUDGETED_YEARS_KEPT),
            ProjectAction.FINISH,
            Controls.of(NOTHING_OPEN),
            ProjectAction.TERMINATE,
            Controls.of(NOTHING_OPEN)));

    private ProjectControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> agencyEnabled(ProjectCase c) {
        return c.facts()
                        .find(Agency.id(c.terms().division(), c.terms().agency()))
                        .filter(Agency::isEnabled)
                        .isPresent()
                ? holds()
                : violated(Facts.of("agency", text(c.terms().agency()))
                        .and("division", text(c.terms().division())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> categoryValid(ProjectCase c) {
        MasterdataRules rules = c.facts().rules(MasterdataRules.KEY);
        int year = c.terms().fiscalYear();
        return rules.tables()
                        .leaf(Catalogue.PROJECT_CATEGORY, c.terms().category(), year)
                        .isAccepted()
                ? holds()
                : violated(Facts.of("category", text(c.terms().category()))
                        .and("year", count(year))
                        .and(
                                "allowed",
                                texts(rules.tables().table(Catalogue.PROJECT_CATEGORY, year).stream()
                                        .flatMap(table -> table.rows().stream())
                                        .filter(row -> rules.tables()
                                                .leaf(Catalogue.PROJECT_CATEGORY, row.code(), year)
                                                .isAccepted())
                                        .map(row -> row.title())
                                        .toList())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> yearsAddUp(ProjectCase c) {
        return c.sliced() == c.total()
                ? holds()
                : violated(Facts.of("planned", amount(c.sliced())).and("total", amount(c.total())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> measured(ProjectCase c) {
        if (!c.isMeasured()) {
            return holds();
        }
        long estimated = c.terms().estimates().stream().mapToLong(Estimate::fen).reduce(0L, Fen::add);
        return estimated == c.total()
                ? holds()
                : violated(Facts.of("category", text(c.terms().category()))
                        .and("estimated", amount(estimated))
                        .and("total", amount(c.total())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> goalSet(ProjectCase c) {
        boolean complete = c.terms().performanceGoal().isPresent()
                && !c.terms().performanceIndicators().isEmpty();
        return c.isMeasured() || complete
                ? holds()
                : violated(Facts.of("category", text(c.terms().category())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> evaluated(ProjectCase c) {
        return !c.terms().isNewMajorPolicy() || c.terms().preEvaluation().isPresent()
                ? holds()
                : violated(Facts.of("project", text(c.terms().code().value())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> reviewNotNeeded(ProjectCase c) {
        return c.isMeasured()
                ? holds()
                : violated(Facts.of("category", text(c.terms().category())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> notBelowBudgeted(ProjectCase c) {
        long budgeted = c.budgeted();
        return c.total() >= budgeted
                ? holds()
                : violated(Facts.of("project", text(c.terms().code().value()))
                        .and("budgeted", amount(budgeted))
                        .and("total", amount(c.total()))
                        .and("short-by", amount(Fen.subtract(budgeted, c.total()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> yearsNotCut(ProjectCase c) {
        return c.terms().lastYear() >= c.facts().input().fiscalYear()
                ? holds()
                : violated(Facts.of("project", text(c.terms().code().value()))
                        .and("last", count(c.terms().lastYear()))
                        .and("year", count(c.facts().input().fiscalYear())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> budgetedYearsKept(ProjectCase c) {
        return c.facts().document(Project.class).terms().slices().keySet().stream()
                .filter(year -> !c.terms().slices().containsKey(year) && c.budgeted(year) != 0)
                .map(year -> Facts.of("project", text(c.terms().code().value()))
                        .and("year", count(year))
                        .and("budgeted", amount(c.budgeted(year)))
                        .map())
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> notDividedByHand(ProjectCase c) {
        ProjectTerms terms = c.terms();
        return terms.parent().isEmpty() && !terms.isDivided()
                ? holds()
                : violated(Facts.of("project", text(terms.code().value()))
                        .and(
                                "parent",
                                text(terms.parent().map(ProjectCode::value).orElse("-")))
                        .and("divided", text(String.valueOf(terms.isDivided()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> partWithin(ProjectCase c) {
        String agency = c.terms().agency();
        String above = c.facts().document(Project.class).agency();
        return Agency.isWithin(c.terms().division(), agency, above, c.facts().reads())
                ? holds()
                : violated(Facts.of("project", text(c.terms().code().value()))
                        .and("agency", text(agency))
                        .and("allowed", text(above)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> partKeepsTotal(ProjectCase c) {
        ProjectTerms before = c.facts().document(Project.class).terms();
        return before.parent().isEmpty() || before.total().equals(c.terms().total())
                ? holds()
                : violated(Facts.of("project", text(c.terms().code().value()))
                        .and("parent", text(before.parent().orElseThrow().value()))
                        .and("before", amount(Fen.of(before.total())))
                        .and("total", amount(c.total())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> nothingOpen(ProjectCase c) {
        ImmutableList<String> open = ProjectMeasure.UNFINISHED.stream()
                .filter(measure -> c.balance(measure) != 0)
                .map(measure -> measure.code() + " " + Fen.text(c.balance(measure)))
                .collect(ImmutableList.toImmutableList());
        return open.isEmpty()
                ? holds()
                : violated(Facts.of("project", text(c.terms().code().value())).and("open", texts(open)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> elementsDeclared(ProjectCase c) {
        MasterdataRules rules = c.facts().rules(MasterdataRules.KEY);
        return rules
                .elements()
                .extras(Project.KIND.code(), c.terms().fiscalYear(), c.terms().extra(), rules.tables())
                .refusals()
                .stream()
                .map(refusal -> Facts.of("project", text(c.terms().code().value()))
                        .and("problem", text(refusal.text()))
                        .map())
                .collect(ImmutableList.toImmutableList());
    }
}
