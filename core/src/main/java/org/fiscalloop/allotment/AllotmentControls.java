package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.register.YearControl;

/** The controls of an allotment, each with its code and what it asks, and the actions they guard. */
final class AllotmentControls {
    private static final Source CHAIN = Source.certain("预算指标核算管理办法: 先有预算, 再有指标; 支出预算余额控制支出指标");
    private static final Source LINEAGE =
            Source.certain("预算指标核算管理办法: 顺向可控, 逆向可溯; fund, project and year do not change along the chain");

    private static final Source RECEIVED =
            Source.certain("上级指标文号 SUP_BGT_DOC_NO is kept from the transfer received down to each payment");

    private static final Source BASIS =
            Source.certain("BGT_TYPE 指标类型: 当年预算 and 上年结转 are kept apart from issue to payment");

    private static final Source BEFORE_APPROVAL = Source.certain("《预算法》 art. 54: 各级预算草案在本级人民代表大会批准前, 可以安排的支出");

    static final Control<AllotmentCase> LINE_APPROPRIATED = Control.statutory(
            new Reason(
                    "allotment.no-budget",
                    "There is no allotment without a budget",
                    "指标未对应已批复预算",
                    "{line} is no appropriated budget line",
                    "{line} 不是已批复的预算",
                    CHAIN),
            AllotmentChecks::lineAppropriated);

    static final Control<AllotmentCase> PROJECT_ENDED = Control.statutory(
            new Reason(
                    "allotment.project-ended",
                    "The project has ended",
                    "项目已结束或终止",
                    "project {project} is finished or terminated; nothing more is released for it",
                    "项目 {project} 已结束或终止, 不得再下达指标",
                    Source.uncertain("财办〔2020〕13号: no new budget of a project that has ended")),
            AllotmentChecks::projectRuns);

    static final Control<AllotmentCase> ELEMENTS_KEPT = Control.statutory(
            new Reason(
                    "allotment.element-differs",
                    "An element differs from what it draws on",
                    "指标要素与来源不一致",
                    "{element} of the allotment is {given}; what it draws on has {allowed}",
                    "指标 {element} 为 {given}; 来源为 {allowed}",
                    LINEAGE),
            AllotmentChecks::elementsKept);

    static final Control<AllotmentCase> AGENCY_WITHIN = Control.statutory(
            new Reason(
                    "allotment.agency-outside",
                    "The agency is not below the one it draws on",
                    "单位不在来源单位范围内",
                    "agency {agency} does not stand at or below {allowed}",
                    "单位 {agency} 不是 {allowed} 或其下级单位",
                    CHAIN),
            AllotmentChecks::agencyWithin);

    static final Control<AllotmentCase> AMOUNT_POSITIVE = Control.statutory(
            new Reason(
                    "allotment.amount-not-positive",
                    "The amount is not above zero",
                    "指标金额须大于零",
                    "an allotment moves an amount above zero, not {amount}",
                    "指标金额须大于零: {amount}",
                    Source.own("an act of nothing moves nothing")),
            AllotmentChecks::amountPositive);

    static final Control<AllotmentCase> NOT_A_PART = Control.statutory(
            new Reason(
                    "allotment.part-without-split",
                    "A part comes into being only by splitting its parent",
                    "子指标须由拆分生成",
                    "{parent} is named as parent; a part of it is made by splitting it",
                    "已填上级指标 {parent}; 子指标须由拆分生成",
                    LINEAGE),
            AllotmentChecks::notAPart);

    static final Control<AllotmentCase> SAME_PARENT = Control.statutory(
            new Reason(
                    "allotment.parent-differs",
                    "A part remains a part of the allotment that it was split from",
                    "子指标的上级指标不得变更",
                    "{parent} is named as parent; it was split from {allowed}",
                    "已填上级指标 {parent}; 原上级指标为 {allowed}",
                    LINEAGE),
            AllotmentChecks::sameParent);

    static final Control<AllotmentCase> ISSUED_AS_BEFORE = Control.statutory(
            new Reason(
                    "allotment.issued-before",
                    "What was issued once keeps its source and its coding block",
                    "曾下达的指标不得变更来源和要素",
                    "{element} of {allotment} is {given}; it was issued as {allowed}: void it and fill in another one",
                    "指标 {allotment} 的 {element} 为 {given}; 曾按 {allowed} 下达: 请作废后另行录入",
                    Source.own("the books name an allotment by its first line and coding block")),
            AllotmentChecks::issuedAsBefore);

    static final Control<AllotmentCase> PARENT_ISSUED = Control.statutory(
            new Reason(
                    "allotment.parent-not-issued",
                    "The allotment that it was split from is not in force",
                    "上级指标未下达",
                    "{parent}, which the part was split from, is {state}",
                    "上级指标 {parent} 状态为 {state}",
                    LINEAGE),
            AllotmentChecks::parentIssued);

    static final Control<AllotmentCase> BASIS_OF_LINE = Control.statutory(
            new Reason(
                    "allotment.basis-differs",
                    "The allotment is not of the same year's budget as its line",
                    "指标类型与预算不一致",
                    "the allotment is {given}; its line {line} is {allowed}",
                    "指标类型为 {given}; 预算 {line} 为 {allowed}",
                    BASIS),
            AllotmentChecks::basisOfLine);

    private static final Reason CARRIED_BY_HAND = new Reason(
            "allotment.carried-by-hand",
            "What is carried over is not filled in",
            "结转指标不得录入",
            "{given} is named as carried over into it; that comes of confirming the carry-over, not of filling in ({allowed})",
            "已填结转来源指标 {given}; 结转指标由结转确认生成, 不得录入 ({allowed})",
            BASIS);

    static final Control<AllotmentCase> NOT_CARRIED_BY_HAND =
            Control.statutory(CARRIED_BY_HAND, c -> AllotmentChecks.sameOrigin(c, Optional.empty()));

    static final Control<AllotmentCase> SAME_ORIGIN = Control.statutory(
            CARRIED_BY_HAND,
            c -> AllotmentChecks.sameOrigin(c, c.before().terms().carriedFrom()));

    static final Control<AllotmentCase> TO_BE_DISTRIBUTED = Control.statutory(
            new Reason(
                    "allotment.not-to-be-distributed",
                    "Only an allotment to be distributed is split",
                    "仅待分指标可拆分",
                    "allotment {allotment} is {flag}; split is one that is {allowed}",
                    "指标 {allotment} 为 {flag}; 仅 {allowed} 可拆分",
                    Source.certain("可执行标志 BGT_EXE_FLAG: 2 待分 is only split, 1 可执行 is only paid")),
            AllotmentChecks::toBeDistributed);

    static final Control<AllotmentCase> EXECUTABLE = Control.statutory(
            new Reason(
                    "allotment.not-executable",
                    "Only an executable allotment is frozen",
                    "仅可执行指标可冻结",
                    "the allotment is {flag}; what is frozen is {allowed}",
                    "指标为 {flag}; 仅 {allowed} 可冻结",
                    Source.own("what is to be distributed cannot be paid and need not be frozen")),
            AllotmentChecks::executable);

    static final Control<AllotmentCase> PART_OF_PARENT = Control.statutory(
            new Reason(
                    "allotment.line-differs",
                    "A part is of its parent's budget line",
                    "子指标预算来源不一致",
                    "the part is of line {line}; its parent is of {allowed}",
                    "子指标来源预算为 {line}; 上级指标为 {allowed}",
                    Source.certain("every released allotment traces to exactly one budget line")),
            AllotmentChecks::partOfParent);

    static final Control<AllotmentCase> YEAR_NOT_OVER =
            YearControl.notOver("allotment", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<AllotmentCase> UNUSED = Control.statutory(
            new Reason(
                    "allotment.in-use",
                    "Something draws on the allotment",
                    "指标已使用",
                    "issued for {amount}, {available} is unused, {applied} applied for, {paid} paid ({not-cleared} not cleared), {frozen}"
                            + " frozen, {reserved} kept by contracts, and changed {changes} times by virement or offset; what was"
                            + " issued is taken back whole or not at all",
                    "指标金额 {amount}, 未使用 {available}, 在途申请 {applied}, 已支付 {paid} (未清算 {not-cleared}), 冻结 {frozen}, 合同占用 {reserved}, 调剂核销 {changes} 次; 已使用的指标不得取消终审",
                    Source.certain("取消终审 while nothing downstream uses it")),
            AllotmentChecks::unused);

    static final Control<AllotmentCase> LINE_PROPOSED = Control.statutory(
            new Reason(
                    "allotment.line-not-proposed",
                    "Before the budget something is issued from a proposed line only",
                    "预拨指标须对应未批复的预算",
                    "{line} is {state}; a temporary allotment is issued from a line that is {allowed}",
                    "{line} 状态为 {state}; 预拨指标对应的预算状态须为 {allowed}",
                    BEFORE_APPROVAL),
            AllotmentChecks::lineProposed);

    static final Control<AllotmentCase> PRE_ISSUE_IN_YEAR = YearControl.within(
            "allotment",
            c -> c.facts().on(),
            c -> c.isPreIssued() ? c.terms().fiscalYear() : c.facts().on().getYear());

    static final Control<AllotmentCase> FAMILY_COMPLETE = Control.statutory(
            new Reason(
                    "allotment.family-differs",
                    "What is filled in does not go with the family of the allotment",
                    "填写内容与指标类型不符",
                    "{element} of an allotment that is {family} is {given}; it must be {allowed}",
                    "{family} 的 {element} 为 {given}; 应为 {allowed}",
                    Source.uncertain("指标类型: families of systems in use; 《预算法》 art. 54 for what cannot wait")),
            AllotmentChecks::familyComplete);

    static final Control<AllotmentCase> UNDRAWN = Control.statutory(
            new Reason(
                    "allotment.drawn-on",
                    "Something draws on the allotment",
                    "指标已被使用",
                    "of allotment {allotment} {applied} is applied for, {paid} paid, {not-cleared} not cleared, {frozen} frozen,"
                            + " {reserved} kept for contracts, {offset} offset, and it was split {splits} times; what is corrected or recalled"
                            + " whole is used by nothing",
                    "指标 {allotment} 在途申请 {applied}, 已支付 {paid}, 未清算 {not-cleared}, 冻结 {frozen}, 合同占用 {reserved}, 已核销 {offset},"
                            + " 已拆分 {splits} 次; 更正要素或全额收回的指标不得已被使用",
                    Source.uncertain("要素更正, 调减全部额度: only what nothing downstream uses; practice of systems in use")),
            AllotmentChecks::undrawn);

    static final Control<AllotmentCase> CORRECTED = Control.statutory(
            new Reason(
                    "allotment.nothing-corrected",
                    "Nothing is corrected",
                    "要素未变化",
                    "the codes of allotment {allotment} are what they were",
                    "指标 {allotment} 的要素没有变化",
                    Source.own("a correction that corrects nothing would make entries for nothing")),
            AllotmentChecks::corrected);

    static final Control<AllotmentCase> LABELS_KEPT = Control.statutory(
            new Reason(
                    "allotment.label-removed",
                    "A label is removed or changed",
                    "标识不得取消或变更",
                    "{element} of allotment {allotment} was {allowed} and would be {given}",
                    "指标 {allotment} 的 {element} 原为 {allowed}, 拟改为 {given}",
                    Source.certain("直达资金标识 is set at issue, inherited and not removed")),
            AllotmentChecks::labelsKept);

    static final Control<AllotmentCase> OFFSET_FORMAL = Control.statutory(
            new Reason(
                    "allotment.offset-differs",
                    "The two allotments do not go together",
                    "核销指标不匹配",
                    "{element} of {allotment} is {given}; it must be {allowed}",
                    "{allotment} 的 {element} 为 {given}; 应为 {allowed}",
                    BEFORE_APPROVAL),
            AllotmentChecks::offsetFormal);

    static final Control<AllotmentCase> UPPER_OF_LINE = Control.statutory(
            new Reason(
                    "allotment.upper-document-differs",
                    "The document of the level above is not that of the budget line",
                    "上级指标文号与预算不一致",
                    "the allotment is of {given} of the level above; its line {line} is of {allowed}",
                    "指标上级指标文号为 {given}; 预算 {line} 为 {allowed}",
                    RECEIVED),
            AllotmentChecks::upperOfLine);

    static final Control<AllotmentCase> NOT_RECEIVED = Control.statutory(
            new Reason(
                    "allotment.received",
                    "What was received from the level above goes back to it, not to the budget line",
                    "上级补助指标不得调减或取消终审",
                    "the allotment took in what was received by {document}; it goes back by giving back the transfer",
                    "该指标为按上级指标文 {document} 接收; 应退回上级",
                    RECEIVED),
            AllotmentChecks::notReceived);

    /** What is asked of the whole allotment, whenever it comes nearer to being issued. */
    private static final ImmutableList<Control<AllotmentCase>> WHOLE = ImmutableList.of(
            YEAR_NOT_OVER,
            PRE_ISSUE_IN_YEAR,
            FAMILY_COMPLETE,
            LINE_APPROPRIATED,
            LINE_PROPOSED,
            BASIS_OF_LINE,
            UPPER_OF_LINE,
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
                    .put(AllotmentAction.CANCEL_APPROVAL, Controls.of(YEAR_NOT_OVER, NOT_RECEIVED, UNUSED))
                    .put(AllotmentAction.SPLIT, Controls.of(YEAR_NOT_OVER, TO_BE_DISTRIBUTED))
                    .put(AllotmentAction.SPLIT_OFF, new Controls<>(WHOLE))
                    .put(AllotmentAction.FREEZE, Controls.of(YEAR_NOT_OVER, EXECUTABLE, AMOUNT_POSITIVE))
                    .put(AllotmentAction.UNFREEZE, Controls.of(YEAR_NOT_OVER, EXECUTABLE, AMOUNT_POSITIVE))
                    .put(AllotmentAction.REDUCE, Controls.of(YEAR_NOT_OVER, NOT_RECEIVED, AMOUNT_POSITIVE))
                    .put(AllotmentAction.RECALL, Controls.of(YEAR_NOT_OVER, NOT_RECEIVED, UNDRAWN, AMOUNT_POSITIVE))
                    .put(AllotmentAction.SUPPLEMENT, new Controls<>(WHOLE))
                    .put(AllotmentAction.CORRECT, whole(ImmutableList.of(UNDRAWN, CORRECTED, LABELS_KEPT)))
                    .put(AllotmentAction.OFFSET, Controls.of(YEAR_NOT_OVER, OFFSET_FORMAL, AMOUNT_POSITIVE))
                    .buildOrThrow());

    private AllotmentControls() {}

    private static Controls<AllotmentCase> whole(ImmutableList<Control<AllotmentCase>> before) {
        return new Controls<>(ImmutableList.<Control<AllotmentCase>>builder()
                .addAll(before)
                .addAll(WHOLE)
                .build());
    }
}
