package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers cash plans with the engine. */
public final class CashPlanFlow {
    /** Where the rules of cash plans stand in a rulebook. */
    public static final RuleSet.Key<CashPlanRules> RULES = new RuleSet.Key<>("cashplan", CashPlanRules.class);

    /** Cash plans as documents. */
    public static final DocumentType<CashPlan, CashPlanTerms, CashPlanState> CASH_PLAN = new DocumentType<>(
            CashPlan.KIND,
            CashPlanState.class,
            CashPlanShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            CashPlan::new);

    /** Cash plans. */
    public static final Flow FLOW = new Flow(
            "cashplan",
            ImmutableList.of(CASH_PLAN),
            ImmutableList.of(
                    CommandType.filling(
                            CashPlanShapes.CREATE,
                            CashPlan.KIND,
                            CashPlanAction.CREATE,
                            body -> body.terms(),
                            CashPlanDecider::create),
                    CommandType.filling(
                            CashPlanShapes.CREATE_PROXY,
                            CashPlan.KIND,
                            CashPlanAction.CREATE_PROXY,
                            body -> body.terms(),
                            CashPlanDecider::createProxy),
                    CommandType.filling(
                            CashPlanShapes.CREATE_REDUCTION,
                            CashPlan.KIND,
                            CashPlanAction.CREATE_REDUCTION,
                            body -> body.terms(),
                            CashPlanDecider::createReduction),
                    CommandType.filling(
                            CashPlanShapes.REVISE,
                            CashPlan.KIND,
                            CashPlanAction.REVISE,
                            body -> body.terms(),
                            CashPlanDecider::revise),
                    CommandType.changing(
                            CashPlanShapes.ASSESS, CashPlan.KIND, CashPlanAction.ASSESS, CashPlanDecider::assess)),
            ImmutableList.of(
                    new Flow.ActType(CashPlan.KIND, CashPlanAction.SUBMIT, CashPlanDecider::submit),
                    new Flow.ActType(CashPlan.KIND, CashPlanAction.APPROVE, CashPlanDecider::approve)),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(CashPlanShapes.FILLED_IN, CashPlanDecider::evolve),
                    new EventType<>(CashPlanShapes.GRANTED, CashPlanDecider::evolve)),
            CashPlanPostings.ALL,
            ImmutableList.copyOf(CashPlanMeasure.values()),
            Reasons.merge(ImmutableList.of(CashPlanControls.NATIONAL.reasons(), CashPlanLimits.REASONS)));

    private CashPlanFlow() {}
}
