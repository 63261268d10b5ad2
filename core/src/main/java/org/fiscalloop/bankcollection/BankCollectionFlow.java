package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.bankcollection.BankCollectionEvents.AgreementChanged;
import org.fiscalloop.bankcollection.BankCollectionEvents.DemandChanged;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers agreements and demands with the engine. */
public final class BankCollectionFlow {
    /** Where the rules of bank collections stand in a rulebook. */
    public static final RuleSet.Key<BankCollectionRules> RULES =
            new RuleSet.Key<>("bankcollection", BankCollectionRules.class);

    /** Agreements as documents. */
    public static final DocumentType<CollectionAgreement, AgreementTerms, AgreementState> AGREEMENT =
            new DocumentType<>(
                    CollectionAgreement.KIND,
                    AgreementState.class,
                    BankCollectionShapes.AGREEMENT_TERMS,
                    rules -> rules.of(RULES).agreementLifecycle(),
                    rules -> rules.of(RULES).reviews(),
                    CollectionAgreement::new);

    /** Demands as documents. */
    public static final DocumentType<CollectionDemand, DemandTerms, DemandState> DEMAND = new DocumentType<>(
            CollectionDemand.KIND,
            DemandState.class,
            BankCollectionShapes.DEMAND_TERMS,
            rules -> rules.of(RULES).demandLifecycle(),
            rules -> rules.of(RULES).reviews(),
            CollectionDemand::new);

    /** Agreements and demands. */
    public static final Flow FLOW = new Flow(
            "bankcollection",
            ImmutableList.of(AGREEMENT, DEMAND),
            ImmutableList.of(
                    CommandType.filling(
                            BankCollectionShapes.CREATE,
                            CollectionAgreement.KIND,
                            AgreementAction.CREATE,
                            body -> body.terms(),
                            BankCollectionDecider::create),
                    CommandType.filling(
                            BankCollectionShapes.REVISE,
                            CollectionAgreement.KIND,
                            AgreementAction.REVISE,
                            body -> body.terms(),
                            BankCollectionDecider::revise),
                    CommandType.changing(
                            BankCollectionShapes.END,
                            CollectionAgreement.KIND,
                            AgreementAction.END,
                            BankCollectionDecider::end),
                    CommandType.changing(
                            BankCollectionShapes.REFUSE,
                            CollectionDemand.KIND,
                            DemandAction.REFUSE,
                            BankCollectionDecider::refuse)),
            ImmutableList.of(
                    new Flow.ActType(CollectionAgreement.KIND, AgreementAction.SUBMIT, BankCollectionDecider::submit),
                    new Flow.ActType(CollectionAgreement.KIND, AgreementAction.APPROVE, BankCollectionDecider::approve),
                    Flow.ActType.alongside(
                            CollectionDemand.KIND, DemandAction.PAY, BankCollectionReasons.NOT_BY_ITSELF),
                    Flow.ActType.alongside(
                            CollectionDemand.KIND, DemandAction.REFUND, BankCollectionReasons.NOT_BY_ITSELF)),
            ImmutableList.of(new NoticeType<>(BankCollectionShapes.DEMANDED, BankCollectionMatcher::demanded)),
            ImmutableList.of(
                    new EventType<AgreementChanged>(
                            BankCollectionShapes.AGREEMENT_CHANGED, (event, move, before) -> event.terms()),
                    new EventType<DemandChanged>(
                            BankCollectionShapes.DEMAND_CHANGED, (event, move, before) -> event.terms())),
            BankCollectionPostings.ALL,
            ImmutableList.copyOf(BankCollectionMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    AgreementControls.NATIONAL.reasons(),
                    AgreementControls.ENDINGS.reasons(),
                    AgreementControls.DEMANDS.reasons(),
                    BankCollectionReasons.ALL)));

    private BankCollectionFlow() {}
}
