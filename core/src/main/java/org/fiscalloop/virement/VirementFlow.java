package org.fiscalloop.virement;

import static org.fiscalloop.virement.VirementAction.*;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers virements with the engine. */
public final class VirementFlow {
    /** Where the rules of virements stand in a rulebook. */
    public static final RuleSet.Key<VirementRules> RULES = new RuleSet.Key<>("virement", VirementRules.class);

    /** Virements as documents. */
    public static final DocumentType<Virement, VirementTerms, VirementState> VIREMENT = new DocumentType<>(
            Virement.KIND,
            VirementState.class,
            VirementShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            Virement::new);

    /** Virements. */
    public static final Flow FLOW = new Flow(
            "virement",
            ImmutableList.of(VIREMENT),
            ImmutableList.of(
                    CommandType.filling(
                            VirementShapes.CREATE,
                            Virement.KIND,
                            CREATE,
                            body -> body.terms(),
                            VirementDecider::create),
                    CommandType.filling(
                            VirementShapes.REVISE,
                            Virement.KIND,
                            REVISE,
                            body -> body.terms(),
                            VirementDecider::revise)),
            ImmutableList.of(
                    new Flow.ActType(Virement.KIND, SUBMIT, VirementDecider::submit),
                    new Flow.ActType(Virement.KIND, SUBMIT_TO_FINANCE, VirementDecider::submit),
                    new Flow.ActType(Virement.KIND, APPROVE, VirementDecider::approve)),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(VirementShapes.FILLED_IN, VirementDecider::evolve),
                    EventType.moving(VirementShapes.EXECUTED)),
            VirementPostings.ALL,
            ImmutableList.of(),
            VirementControls.NATIONAL.reasons());

    private VirementFlow() {}
}
