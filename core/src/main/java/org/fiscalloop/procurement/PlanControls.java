package org.fiscalloop.procurement;

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
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.ProcurementPlan.Action;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.YearControl;

/** The controls of procurement plans, each a small pure function with its code, and the actions they guard. */
final class PlanControls {
    private static final Source BY_BUDGET =
            Source.certain("《政府采购法》 art. 6, 33: procurement keeps strictly to the approved budget");
    private static final Source LINEAGE = Source.certain("预算指标核算管理办法: 顺向可控, 逆向可溯");

    /**
     * What the controls of a plan look at.
     *
     * @param terms what stands on it after the command
     * @param line the budget line it names, if there is one
     * @param rules the rules of procurement in force
     * @param facts the input and what may be read
     */
    record Planning(PlanTerms terms, Optional<BudgetLine> line, ProcurementRules rules, Case facts) {
        static Planning of(PlanTerms terms, Case facts) {
            return new Planning(terms, facts.find(terms.line()), facts.rules(ProcurementFlow.RULES), facts);
        }
    }

    static final Control<Planning> NO_BUDGET = Control.statutory(
            new Reason(
                    "procurement.no-budget",
                    "There is no procurement without a budget",
                    "采购计划未对应已批复预算",
                    "{line} is no appropriated budget line",
                    "{line} 不是已批复的预算",
                    BY_BUDGET),
            p -> p.line().filter(BudgetLine::isAppropriated).isPresent()
                    ? holds()
                    : violated(Facts.of("line", text(p.terms().line().value()))));

    static final Control<Planning> NOT_MARKED = Control.adjustable(
            new Reason(
                    "procurement.line-not-marked",
                    "The budget line is not marked for procurement",
                    "预算未标识政府采购",
                    "{element} of budget line {line} is {given}, not {allowed}",
                    "预算 {line} 的 {element} 为 {given}, 须为 {allowed}",
                    Source.certain("BGT_PM_ANNUAL IS_GOV_PUR 是否政府采购; 《政府采购法》 art. 33: 政府采购预算")),
            Severity.HARD,
            PlanControls::marked);

    static final Control<Planning> ELEMENT_DIFFERS = Control.statutory(
            new Reason(
                    "procurement.element-differs",
                    "An element differs from that of the budget line",
                    "采购计划要素与预算不一致",
                    "{element} of the plan is {given}, that of budget line {line} is {allowed}",
                    "采购计划 {element} 为 {given}, 预算 {line} 为 {allowed}",
                    LINEAGE),
            PlanControls::elementsKept);

    static final Control<Planning> AGENCY_OUTSIDE = Control.statutory(
            new Reason(
                    "procurement.agency-outside",
                    "The agency is not below that of the budget line",
                    "单位不在预算单位范围内",
                    "agency {agency} does not stand at or below {allowed}",
                    "单位 {agency} 不是 {allowed} 或其下级单位",
                    BY_BUDGET),
            PlanControls::agencyWithin);

    static final Control<Planning> PROJECT_ENDED = Control.statutory(
            new Reason(
                    "procurement.project-ended",
                    "The project has ended",
                    "项目已结束或终止",
                    "project {project} is finished or terminated; nothing more is procured for it",
                    "项目 {project} 已结束或终止, 不得再采购",
                    Source.uncertain("财办〔2020〕13号: nothing new of a project that has ended")),
            p -> p.facts()
                            .find(Project.id(p.terms().elements().project()))
                            .filter(Project::hasEnded)
                            .isPresent()
                    ? violated(Facts.of(
                            "project", text(p.terms().elements().project().value())))
                    : holds());

    static final Control<Planning> METHOD_UNKNOWN = Control.adjustable(
            new Reason(
                    "procurement.method-unknown",
                    "The method of procurement is unknown",
                    "采购方式不可用",
                    "{given} is no method of procurement; the methods are {allowed}",
                    "采购方式 {given} 不可用; 可用: {allowed}",
                    Source.certain("《政府采购法》 art. 26: the methods of procurement")),
            Severity.HARD,
            p -> p.rules().method(p.terms().method()).isPresent()
                    ? holds()
                    : violated(Facts.of("given", text(p.terms().method()))
                            .and(Refusal.ALLOWED, texts(methods(p.rules())))));

    static final Control<Planning> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "procurement.amount-not-positive",
                    "The amount is not above zero",
                    "采购计划金额须大于零",
                    "amount {asked} is not above zero",
                    "采购计划金额 {asked} 须大于零",
                    Source.own("an act of nothing moves nothing")),
            p -> p.terms().amount().isPositive()
                    ? holds()
                    : violated(Facts.of("asked", amount(Fen.of(p.terms().amount())))));

    static final Control<Planning> OUTSIDE_YEAR = YearControl.within(
            "procurement", p -> p.facts().on(), p -> p.terms().fiscalYear());

    static final Control<Planning> AWARD_OPEN = Control.adjustable(
            new Reason(
                    "procurement.award-open",
                    "An award waits for its contract",
                    "尚有中标结果未签订或备案合同",
                    "no filed contract stands on award {award}",
                    "中标通知书 {award} 尚无已备案合同",
                    Source.certain("《政府采购法》 art. 46: a contract is signed with whoever is awarded")),
            Severity.HARD,
            PlanControls::awardsContracted);

    private static final Controls<Planning> WHOLE = Controls.of(
            OUTSIDE_YEAR,
            NO_BUDGET,
            NOT_MARKED,
            ELEMENT_DIFFERS,
            AGENCY_OUTSIDE,
            PROJECT_ENDED,
            METHOD_UNKNOWN,
            AMOUNT_NOT_POSITIVE);

    static final ControlTable<Action, Planning> NATIONAL =
            new ControlTable<>(ImmutableMap.<Action, Controls<Planning>>builder()
                    .put(Action.CREATE, WHOLE)
                    .put(Action.REVISE, WHOLE)
                    .put(Action.SUBMIT, WHOLE)
                    .put(Action.APPROVE, Controls.of(OUTSIDE_YEAR, NO_BUDGET, PROJECT_ENDED))
                    .put(Action.PROCURE, Controls.of(OUTSIDE_YEAR, PROJECT_ENDED))
                    .put(Action.RESTART, Controls.of(OUTSIDE_YEAR, PROJECT_ENDED))
                    .put(Action.WIND_UP, Controls.of(AWARD_OPEN))
                    .buildOrThrow());

    private PlanControls() {}

    static ImmutableList<String> methods(ProcurementRules rules) {
        return rules.methods().stream()
                .map(method -> method.code() + " " + method.nameZh())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> marked(Planning p) {
        return p.line()
                .map(line -> line.terms().elements().value(Labels.PROCUREMENT))
                .filter(mark -> !mark.equals(Labels.YES))
                .map(mark -> violated(Facts.of("line", text(p.terms().line().value()))
                        .and("element", text(Labels.PROCUREMENT))
                        .and("given", text(mark))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(Labels.YES)))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> elementsKept(Planning p) {
        return p.line()
                .map(line -> differing(p, p.terms().elements(), line.terms().elements()))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> differing(Planning p, Elements own, Elements source) {
        return Stream.concat(
                        Stream.of(Elements.DIVISION, Elements.YEAR)
                                .filter(code -> !own.value(code).equals(source.value(code))),
                        p
                                .facts()
                                .rules(MasterdataRules.KEY)
                                .elements()
                                .differing(
                                        new ElementRules.Drawing(
                                                own, ProcurementPlan.KIND.code(), source, BudgetLine.KIND.code()),
                                        String::startsWith)
                                .stream())
                .map(code -> Facts.of("element", text(code))
                        .and("given", text(own.value(code)))
                        .and("line", text(p.terms().line().value()))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(source.value(code))))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> agencyWithin(Planning p) {
        String agency = p.terms().agency();
        return p.line()
                .map(BudgetLine::agency)
                .filter(above -> !Agency.isWithin(
                        p.terms().division(), agency, above, p.facts().reads()))
                .map(above -> violated(Facts.of("agency", text(agency)).and(Refusal.ALLOWED, text(above))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> awardsContracted(Planning p) {
        return p.terms().awards().stream()
                .filter(award -> award.contract()
                        .flatMap(contract -> p.facts().find(contract))
                        .filter(contract ->
                                contract.state() != ContractState.SIGNED && contract.state() != ContractState.SUBMITTED)
                        .isEmpty())
                .map(award -> Facts.of("award", text(award.number())).map())
                .collect(toImmutableList());
    }
}
