package org.fiscalloop.budget;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.register.YearControl;

/** The controls of a budget line, each a small pure function with its code, and the actions they guard. */
final class BudgetControls {
    private static final Source STANDARD = Source.certain("财办〔2020〕13号 《预算管理一体化规范（试行）》: 先有项目, 再有预算");

    private static final Source CARRY_OVER =
            Source.certain("预算指标核算管理办法: 当年预算 and 上年结转 are kept apart from budget to payment");

    private static final Source TRANSFERS = Source.certain(
            "《预算法》 art. 71: 上级专项转移支付 changes a budget without an adjustment, by what arrives and no more");

    private static final ImmutableSet<ProjectState> READY =
            Sets.immutableEnumSet(ProjectState.RESERVED, ProjectState.BUDGETING, ProjectState.EXECUTING);

    static final Control<BudgetCase> PROJECT_EXISTS = Control.statutory(
            new Reason(
                    "budget.project-missing",
                    "There is no budget without a project",
                    "预算未对应项目",
                    "{project} is no project in the library; a budget line draws on one",
                    "项目库中没有项目 {project}; 预算须对应项目",
                    STANDARD),
            BudgetControls::projectExists);

    static final Control<BudgetCase> PROJECT_READY = Control.statutory(
            new Reason(
                    "budget.project-not-ready",
                    "The project cannot be budgeted in its state",
                    "项目状态不可安排预算",
                    "project {project} is {state}; budgeted is a project that is {allowed}",
                    "项目 {project} 处于 {state}; 可安排预算的状态: {allowed}",
                    Source.certain("财办〔2020〕13号; 预算法实施条例 art. 41: 项目支出实行项目库管理")),
            BudgetControls::projectReady);

    static final Control<BudgetCase> PROJECT_WHOLE = Control.statutory(
            new Reason(
                    "budget.project-divided",
                    "The project is divided",
                    "项目已拆分",
                    "project {project} is divided: its parts are budgeted, not it",
                    "项目 {project} 已拆分, 应以子项目安排预算",
                    Source.own("a yuan of a divided project is budgeted on one of its parts only")),
            BudgetControls::projectWhole);

    static final Control<BudgetCase> PROJECT_RUNS = Control.statutory(
            new Reason(
                    "budget.project-expired",
                    "The project ends before the budget year",
                    "项目已到期",
                    "project {project} ends in {last}; {year} is later",
                    "项目 {project} 止于 {last} 年, 不得安排 {year} 年预算",
                    Source.uncertain("policy expiry: a project past its last year gets no new budget but carry-over")),
            BudgetControls::projectRuns);

    static final Control<BudgetCase> YEAR_PLANNED = Control.statutory(
            new Reason(
                    "budget.year-not-planned",
                    "The project has no plan for the year",
                    "项目无该年度分年计划",
                    "the plan of project {project} has no slice for {year}; it has {allowed}",
                    "项目 {project} 的分年支出计划没有 {year} 年; 计划年度: {allowed}",
                    STANDARD),
            BudgetControls::yearPlanned);

    static final Control<BudgetCase> OWN_PROJECT = Control.statutory(
            new Reason(
                    "budget.agency-differs",
                    "The project is another agency's",
                    "项目不属于该单位",
                    "project {project} is of {allowed}, the line is of {division}/{agency}",
                    "项目 {project} 属于 {allowed}, 预算属于 {division}/{agency}",
                    STANDARD),
            BudgetControls::ownProject);

    static final Control<BudgetCase> AMOUNT_POSITIVE = Control.statutory(
            new Reason(
                    "budget.amount-not-positive",
                    "The line has no amount",
                    "预算金额须大于零",
                    "a line of project {project} needs an amount above zero",
                    "项目 {project} 的预算金额须大于零",
                    Source.own("a line of nothing neither occupies nor releases anything")),
            BudgetControls::amountPositive);

    static final Control<BudgetCase> CHANGE_APPROVED = Control.statutory(
            new Reason(
                    "budget.approval-missing",
                    "The adjustment names no approval",
                    "预算调整缺少批准文号",
                    "an adjustment of a line of project {project} needs the number of the document that approved it",
                    "项目 {project} 的预算调整须注明批准文号",
                    Source.certain("预算法 art. 67-69: 预算调整须经本级人大常委会批准")),
            BudgetControls::changeApproved);

    static final Control<BudgetCase> NOT_CARRIED_BY_HAND = Control.statutory(
            new Reason(
                    "budget.carried-by-hand",
                    "What is carried over is not filled in",
                    "结转预算不得录入",
                    "the line is filled in as carried over from {line}; such a line comes of confirming the carry-over",
                    "预算填列为由 {line} 结转; 结转预算由结转确认生成",
                    CARRY_OVER),
            BudgetControls::notCarried);

    static final Control<BudgetCase> OF_THE_YEAR = Control.statutory(
            new Reason(
                    "budget.carried-over",
                    "What was carried over is not adjusted",
                    "结转预算不得调整",
                    "the line took in what was carried over from {line}; an adjustment is of a line of the year's own budget",
                    "该预算为由 {line} 结转转入; 预算调整仅适用于当年预算",
                    CARRY_OVER),
            BudgetControls::notCarried);

    static final Control<BudgetCase> BORROWED_FOR_CAPITAL = Control.statutory(
            new Reason(
                    "budget.borrowed-not-capital",
                    "Borrowed money is not for capital expenditure",
                    "债务资金不得用于经常性支出",
                    "fund {fund} is borrowed and may be spent for {allowed} only, not for {code}",
                    "资金性质 {fund} 为债务资金, 只能用于 {allowed}, 不得用于 {code}",
                    Source.certain("《预算法》 art. 35: 举借的债务只能用于公益性资本支出, 不得用于经常性支出")),
            BudgetControls::borrowedForCapital);

    static final Control<BudgetCase> NOT_RECEIVED_BY_HAND = Control.statutory(
            new Reason(
                    "budget.received-by-hand",
                    "What is received from the level above is not filled in",
                    "上级补助预算不得录入",
                    "the line is filled in as received by {document}; such a line comes of receiving the transfer",
                    "预算填列上级指标文号 {document}; 该预算由接收上级转移支付生成",
                    TRANSFERS),
            BudgetControls::notReceived);

    static final Control<BudgetCase> OF_OWN_MONEY = Control.statutory(
            new Reason(
                    "budget.received",
                    "What was received from the level above is not adjusted",
                    "上级补助预算不得调整",
                    "the line took in what was received by {document}; it is given back to the level above, not adjusted",
                    "该预算为按上级指标文 {document} 接收; 应退回上级, 不得调整",
                    TRANSFERS),
            BudgetControls::notReceived);

    static final Control<BudgetCase> YEAR_NOT_OVER =
            YearControl.notOver("budget", c -> c.facts().on(), c -> c.terms().fiscalYear());

    private static final Controls<BudgetCase> FILLED_IN = new Controls<>(ImmutableList.of(
            YEAR_NOT_OVER,
            PROJECT_EXISTS,
            PROJECT_READY,
            PROJECT_WHOLE,
            PROJECT_RUNS,
            YEAR_PLANNED,
            OWN_PROJECT,
            AMOUNT_POSITIVE,
            BORROWED_FOR_CAPITAL,
            NOT_CARRIED_BY_HAND,
            NOT_RECEIVED_BY_HAND));

    /** What must be so of a line that takes in what is received from the level above. */
    private static final Controls<BudgetCase> RECEIVED = new Controls<>(ImmutableList.of(
            YEAR_NOT_OVER,
            PROJECT_EXISTS,
            PROJECT_READY,
            PROJECT_WHOLE,
            PROJECT_RUNS,
            YEAR_PLANNED,
            OWN_PROJECT,
            AMOUNT_POSITIVE,
            BORROWED_FOR_CAPITAL));

    static final ControlTable<BudgetAction, BudgetCase> NATIONAL =
            new ControlTable<>(ImmutableMap.<BudgetAction, Controls<BudgetCase>>builder()
                    .put(BudgetAction.CREATE, FILLED_IN)
                    .put(BudgetAction.REVISE, FILLED_IN)
                    .put(BudgetAction.SUBMIT, FILLED_IN)
                    .put(BudgetAction.APPROPRIATE, Controls.of(YEAR_NOT_OVER))
                    .put(
                            BudgetAction.ADJUST,
                            Controls.of(
                                    YEAR_NOT_OVER,
                                    OF_THE_YEAR,
                                    OF_OWN_MONEY,
                                    CHANGE_APPROVED,
                                    PROJECT_READY,
                                    PROJECT_RUNS,
                                    YEAR_PLANNED))
                    .put(BudgetAction.RECEIVE, RECEIVED)
                    .buildOrThrow());

    private BudgetControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> notCarried(BudgetCase c) {
        return c.terms()
                .carried()
                .map(carried -> violated(Facts.of("line", text(carried.line().value()))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> borrowedForCapital(BudgetCase c) {
        BudgetRules rules = c.facts().rules(BudgetFlow.RULES);
        String fund = c.elements().fund();
        String code = c.elements().governmentEconomic();
        return rules.borrowedFunds().stream().noneMatch(fund::startsWith)
                        || rules.capitalClasses().stream().anyMatch(code::startsWith)
                ? holds()
                : violated(Facts.of("fund", text(fund))
                        .and("code", text(code))
                        .and(Refusal.ALLOWED, texts(rules.capitalClasses())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> notReceived(BudgetCase c) {
        return c.terms()
                .upperDocumentNo()
                .map(document -> violated(Facts.of("document", text(document))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> projectExists(BudgetCase c) {
        return c.project().isPresent() ? holds() : violated(about(c));
    }

    /** What a line gives back, its project takes in any state. */
    private static ImmutableList<ImmutableMap<String, Fact>> projectReady(BudgetCase c) {
        return of(
                c,
                project -> c.change() < 0 || READY.contains(project.state()),
                project -> about(c).and("state", text(project.state().name()))
                        .and(
                                Refusal.ALLOWED,
                                texts(READY.stream().map(Enum::name).toList())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> projectWhole(BudgetCase c) {
        return of(c, project -> !project.terms().isDivided(), project -> about(c));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> projectRuns(BudgetCase c) {
        return of(
                c,
                project -> c.change() < 0
                        || project.terms().lastYear() >= c.terms().fiscalYear(),
                project -> about(c).and("last", count(project.terms().lastYear()))
                        .and("year", count(c.terms().fiscalYear())));
    }

    /** A year after the last one is for {@link #PROJECT_RUNS} to refuse. */
    private static ImmutableList<ImmutableMap<String, Fact>> yearPlanned(BudgetCase c) {
        int year = c.terms().fiscalYear();
        return of(
                c,
                project -> c.change() < 0
                        || project.terms().slices().containsKey(year)
                        || project.terms().lastYear() < year,
                project -> about(c).and("year", count(year))
                        .and(
                                Refusal.ALLOWED,
                                texts(project.terms().slices().keySet().stream()
                                        .map(String::valueOf)
                                        .toList())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> ownProject(BudgetCase c) {
        return of(
                c,
                project -> project.division().equals(c.terms().division())
                        && project.agency().equals(c.terms().agency()),
                project -> about(c).and("division", text(c.terms().division()))
                        .and("agency", text(c.terms().agency()))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(project.division() + "/" + project.agency()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> amountPositive(BudgetCase c) {
        return c.change() > 0 ? holds() : violated(about(c));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> changeApproved(BudgetCase c) {
        return c.approval().isBlank() ? violated(about(c)) : holds();
    }

    private static Facts about(BudgetCase c) {
        return Facts.of("project", text(c.elements().project().value()));
    }

    /** What is wrong with the project; that there is none is for {@link #PROJECT_EXISTS} to refuse. */
    private static ImmutableList<ImmutableMap<String, Fact>> of(
            BudgetCase c, Predicate<Project> holds, Function<Project, Facts> otherwise) {
        return c.project()
                .filter(holds.negate())
                .map(otherwise)
                .map(facts -> ImmutableList.of(facts.map()))
                .orElse(holds());
    }
}
