package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers the carry-over with the engine. */
public final class CarryOverFlow {
    /** Where the rules of the carry-over stand in a rulebook. */
    public static final RuleSet.Key<CarryOverRules> RULES = new RuleSet.Key<>("carryover", CarryOverRules.class);

    /** Carry-overs as documents. */
    public static final DocumentType<CarryOver, CarryOverTerms, CarryOverState> CARRY_OVER = new DocumentType<>(
            CarryOver.KIND,
            CarryOverState.class,
            CarryOverShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            CarryOver::new);

    /** The carry-over. */
    public static final Flow FLOW = new Flow(
            "carryover",
            ImmutableList.of(CARRY_OVER),
            ImmutableList.of(CommandType.filling(
                    CarryOverShapes.CALCULATE,
                    CarryOver.KIND,
                    CarryOverAction.CALCULATE,
                    body -> body.terms(),
                    CarryOverDecider::calculate)),
            ImmutableList.of(
                    new Flow.ActType(CarryOver.KIND, CarryOverAction.RECALCULATE, CarryOverDecider::recalculate),
                    new Flow.ActType(CarryOver.KIND, CarryOverAction.CONFIRM, CarryOverDecider::confirm)),
            ImmutableList.of(),
            ImmutableList.of(new EventType<>(CarryOverShapes.CALCULATED, CarryOverDecider::evolve)),
            CarryOverPostings.ALL,
            ImmutableList.copyOf(CarryOverMeasure.values()),
            CarryOverControls.NATIONAL.reasons());

    private CarryOverFlow() {}
}
