package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.procurement.ProcurementPlan.Action;
import org.fiscalloop.procurement.ProcurementPlan.State;

/** The row that registers procurement with the engine. */
public final class ProcurementFlow {
    /** Where the rules of procurement stand in a rulebook. */
    public static final RuleSet.Key<ProcurementRules> RULES = new RuleSet.Key<>("procurement", ProcurementRules.class);

    /** Plans as documents. */
    public static final DocumentType<ProcurementPlan, PlanTerms, State> PLAN = new DocumentType<>(
            ProcurementPlan.KIND,
            State.class,
            ProcurementShapes.TERMS,
            rules -> rules.of(RULES).planLifecycle(),
            rules -> rules.of(RULES).reviews(),
            ProcurementPlan::new);

    /** Contracts as documents. */
    public static final DocumentType<Contract, ContractTerms, ContractState> CONTRACT = new DocumentType<>(
            Contract.KIND,
            ContractState.class,
            ContractShapes.TERMS,
            rules -> rules.of(RULES).contractLifecycle(),
            rules -> rules.of(RULES).reviews(),
            Contract::new);

    /** Procurement. */
    public static final Flow FLOW = new Flow(
            "procurement",
            ImmutableList.of(PLAN, CONTRACT),
            commands(),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(ProcurementShapes.AWARDED, PlanDecider::awarded),
                    new NoticeType<>(ProcurementShapes.FAILED, PlanDecider::failed)),
            ImmutableList.of(
                    new EventType<>(ProcurementShapes.FILLED_IN, PlanDecider::evolve),
                    new EventType<>(ProcurementShapes.PLAN_AWARDED, PlanDecider::evolve),
                    new EventType<>(ProcurementShapes.PLAN_FAILED, PlanDecider::evolve),
                    new EventType<>(ContractShapes.SIGNED, ContractDecider::evolve),
                    new EventType<>(ContractShapes.REVISED, ContractDecider::evolve),
                    new EventType<>(ContractShapes.VOIDED, ContractDecider::evolve),
                    new EventType<>(ContractShapes.SUPPLEMENTED, ContractDecider::evolve),
                    new EventType<>(ContractShapes.RESERVED, ContractDecider::evolve),
                    new EventType<>(ContractShapes.ACCEPTED, ContractDecider::evolve),
                    new EventType<>(ContractShapes.PUBLISHED, ContractDecider::evolve)),
            ProcurementPostings.ALL,
            ImmutableList.copyOf(ProcurementMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    PlanControls.NATIONAL.reasons(),
                    ContractControls.NATIONAL.reasons(),
                    ProcurementReasons.NOTICES,
                    Reasons.of(ProcurementReasons.LIMITS.stream()
                            .map(LimitRule::reason)
                            .collect(ImmutableList.toImmutableList())))));

    private ProcurementFlow() {}

    private static ImmutableList<CommandType<?>> commands() {
        return ImmutableList.of(
                CommandType.filling(
                        ProcurementShapes.CREATE,
                        ProcurementPlan.KIND,
                        Action.CREATE,
                        body -> body.terms(),
                        PlanDecider::create),
                CommandType.filling(
                        ProcurementShapes.REVISE,
                        ProcurementPlan.KIND,
                        Action.REVISE,
                        body -> body.terms(),
                        PlanDecider::revise),
                CommandType.filling(
                        ContractShapes.SIGN,
                        Contract.KIND,
                        ContractAction.CONCLUDE,
                        body -> body.terms(),
                        ContractDecider::sign),
                CommandType.filling(
                        ContractShapes.REVISE,
                        Contract.KIND,
                        ContractAction.REVISE,
                        body -> body.terms(),
                        ContractDecider::revise),
                CommandType.changing(
                        ContractShapes.PUBLISH, Contract.KIND, ContractAction.PUBLISH, ContractDecider::publish),
                CommandType.changing(
                        ContractShapes.ADD, Contract.KIND, ContractAction.ADD_SUPPLEMENT, ContractDecider::supplement),
                CommandType.changing(
                        ContractShapes.RESERVE, Contract.KIND, ContractAction.RESERVE, ContractDecider::reserve),
                CommandType.changing(
                        ContractShapes.ACCEPT_PART,
                        Contract.KIND,
                        ContractAction.ACCEPT_PART,
                        ContractDecider::acceptPart),
                CommandType.changing(
                        ContractShapes.ACCEPT, Contract.KIND, ContractAction.ACCEPT_WHOLE, ContractDecider::accept));
    }

    private static ImmutableList<Flow.ActType> acts() {
        ImmutableList.Builder<Flow.ActType> acts = ImmutableList.builder();
        acts.add(
                new Flow.ActType(ProcurementPlan.KIND, Action.SUBMIT, PlanDecider::submit),
                new Flow.ActType(ProcurementPlan.KIND, Action.APPROVE, PlanDecider::approve),
                new Flow.ActType(ProcurementPlan.KIND, Action.PROCURE, PlanDecider::begin),
                new Flow.ActType(ProcurementPlan.KIND, Action.RESTART, PlanDecider::begin),
                new Flow.ActType(ProcurementPlan.KIND, Action.WIND_UP, PlanDecider::close),
                new Flow.ActType(Contract.KIND, ContractAction.SUBMIT, ContractDecider::submit),
                new Flow.ActType(Contract.KIND, ContractAction.APPROVE, ContractDecider::approve),
                new Flow.ActType(Contract.KIND, ContractAction.VOID, ContractDecider::giveUp),
                new Flow.ActType(Contract.KIND, ContractAction.UNRESERVE, ContractDecider::release),
                new Flow.ActType(Contract.KIND, ContractAction.SETTLE, ContractDecider::end),
                new Flow.ActType(Contract.KIND, ContractAction.TERMINATE, ContractDecider::end));
        Stream.of(Action.AWARD, Action.FAIL, Action.FAIL_PART, Action.CONTRACT, Action.RELINQUISH, Action.REOPEN)
                .map(action -> Flow.ActType.alongside(ProcurementPlan.KIND, action, ProcurementReasons.NOT_BY_ITSELF))
                .forEach(acts::add);
        return acts.build();
    }
}
