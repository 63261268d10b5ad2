package org.fiscalloop.budget;

import static org.fiscalloop.budget.BudgetAction.*;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers the budget with the engine. */
public final class BudgetFlow {
    /** Where the rules of the budget stand in a rulebook. */
    public static final RuleSet.Key<BudgetRules> RULES = new RuleSet.Key<>("budget", BudgetRules.class);

    /** Budget lines as documents. */
    public static final DocumentType<BudgetLine, BudgetTerms, BudgetState> LINE = new DocumentType<>(
            BudgetLine.KIND,
            BudgetState.class,
            BudgetShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            BudgetLine::new);

    /** The budget. */
    public static final Flow FLOW = new Flow(
            "budget",
            ImmutableList.of(LINE),
            ImmutableList.of(
                    CommandType.filling(
                            BudgetShapes.CREATE, BudgetLine.KIND, CREATE, body -> body.terms(), BudgetDecider::create),
                    CommandType.filling(
                            BudgetShapes.REVISE, BudgetLine.KIND, REVISE, body -> body.terms(), BudgetDecider::revise),
                    CommandType.changing(BudgetShapes.ADJUST, BudgetLine.KIND, ADJUST, BudgetDecider::adjust)),
            acts(),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(BudgetShapes.FILLED_IN, BudgetDecider::evolve),
                    EventType.moving(BudgetShapes.PROPOSED),
                    EventType.moving(BudgetShapes.APPROPRIATED),
                    EventType.moving(BudgetShapes.ADJUSTED),
                    new EventType<>(BudgetShapes.CARRIED_IN, BudgetDecider::evolve)),
            BudgetPostings.ALL,
            ImmutableList.copyOf(BudgetMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    BudgetControls.NATIONAL.reasons(),
                    Reasons.of(BudgetLimits.OVER_RESERVE.reason(), BudgetDecider.NOT_BY_ITSELF))));

    private BudgetFlow() {}

    private static ImmutableList<Flow.ActType> acts() {
        return Stream.concat(
                        Stream.of(
                                new Flow.ActType(BudgetLine.KIND, SUBMIT, BudgetDecider::submit),
                                new Flow.ActType(BudgetLine.KIND, APPROPRIATE, BudgetDecider::appropriate),
                                Flow.ActType.alongside(BudgetLine.KIND, GIVE_BACK, BudgetDecider.NOT_BY_ITSELF)),
                        Stream.of(RETURN, RETURN_TO_ENTRY, WITHDRAW, VOID)
                                .map(action -> new Flow.ActType(BudgetLine.KIND, action, BudgetDecider::giveBack)))
                .collect(ImmutableList.toImmutableList());
    }
}
