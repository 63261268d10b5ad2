package org.fiscalloop.allotment;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.YearControl;

/** The controls of an allotment, each a small pure function with its code, and the actions they guard. */
final class AllotmentControls {
    private static final Source CHAIN = Source.certain("预算指标核算管理办法: 先有预算, 再有指标; 支出预算余额控制支出指标");
    private static final Source LINEAGE =
            Source.certain("预算指标核算管理办法: 顺向可控, 逆向可溯; fund, project and year do not change along the chain");

    private static final Source BASIS =
            Source.certain("BGT_TYPE 指标类型: 当年预算 and 上年结转 are kept apart from issue to payment");

    static final Control<AllotmentCase> LINE_APPROPRIATED = Control.statutory(
            new Reason(
                    "allotment.no-budget",
                    "There is no allotment without a budget",
                    "指标未对应已批复预算",
                    "{line} is no appropriated budget line",
                    "{line} 不是已批复的预算",
                    CHAIN),
            AllotmentControls::lineAppropriated);

    static final Control<AllotmentCase> PROJECT_ENDED = Control.statutory(
            new Reason(
                    "allotment.project-ended",
                    "The project has ended",
                    "项目已结束或终止",
                    "project {project} is finished or terminated; nothing more is released for it",
                    "项目 {project} 已结束或终止, 不得再下达指标",
                    Source.uncertain("财办〔2020〕13号: no new budget of a project that has ended")),
            AllotmentControls::projectRuns);

    static final Control<AllotmentCase> ELEMENTS_KEPT = Control.statutory(
            new Reason(
                    "allotment.element-differs",
                    "An element differs from what it draws on",
                    "指标要素与来源不一致",
                    "{element} of the allotment is {given}; what it draws on has {allowed}",
                    "指标 {element} 为 {given}; 来源为 {allowed}",
                    LINEAGE),
            AllotmentControls::elementsKept);

    static final Control<AllotmentCase> AGENCY_WITHIN = Control.statutory(
            new Reason(
                    "allotment.agency-outside",
                    "The agency is not below the one it draws on",
                    "单位不在来源单位范围内",
                    "agency {agency} does not stand at or below {allowed}",
                    "单位 {agency} 不是 {allowed} 或其下级单位",
                    CHAIN),
            AllotmentControls::agencyWithin);

    static final Control<AllotmentCase> AMOUNT_POSITIVE = Control.statutory(
            new Reason(
                    "allotment.amount-not-positive",
                    "The amount is not above zero",
                    "指标金额须大于零",
                    "an allotment moves an amount above zero, not {amount}",
                    "指标金额须大于零: {amount}",
                    Source.own("an act of nothing moves nothing")),
            AllotmentControls::amountPositive);

    static final Control<AllotmentCase> NOT_A_PART = Control.statutory(
            new Reason(
                    "allotment.part-without-split",
                    "A part comes into being only by splitting its parent",
                    "子指标须由拆分生成",
                    "{parent} is named as parent; a part of it is made by splitting it",
                    "已填上级指标 {parent}; 子指标须由拆分生成",
                    LINEAGE),
            AllotmentControls::notAPart);

    static final Control<AllotmentCase> SAME_PARENT = Control.statutory(
            new Reason(
                    "allotment.parent-differs",
                    "A part remains a part of the allotment that it was split from",
                    "子指标的上级指标不得变更",
                    "{parent} is named as parent; it was split from {allowed}",
                    "已填上级指标 {parent}; 原上级指标为 {allowed}",
                    LINEAGE),
            AllotmentControls::sameParent);

    static final Control<AllotmentCase> ISSUED_AS_BEFORE = Control.statutory(
            new Reason(
                    "allotment.issued-before",
                    "What was issued once keeps its source and its coding block",
                    "曾下达的指标不得变更来源和要素",
                    "{element} of {allotment} is {given}; it was issued as {allowed}: void it and fill in another one",
                    "指标 {allotment} 的 {element} 为 {given}; 曾按 {allowed} 下达: 请作废后另行录入",
                    Source.own("the books name an allotment by its first line and coding block")),
            AllotmentControls::issuedAsBefore);

    static final Control<AllotmentCase> PARENT_ISSUED = Control.statutory(
            new Reason(
                    "allotment.parent-not-issued",
                    "The allotment that it was split from is not in force",
                    "上级指标未下达",
                    "{parent}, which the part was split from, is {state}",
                    "上级指标 {parent} 状态为 {state}",
                    LINEAGE),
            AllotmentControls::parentIssued);

    static final Control<AllotmentCase> BASIS_OF_LINE = Control.statutory(
            new Reason(
                    "allotment.basis-differs",
                    "The allotment is not of the same year's budget as its line",
                    "指标类型与预算不一致",
                    "the allotment is {given}; its line {line} is {allowed}",
                    "指标类型为 {given}; 预算 {line} 为 {allowed}",
                    BASIS),
            AllotmentControls::basisOfLine);

    private static final Reason CARRIED_BY_HAND = new Reason(
            "allotment.carried-by-hand",
            "What is carried over is not filled in",
            "结转指标不得录入",
            "{given} is named as carried over into it; that comes of confirming the carry-over, not of filling in ({allowed})",
            "已填结转来源指标 {given}; 结转指标由结转确认生成, 不得录入 ({allowed})",
            BASIS);

    static final Control<AllotmentCase> NOT_CARRIED_BY_HAND =
            Control.statutory(CARRIED_BY_HAND, c -> sameOrigin(c, Optional.empty()));

    static final Control<AllotmentCase> SAME_ORIGIN = Control.statutory(
            CARRIED_BY_HAND, c -> sameOrigin(c, c.before().terms().carriedFrom()));

    static final Control<AllotmentCase> TO_BE_DISTRIBUTED = Control.statutory(
            new Reason(
                    "allotment.not-to-be-distributed",
                    "Only an allotment to be distributed is split",
                    "仅待分指标可拆分",
                    "allotment {allotment} is {flag}; split is one that is {allowed}",
                    "指标 {allotment} 为 {flag}; 仅 {allowed} 可拆分",
                    Source.certain("可执行标志 BGT_EXE_FLAG: 2 待分 is only split, 1 可执行 is only paid")),
            AllotmentControls::toBeDistributed);

    static final Control<AllotmentCase> EXECUTABLE = Control.statutory(
            new Reason(
                    "allotment.not-executable",
                    "Only an executable allotment is frozen",
                    "仅可执行指标可冻结",
                    "the allotment is {flag}; what is frozen is {allowed}",
                    "指标为 {flag}; 仅 {allowed} 可冻结",
                    Source.own("what is to be distributed cannot be paid and need not be frozen")),
            AllotmentControls::executable);

    static final Control<AllotmentCase> PART_OF_PARENT = Control.statutory(
            new Reason(
                    "allotment.line-differs",
                    "A part is of its parent's budget line",
                    "子指标预算来源不一致",
                    "the part is of line {line}; its parent is of {allowed}",
                    "子指标来源预算为 {line}; 上级指标为 {allowed}",
                    Source.certain("every released allotment traces to exactly one budget line")),
            AllotmentControls::partOfParent);

    static final Control<AllotmentCase> YEAR_NOT_OVER =
            YearControl.notOver("allotment", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<AllotmentCase> UNUSED = Control.statutory(
            new Reason(
                    "allotment.in-use",
                    "Something draws on the allotment",
                    "指标已使用",
                    "of {amount} only {available} is unused, and {not-cleared} is paid and not cleared; "
                            + "what was issued is taken back whole or not at all",
                    "指标金额 {amount}, 未使用 {available}, 已支付未清算 {not-cleared}; 已使用的指标不得取消终审",
                    Source.certain("取消终审 while nothing downstream uses it")),
            AllotmentControls::unused);

    /** What is asked of the whole allotment, whenever it comes nearer to being issued. */
    private static final ImmutableList<Control<AllotmentCase>> WHOLE = ImmutableList.of(
            YEAR_NOT_OVER,
            LINE_APPROPRIATED,
            BASIS_OF_LINE,
            PARENT_ISSUED,
            PART_OF_PARENT,
            PROJECT_ENDED,
            ELEMENTS_KEPT,
            AGENCY_WITHIN,
            AMOUNT_POSITIVE);

    static final ControlTable<AllotmentAction, AllotmentCase> NATIONAL =
            new ControlTable<>(ImmutableMap.<AllotmentAction, Controls<AllotmentCase>>builder()
                    .put(AllotmentAction.CREATE, whole(ImmutableList.of(NOT_A_PART, NOT_CARRIED_BY_HAND)))
                    .put(AllotmentAction.REVISE, whole(ImmutableList.of(SAME_PARENT, SAME_ORIGIN, ISSUED_AS_BEFORE)))
                    .put(AllotmentAction.SUBMIT, new Controls<>(WHOLE))
                    .put(AllotmentAction.APPROVE, new Controls<>(WHOLE))
                    .put(AllotmentAction.CANCEL_APPROVAL, Controls.of(YEAR_NOT_OVER, UNUSED))
                    .put(AllotmentAction.SPLIT, Controls.of(YEAR_NOT_OVER, TO_BE_DISTRIBUTED))
                    .put(AllotmentAction.SPLIT_OFF, new Controls<>(WHOLE))
                    .put(AllotmentAction.FREEZE, Controls.of(YEAR_NOT_OVER, EXECUTABLE, AMOUNT_POSITIVE))
                    .put(AllotmentAction.UNFREEZE, Controls.of(YEAR_NOT_OVER, EXECUTABLE, AMOUNT_POSITIVE))
                    .put(AllotmentAction.REDUCE, Controls.of(YEAR_NOT_OVER, AMOUNT_POSITIVE))
                    .buildOrThrow());

    private AllotmentControls() {}

    private static Controls<AllotmentCase> whole(ImmutableList<Control<AllotmentCase>> before) {
        return new Controls<>(ImmutableList.<Control<AllotmentCase>>builder()
                .addAll(before)
                .addAll(WHOLE)
                .build());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> lineAppropriated(AllotmentCase c) {
        return c.line().filter(BudgetLine::isAppropriated).isPresent()
                ? holds()
                : violated(Facts.of("line", text(c.terms().line().value())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> projectRuns(AllotmentCase c) {
        var project = c.terms().elements().project();
        return c.facts().find(Project.id(project)).filter(Project::hasEnded).isPresent()
                ? violated(Facts.of("project", text(project.value())))
                : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> elementsKept(AllotmentCase c) {
        return c.drawing().map(drawing -> differing(drawing, c)).orElse(holds());
    }

    /** The department's economic code may be refined, never changed to another 类; the agency is judged by itself. */
    private static ImmutableList<ImmutableMap<String, Fact>> differing(ElementRules.Drawing drawing, AllotmentCase c) {
        Stream<String> place = Stream.of(Elements.DIVISION, Elements.YEAR)
                .filter(code ->
                        !drawing.own().value(code).equals(drawing.source().value(code)));
        Stream<String> inherited =
                c.facts().rules(MasterdataRules.KEY).elements().differing(drawing, String::startsWith).stream();
        return Stream.concat(place, inherited)
                .map(code -> Facts.of("element", text(code))
                        .and("given", text(orNone(drawing.own().value(code))))
                        .and("allowed", text(orNone(drawing.source().value(code))))
                        .map())
                .collect(toImmutableList());
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static ImmutableList<ImmutableMap<String, Fact>> agencyWithin(AllotmentCase c) {
        String agency = c.terms().agency();
        return c.drawnOn()
                .map(source -> source.agency().value())
                .filter(above -> !Agency.isWithin(
                        c.terms().division(), agency, above, c.facts().reads()))
                .map(above -> violated(Facts.of("agency", text(agency)).and("allowed", text(above))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> amountPositive(AllotmentCase c) {
        return c.amount() > 0 ? holds() : violated(Facts.of("amount", amount(c.amount())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> notAPart(AllotmentCase c) {
        return sameParent(c, Optional.empty());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameParent(AllotmentCase c) {
        return sameParent(c, c.before().terms().parent());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameParent(
            AllotmentCase c, Optional<Id<Allotment>> allowed) {
        return c.terms().parent().equals(allowed)
                ? holds()
                : violated(Facts.of("parent", text(id(c.terms().parent()))).and("allowed", text(id(allowed))));
    }

    private static String id(Optional<? extends Id<?>> id) {
        return id.map(Id::value).orElse("-");
    }

    private static ImmutableList<ImmutableMap<String, Fact>> issuedAsBefore(AllotmentCase c) {
        return c.before().wasIssued()
                ? AllotmentCase.differing(c.before().terms(), c.terms()).stream()
                        .map(element -> Facts.of("element", text(element))
                                .and("allotment", text(c.before().id().value()))
                                .and("given", text(AllotmentCase.value(c.terms(), element)))
                                .and(
                                        "allowed",
                                        text(AllotmentCase.value(c.before().terms(), element)))
                                .map())
                        .collect(toImmutableList())
                : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> parentIssued(AllotmentCase c) {
        return c.parent()
                .filter(parent -> parent.state() != AllotmentState.ISSUED)
                .map(parent -> violated(Facts.of("parent", text(parent.id().value()))
                        .and("state", text(parent.state().name()))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> basisOfLine(AllotmentCase c) {
        YearBasis given = c.terms().basis();
        return c.line()
                .map(line -> line.terms().basis())
                .filter(allowed -> allowed != given)
                .map(allowed -> violated(Facts.of("given", text(given.name()))
                        .and("line", text(c.terms().line().value()))
                        .and("allowed", text(allowed.name()))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameOrigin(
            AllotmentCase c, Optional<Id<Allotment>> allowed) {
        return c.terms().carriedFrom().equals(allowed)
                ? holds()
                : violated(Facts.of("given", text(id(c.terms().carriedFrom()))).and("allowed", text(id(allowed))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> toBeDistributed(AllotmentCase c) {
        return c.terms().flag() == AllotmentFlag.PENDING
                ? holds()
                : violated(Facts.of("allotment", text(c.terms().documentNo()))
                        .and("flag", text(c.terms().flag().name()))
                        .and("allowed", text(AllotmentFlag.PENDING.name())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> executable(AllotmentCase c) {
        return c.terms().flag() == AllotmentFlag.EXECUTABLE
                ? holds()
                : violated(Facts.of("flag", text(c.terms().flag().name()))
                        .and("allowed", text(AllotmentFlag.EXECUTABLE.name())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> partOfParent(AllotmentCase c) {
        return c.parent()
                .map(parent -> parent.terms().line())
                .filter(line -> !line.equals(c.terms().line()))
                .map(line -> violated(Facts.of("line", text(c.terms().line().value()))
                        .and("allowed", texts(ImmutableList.of(line.value())))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> unused(AllotmentCase c) {
        long available = c.balance(c.terms().flag().measure());
        long notCleared = c.balance(AllotmentMeasure.NOT_CLEARED);
        return available == Fen.of(c.terms().amount()) && notCleared == 0
                ? holds()
                : violated(Facts.of("amount", amount(Fen.of(c.terms().amount())))
                        .and("available", amount(available))
                        .and("not-cleared", amount(notCleared)));
    }
}
