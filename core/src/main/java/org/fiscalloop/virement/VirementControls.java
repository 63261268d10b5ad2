package org.fiscalloop.virement;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.YearControl;
import org.fiscalloop.virement.VirementAuthority.Ruling;
import org.fiscalloop.virement.VirementCase.Pair;

/** The controls of a virement, each a small pure function with its code, and the actions they guard. */
final class VirementControls {
    private static final Source VIREMENT = Source.certain("《预算法》 art. 72: 预算调剂 within the approved total");

    /** What two allotments must have alike for an amount to move between them, by name. */
    private static final ImmutableMap<String, Function<Allotment, String>> ALIKE = ImmutableMap.of(
            "division", Allotment::division,
            "year", allotment -> Integer.toString(allotment.fiscalYear()),
            "flag", allotment -> allotment.terms().flag().name());

    /** The labels by which money is followed. */
    private static final ImmutableSet<String> FOLLOWED =
            ImmutableSet.of(Labels.DIRECT, Labels.TRACKED, Labels.TRACKING_PROJECT);

    static final Control<VirementCase> NO_ALLOTMENT = Control.statutory(
            new Reason(
                    "virement.no-allotment",
                    "There is no such allotment in force",
                    "无有效指标",
                    "allotment {allotment} is {state}; an amount moves between issued ones",
                    "指标 {allotment} 状态为 {state}; 调剂须在已下达的指标之间进行",
                    VIREMENT),
            VirementControls::allotmentsIssued);

    static final Control<VirementCase> OF_ANOTHER = Control.statutory(
            new Reason(
                    "virement.allotments-differ",
                    "The two allotments do not go together",
                    "调剂指标不匹配",
                    "{element} of {allotment} is {given}, that of the virement or of the giving allotment is {allowed}",
                    "{allotment} 的 {element} 为 {given}, 调剂单或调出指标为 {allowed}",
                    Source.own("an amount moves within one division and year, and stays payable or to be distributed")),
            VirementControls::alike);

    static final Control<VirementCase> FUND_DIFFERS = Control.statutory(
            new Reason(
                    "virement.fund-differs",
                    "The fund does not change by virement",
                    "调剂不得改变资金性质",
                    "{from} is of fund {given}, {to} of fund {allowed}; virement never changes the fund",
                    "调出指标 {from} 资金性质为 {given}, 调入指标 {to} 为 {allowed}; 调剂不得改变资金性质",
                    VIREMENT),
            c -> each(
                    c,
                    pair -> pair.giving().fund().equals(pair.receiving().fund()),
                    pair -> about(pair)
                            .and("given", text(pair.giving().fund()))
                            .and("allowed", text(pair.receiving().fund()))));

    static final Control<VirementCase> LABEL_DIFFERS = Control.statutory(
            new Reason(
                    "virement.label-differs",
                    "Money that is followed stays followed",
                    "标识资金不得调剂为其他资金",
                    "{element} of {from} is {given}, that of {to} is {allowed}",
                    "调出指标 {from} 的 {element} 为 {given}, 调入指标 {to} 为 {allowed}",
                    Source.certain("直达资金标识 and 追踪项目代码 are inherited and not removed")),
            VirementControls::labelsAlike);

    static final Control<VirementCase> UPPER_DIFFERS = Control.statutory(
            new Reason(
                    "virement.upper-document-differs",
                    "What was received from the level above stays of its document",
                    "上级补助指标不得与其他指标调剂",
                    "{from} is of {given} of the level above, {to} of {allowed}; what was received goes on for its document",
                    "调出指标 {from} 上级指标文号为 {given}, 调入指标 {to} 为 {allowed}; 上级补助资金须保持来源",
                    Source.certain("上下贯通, 逆向可溯: 上级指标文号 is inherited and not removed")),
            c -> each(
                    c,
                    pair -> pair.from()
                            .terms()
                            .upperDocumentNo()
                            .equals(pair.to().terms().upperDocumentNo()),
                    pair -> about(pair).and("given", text(upper(pair.from()))).and("allowed", text(upper(pair.to())))));

    static final Control<VirementCase> CARRIED_OVER = Control.statutory(
            new Reason(
                    "virement.carried-over",
                    "What was carried over keeps its purpose",
                    "结转指标不得调剂",
                    "{from} or {to} is carried over from the year before; what was carried over goes on for its own purpose",
                    "{from} 或 {to} 为上年结转指标; 结转资金须按原用途使用",
                    Source.certain("《预算法》 art. 42: 结转资金 goes on for its purpose")),
            c -> each(
                    c,
                    pair -> !pair.from().terms().basis().isCarried()
                            && !pair.to().terms().basis().isCarried(),
                    VirementControls::about));

    static final Control<VirementCase> PRE_ISSUED = Control.statutory(
            new Reason(
                    "virement.pre-issued",
                    "What was issued before the budget is not moved",
                    "预拨指标不得调剂",
                    "{from} or {to} was issued before the budget; it is offset or reduced, not moved",
                    "{from} 或 {to} 为预拨指标; 预拨指标须核销或调减, 不得调剂",
                    Source.own("what no budget stands behind yet is nobody's to move")),
            c -> each(
                    c,
                    pair -> pair.from().terms().family() != AllotmentFamily.TEMPORARY
                            && pair.to().terms().family() != AllotmentFamily.TEMPORARY,
                    VirementControls::about));

    static final Control<VirementCase> AGENCY_OUTSIDE = Control.statutory(
            new Reason(
                    "virement.agency-outside",
                    "An allotment is of an agency outside that of the virement",
                    "指标单位不在调剂单位范围内",
                    "allotment {allotment} is of agency {agency}, which does not stand at or below {allowed}",
                    "指标 {allotment} 的单位 {agency} 不是 {allowed} 或其下级单位",
                    VIREMENT),
            VirementControls::agenciesWithin);

    static final Control<VirementCase> PROJECT_ENDED = Control.statutory(
            new Reason(
                    "virement.project-ended",
                    "The receiving project has ended",
                    "调入项目已结束或终止",
                    "project {project} is finished or terminated; nothing more is released for it",
                    "项目 {project} 已结束或终止, 不得调入",
                    Source.uncertain("财办〔2020〕13号: no new budget of a project that has ended")),
            c -> each(
                    c,
                    pair -> c.project(pair.receiving())
                            .filter(Project::hasEnded)
                            .isEmpty(),
                    pair -> Facts.of("project", text(pair.receiving().project().value()))));

    static final Control<VirementCase> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "virement.amount-not-positive",
                    "The amount is not above zero",
                    "调剂金额须大于零",
                    "from {from} to {to} moves an amount above zero, not {amount}",
                    "由 {from} 调剂至 {to} 的金额须大于零: {amount}",
                    Source.own("a virement the other way round is a virement of its own")),
            c -> c.terms().lines().stream()
                    .filter(line -> Fen.of(line.amount()) <= 0)
                    .map(line -> Facts.of("from", text(line.from().value()))
                            .and("to", text(line.to().value()))
                            .and("amount", amount(Fen.of(line.amount())))
                            .map())
                    .collect(toImmutableList()));

    static final Control<VirementCase> NOT_ALLOWED = Control.statutory(
            new Reason(
                    "virement.not-allowed",
                    "Nobody may decide on this virement",
                    "不得调剂",
                    "from {from} to {to} nothing is moved: {rule}",
                    "{from} 与 {to} 之间不得调剂: {rule}",
                    Source.uncertain("调剂权限: the table of the rules says whose each case is")),
            c -> each(
                    c,
                    pair -> c.ruling(pair).authority() != VirementAuthority.NOBODY,
                    pair -> about(pair).and("rule", text(c.ruling(pair).source().citation()))));

    static final Control<VirementCase> OVER_AUTHORITY = Control.statutory(
            new Reason(
                    "virement.over-authority",
                    "The virement is beyond the authority that it is handed in to",
                    "超出调剂权限",
                    "from {from} to {to} {authority} decides, not {asked}: {rule}; hand it in by {allowed}",
                    "由 {from} 调剂至 {to} 应由 {authority} 审批, 而非 {asked}: {rule}; 请 {allowed}",
                    Source.certain("《预算法》 art. 72: by the rules of the finance department")),
            VirementControls::withinAuthority);

    static final Control<VirementCase> OUTSIDE_YEAR =
            YearControl.within("virement", c -> c.facts().on(), c -> c.terms().fiscalYear());

    private static final Controls<VirementCase> WHOLE = Controls.of(
            OUTSIDE_YEAR,
            NO_ALLOTMENT,
            OF_ANOTHER,
            FUND_DIFFERS,
            LABEL_DIFFERS,
            UPPER_DIFFERS,
            CARRIED_OVER,
            PRE_ISSUED,
            AGENCY_OUTSIDE,
            PROJECT_ENDED,
            AMOUNT_NOT_POSITIVE,
            NOT_ALLOWED,
            OVER_AUTHORITY);

    static final ControlTable<VirementAction, VirementCase> NATIONAL = new ControlTable<>(ImmutableMap.of(
            VirementAction.CREATE,
            WHOLE,
            VirementAction.REVISE,
            WHOLE,
            VirementAction.SUBMIT,
            WHOLE,
            VirementAction.SUBMIT_TO_FINANCE,
            WHOLE,
            VirementAction.APPROVE,
            WHOLE));

    private VirementControls() {}

    private static Facts about(Pair pair) {
        return Facts.of("from", text(pair.from().id().value()))
                .and("to", text(pair.to().id().value()));
    }

    private static String upper(Allotment allotment) {
        return allotment.terms().upperDocumentNo().orElse("-");
    }

    private static ImmutableList<ImmutableMap<String, Fact>> each(
            VirementCase c, Predicate<Pair> holds, Function<Pair, Facts> otherwise) {
        return c.pairs().stream()
                .filter(holds.negate())
                .map(pair -> otherwise.apply(pair).map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> allotmentsIssued(VirementCase c) {
        return c.terms().lines().stream()
                .flatMap(line -> Stream.of(line.from(), line.to()))
                .distinct()
                .flatMap(id -> notIssued(id, c).stream())
                .collect(toImmutableList());
    }

    private static Optional<ImmutableMap<String, Fact>> notIssued(Id<Allotment> id, VirementCase c) {
        String state = c.facts().find(id).map(found -> found.state().name()).orElse("UNKNOWN");
        return state.equals(AllotmentState.ISSUED.name())
                ? Optional.empty()
                : Optional.of(Facts.of("allotment", text(id.value()))
                        .and("state", text(state))
                        .map());
    }

    /** The giving allotment is of the division and year of the virement, and the receiving one is like it. */
    private static ImmutableList<ImmutableMap<String, Fact>> alike(VirementCase c) {
        String year = Integer.toString(c.terms().fiscalYear());
        ImmutableMap<String, String> own = ImmutableMap.of("division", c.terms().division(), "year", year);
        ImmutableList.Builder<ImmutableMap<String, Fact>> violations = ImmutableList.builder();
        for (Pair pair : c.pairs()) {
            ALIKE.forEach((element, of) -> {
                String giving = of.apply(pair.from());
                String allowed = own.getOrDefault(element, giving);
                Stream.of(pair.from(), pair.to())
                        .filter(allotment -> !of.apply(allotment).equals(allowed))
                        .map(allotment -> Facts.of("element", text(element))
                                .and("allotment", text(allotment.id().value()))
                                .and("given", text(of.apply(allotment)))
                                .and("allowed", text(allowed))
                                .map())
                        .forEach(violations::add);
            });
        }
        return violations.build();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> labelsAlike(VirementCase c) {
        return c.pairs().stream()
                .flatMap(pair -> FOLLOWED.stream()
                        .filter(label -> !pair.giving()
                                .value(label)
                                .equals(pair.receiving().value(label)))
                        .map(label -> about(pair)
                                .and("element", text(label))
                                .and("given", text(pair.giving().value(label)))
                                .and("allowed", text(pair.receiving().value(label)))
                                .map()))
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> agenciesWithin(VirementCase c) {
        String above = c.terms().agency();
        return above.isEmpty()
                ? holds()
                : c.pairs().stream()
                        .flatMap(pair -> Stream.of(pair.from(), pair.to()))
                        .distinct()
                        .filter(allotment -> !Agency.isWithin(
                                allotment.division(),
                                allotment.agency(),
                                above,
                                c.facts().reads()))
                        .map(allotment -> Facts.of(
                                        "allotment", text(allotment.id().value()))
                                .and("agency", text(allotment.agency()))
                                .and("allowed", text(above))
                                .map())
                        .collect(toImmutableList());
    }

    /** Finance may decide what the department may; that nobody may is for {@link #NOT_ALLOWED} to refuse. */
    private static ImmutableList<ImmutableMap<String, Fact>> withinAuthority(VirementCase c) {
        if (!c.asked().equals(Optional.of(VirementAuthority.DEPARTMENT))) {
            return holds();
        }
        return c.pairs().stream()
                .filter(pair -> c.ruling(pair).authority() == VirementAuthority.FINANCE)
                .map(pair -> over(pair, c.ruling(pair)))
                .collect(toImmutableList());
    }

    private static ImmutableMap<String, Fact> over(Pair pair, Ruling ruling) {
        return about(pair)
                .and("authority", text(ruling.authority().name()))
                .and("asked", text(VirementAuthority.DEPARTMENT.name()))
                .and("rule", text(ruling.source().citation()))
                .and(Refusal.ALLOWED, texts(ImmutableList.of(VirementAction.SUBMIT_TO_FINANCE.name())))
                .map();
    }
}
