package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers the end of a year with the engine. */
public final class ClosingFlow {
    /** Where the rules of the end of a year stand in a rulebook. */
    public static final RuleSet.Key<ClosingRules> RULES = new RuleSet.Key<>("closing", ClosingRules.class);

    /** Closings of books as documents. */
    public static final DocumentType<YearClosing, ClosingTerms, ClosingState> CLOSING = new DocumentType<>(
            YearClosing.KIND,
            ClosingState.class,
            ClosingShapes.TERMS,
            rules -> rules.of(RULES).yearLifecycle(),
            rules -> rules.of(RULES).reviews(),
            YearClosing::new);

    /** Arrangements of the stabilisation fund as documents. */
    public static final DocumentType<StabilisationArrangement, ArrangementTerms, ClosingState> ARRANGEMENT =
            new DocumentType<>(
                    StabilisationArrangement.KIND,
                    ClosingState.class,
                    ClosingShapes.ARRANGEMENT_TERMS,
                    rules -> rules.of(RULES).arrangementLifecycle(),
                    rules -> rules.of(RULES).reviews(),
                    StabilisationArrangement::new);

    /** The end of a year. */
    public static final Flow FLOW = new Flow(
            "closing",
            ImmutableList.of(CLOSING, ARRANGEMENT),
            ImmutableList.of(
                    CommandType.filling(
                            ClosingShapes.CLOSE_AGENCY,
                            YearClosing.KIND,
                            ClosingAction.CLOSE_AGENCY,
                            body -> body.terms(),
                            ClosingDecider::closeAgency),
                    CommandType.filling(
                            ClosingShapes.CLOSE_DIVISION,
                            YearClosing.KIND,
                            ClosingAction.CLOSE_DIVISION,
                            body -> body.terms(),
                            ClosingDecider::closeDivision),
                    CommandType.filling(
                            ClosingShapes.ARRANGE,
                            StabilisationArrangement.KIND,
                            ClosingAction.ARRANGE,
                            body -> body.terms(),
                            ClosingDecider::arrange)),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(ClosingShapes.CLOSED, (event, move, before) -> event.terms()),
                    new EventType<>(ClosingShapes.ARRANGED, (event, move, before) -> event.terms())),
            ClosingPostings.ALL,
            ImmutableList.copyOf(ClosingMeasure.values()),
            Reasons.merge(ImmutableList.of(ClosingControls.YEARS.reasons(), ClosingControls.ARRANGEMENTS.reasons())));

    private ClosingFlow() {}
}
