package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers the revenue budget with the engine. */
public final class IncomeBudgetFlow {
    /** Where the rules of the revenue budget stand in a rulebook. */
    public static final RuleSet.Key<IncomeBudgetRules> RULES =
            new RuleSet.Key<>("incomebudget", IncomeBudgetRules.class);

    /** Lines of the revenue budget as documents. */
    public static final DocumentType<IncomeBudget, IncomeBudgetTerms, IncomeBudgetState> BUDGET = new DocumentType<>(
            IncomeBudget.KIND,
            IncomeBudgetState.class,
            IncomeBudgetShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            IncomeBudget::new);

    /** The revenue budget. */
    public static final Flow FLOW = new Flow(
            "incomebudget",
            ImmutableList.of(BUDGET),
            ImmutableList.of(
                    CommandType.filling(
                            IncomeBudgetShapes.CREATE,
                            IncomeBudget.KIND,
                            IncomeBudgetAction.CREATE,
                            body -> body.terms(),
                            IncomeBudgetDecider::create),
                    CommandType.filling(
                            IncomeBudgetShapes.REVISE,
                            IncomeBudget.KIND,
                            IncomeBudgetAction.REVISE,
                            body -> body.terms(),
                            IncomeBudgetDecider::revise),
                    CommandType.changing(
                            IncomeBudgetShapes.ADJUST,
                            IncomeBudget.KIND,
                            IncomeBudgetAction.ADJUST,
                            IncomeBudgetDecider::adjust)),
            ImmutableList.of(
                    new Flow.ActType(IncomeBudget.KIND, IncomeBudgetAction.SUBMIT, IncomeBudgetDecider::submit),
                    new Flow.ActType(IncomeBudget.KIND, IncomeBudgetAction.ENACT, IncomeBudgetDecider::enact)),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(IncomeBudgetShapes.FILLED_IN, IncomeBudgetDecider::evolve),
                    EventType.moving(IncomeBudgetShapes.ADJUSTED)),
            IncomeBudgetPostings.ALL,
            ImmutableList.copyOf(IncomeBudgetMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    IncomeBudgetControls.NATIONAL.reasons(), Reasons.of(IncomeBudgetControls.BELOW_ZERO.reason()))));

    private IncomeBudgetFlow() {}
}
