package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers temporary payments and their ceiling with the engine. */
public final class TemporaryFlow {
    /** Where the rules of temporary payments stand in a rulebook. */
    public static final RuleSet.Key<TemporaryRules> RULES = new RuleSet.Key<>("temporary", TemporaryRules.class);

    /** Every reason of a control. */
    static final Reasons CONTROLS = Reasons.merge(ImmutableList.of(
            TemporaryControls.NATIONAL.reasons(),
            ChargeControls.NATIONAL.reasons(),
            CeilingControls.CEILINGS.reasons()));

    /** Ceilings as documents. */
    public static final DocumentType<TemporaryCeiling, CeilingTerms, TemporaryCeiling.State> CEILING =
            new DocumentType<>(
                    TemporaryCeiling.KIND,
                    TemporaryCeiling.State.class,
                    TemporaryShapes.CEILING_TERMS,
                    rules -> rules.of(RULES).ceilingLifecycle(),
                    rules -> rules.of(RULES).reviews(),
                    TemporaryCeiling::new);

    /** Temporary payments as documents. */
    public static final DocumentType<TemporaryPayment, TemporaryTerms, TemporaryState> PAYMENT = new DocumentType<>(
            TemporaryPayment.KIND,
            TemporaryState.class,
            TemporaryShapes.TERMS,
            rules -> rules.of(RULES).paymentLifecycle(),
            rules -> rules.of(RULES).reviews(),
            TemporaryPayment::new);

    /** Temporary payments. */
    public static final Flow FLOW = new Flow(
            "temporary",
            ImmutableList.of(CEILING, PAYMENT),
            ImmutableList.of(
                    CommandType.filling(
                            TemporaryInputShapes.SET_CEILING,
                            TemporaryCeiling.KIND,
                            TemporaryCeiling.Action.SET,
                            body -> body.terms(),
                            TemporaryDecider::setCeiling),
                    CommandType.changing(
                            TemporaryInputShapes.CHANGE_CEILING,
                            TemporaryCeiling.KIND,
                            TemporaryCeiling.Action.CHANGE,
                            TemporaryDecider::changeCeiling),
                    CommandType.filling(
                            TemporaryInputShapes.CREATE,
                            TemporaryPayment.KIND,
                            TemporaryAction.CREATE,
                            body -> body.terms(),
                            TemporaryDecider::create),
                    CommandType.filling(
                            TemporaryInputShapes.REVISE,
                            TemporaryPayment.KIND,
                            TemporaryAction.REVISE,
                            body -> body.terms(),
                            TemporaryDecider::revise),
                    CommandType.changing(
                            TemporaryInputShapes.CHARGE,
                            TemporaryPayment.KIND,
                            TemporaryAction.CHARGE,
                            TemporaryDecider::charge)),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(TemporaryInputShapes.PAID_OUT, TemporaryMatcher::paidOut),
                    new NoticeType<>(TemporaryInputShapes.REPAID, TemporaryMatcher::repaid)),
            ImmutableList.of(
                    new EventType<>(TemporaryInputShapes.CEILING_SET, TemporaryDecider::evolve),
                    new EventType<>(TemporaryInputShapes.FILLED_IN, TemporaryDecider::evolve),
                    new EventType<>(TemporaryInputShapes.DISBURSED, TemporaryDecider::evolve),
                    new EventType<>(TemporaryInputShapes.SETTLED, TemporaryDecider::evolve)),
            TemporaryPostings.ALL,
            ImmutableList.copyOf(TemporaryMeasure.values()),
            Reasons.merge(ImmutableList.of(CONTROLS, TemporaryReasons.ALL)));

    private TemporaryFlow() {}

    private static ImmutableList<Flow.ActType> acts() {
        ImmutableList.Builder<Flow.ActType> acts = ImmutableList.builder();
        acts.add(
                new Flow.ActType(TemporaryPayment.KIND, TemporaryAction.SUBMIT, TemporaryDecider::submit),
                new Flow.ActType(TemporaryPayment.KIND, TemporaryAction.APPROVE, TemporaryDecider::approve),
                new Flow.ActType(TemporaryPayment.KIND, TemporaryAction.VOID, TemporaryDecider::giveUp),
                alongside(TemporaryAction.CHARGE_LAST));
        TemporaryPayment.LIFECYCLE.told().forEach(action -> acts.add(alongside(action)));
        return acts.build();
    }

    private static Flow.ActType alongside(TemporaryAction action) {
        return Flow.ActType.alongside(TemporaryPayment.KIND, action, TemporaryReasons.NOT_BY_ITSELF);
    }
}
