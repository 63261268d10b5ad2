package org.fiscalloop.allotment;

import static org.fiscalloop.allotment.AllotmentAction.*;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.masterdata.CodedTerms;

/** The row that registers allotments with the engine. */
public final class AllotmentFlow {
    /** Where the rules of allotments stand in a rulebook. */
    public static final RuleSet.Key<AllotmentRules> RULES = new RuleSet.Key<>("allotment", AllotmentRules.class);

    /** Allotments as documents. */
    public static final DocumentType<Allotment, AllotmentTerms, AllotmentState> ALLOTMENT = new DocumentType<>(
            Allotment.KIND,
            AllotmentState.class,
            AllotmentShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            Allotment::new);

    /** Allotments. */
    public static final Flow FLOW = new Flow(
            "allotment",
            ImmutableList.of(ALLOTMENT),
            ImmutableList.of(
                    CommandType.filling(
                            AllotmentShapes.CREATE,
                            Allotment.KIND,
                            CREATE,
                            body -> body.terms(),
                            AllotmentDecider::create),
                    CommandType.filling(
                            AllotmentShapes.REVISE,
                            Allotment.KIND,
                            REVISE,
                            body -> body.terms(),
                            AllotmentDecider::revise),
                    CommandType.parting(
                            AllotmentShapes.SPLIT,
                            Allotment.KIND,
                            SPLIT,
                            body -> ImmutableList.copyOf(Lists.transform(body.parts(), part -> part.terms())),
                            AllotmentDecider::split),
                    CommandType.changing(AllotmentShapes.FREEZE, Allotment.KIND, FREEZE, AllotmentChanges::freeze),
                    CommandType.changing(
                            AllotmentShapes.UNFREEZE, Allotment.KIND, UNFREEZE, AllotmentChanges::unfreeze),
                    CommandType.changing(AllotmentShapes.REDUCE, Allotment.KIND, REDUCE, AllotmentChanges::reduce),
                    CommandType.changing(
                            AllotmentChangeShapes.RECALL, Allotment.KIND, RECALL, AllotmentChanges::recall),
                    CommandType.changing(
                            AllotmentChangeShapes.SUPPLEMENT, Allotment.KIND, SUPPLEMENT, AllotmentChanges::supplement),
                    CommandType.parting(
                            AllotmentChangeShapes.CORRECT,
                            Allotment.KIND,
                            CORRECT,
                            body -> ImmutableList.of((CodedTerms) body::elements),
                            AllotmentChanges::correct),
                    CommandType.changing(
                            AllotmentChangeShapes.OFFSET, Allotment.KIND, OFFSET, AllotmentChanges::offset)),
            Stream.of(
                            Stream.of(new Flow.ActType(Allotment.KIND, SUBMIT, AllotmentDecider::submit)),
                            Stream.of(RESTORE, ABSORB, VIRE, GIVE_BACK)
                                    .map(action -> Flow.ActType.alongside(
                                            Allotment.KIND, action, AllotmentDecider.NOT_BY_ITSELF)),
                            Stream.of(APPROVE, CANCEL_APPROVAL)
                                    .map(action -> new Flow.ActType(Allotment.KIND, action, AllotmentDecider::act)))
                    .flatMap(acts -> acts)
                    .collect(ImmutableList.toImmutableList()),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(AllotmentShapes.FILLED_IN, AllotmentDecider::evolve),
                    new EventType<>(AllotmentShapes.SPLIT_UP, AllotmentDecider::evolve),
                    EventType.moving(AllotmentShapes.FROZEN),
                    EventType.moving(AllotmentShapes.UNFROZEN),
                    EventType.moving(AllotmentShapes.REDUCED),
                    EventType.moving(AllotmentChangeShapes.RECALLED),
                    new EventType<>(AllotmentChangeShapes.SUPPLEMENTED, AllotmentChanges::evolve),
                    new EventType<>(AllotmentChangeShapes.CORRECTED, AllotmentChanges::evolve),
                    EventType.moving(AllotmentChangeShapes.OFFSET_DONE),
                    new EventType<>(AllotmentShapes.CARRIED_IN, AllotmentDecider::evolve),
                    new EventType<>(AllotmentShapes.RESTORED, AllotmentDecider::evolve)),
            AllotmentPostings.ALL,
            ImmutableList.copyOf(AllotmentMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    AllotmentControls.NATIONAL.reasons(), limits(), Reasons.of(AllotmentDecider.NOT_BY_ITSELF))));

    private AllotmentFlow() {}

    private static Reasons limits() {
        ImmutableList<Reason> reasons =
                AllotmentLimits.NATIONAL.stream().map(LimitRule::reason).collect(ImmutableList.toImmutableList());
        return Reasons.of(reasons);
    }
}
