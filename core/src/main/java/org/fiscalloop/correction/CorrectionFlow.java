package org.fiscalloop.correction;

import static org.fiscalloop.correction.CorrectionAction.*;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers corrections with the engine. */
public final class CorrectionFlow {
    /** Where the rules of corrections stand in a rulebook. */
    public static final RuleSet.Key<CorrectionRules> RULES = new RuleSet.Key<>("correction", CorrectionRules.class);

    /** Corrections as documents. */
    public static final DocumentType<Correction, CorrectionTerms, CorrectionState> CORRECTION = new DocumentType<>(
            Correction.KIND,
            CorrectionState.class,
            CorrectionShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            Correction::new);

    /** Corrections. */
    public static final Flow FLOW = new Flow(
            "correction",
            ImmutableList.of(CORRECTION),
            ImmutableList.of(
                    CommandType.filling(
                            CorrectionShapes.CREATE,
                            Correction.KIND,
                            CREATE,
                            body -> body.terms(),
                            CorrectionDecider::create),
                    CommandType.filling(
                            CorrectionShapes.REVISE,
                            Correction.KIND,
                            REVISE,
                            body -> body.terms(),
                            CorrectionDecider::revise)),
            ImmutableList.of(
                    new Flow.ActType(Correction.KIND, SUBMIT, CorrectionDecider::submit),
                    new Flow.ActType(Correction.KIND, APPROVE, CorrectionDecider::approve)),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(CorrectionShapes.FILLED_IN, CorrectionDecider::evolve),
                    new EventType<>(CorrectionShapes.BOOKED, CorrectionDecider::evolve)),
            CorrectionPostings.ALL,
            ImmutableList.of(),
            CorrectionControls.NATIONAL.reasons());

    private CorrectionFlow() {}
}
