package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers bills and refunds of revenue with the engine. */
public final class CollectionFlow {
    /** Where the rules of bills and refunds stand in a rulebook. */
    public static final RuleSet.Key<CollectionRules> RULES = new RuleSet.Key<>("collection", CollectionRules.class);

    /** Bills as documents. */
    public static final DocumentType<NonTaxBill, BillTerms, BillState> BILL = new DocumentType<>(
            NonTaxBill.KIND,
            BillState.class,
            CollectionShapes.BILL_TERMS,
            rules -> rules.of(RULES).billLifecycle(),
            rules -> rules.of(RULES).reviews(),
            NonTaxBill::new);

    /** Refunds as documents. */
    public static final DocumentType<RevenueRefund, RefundTerms, RefundState> REFUND = new DocumentType<>(
            RevenueRefund.KIND,
            RefundState.class,
            CollectionShapes.REFUND_TERMS,
            rules -> rules.of(RULES).refundLifecycle(),
            rules -> rules.of(RULES).reviews(),
            RevenueRefund::new);

    /** Bills and refunds. */
    public static final Flow FLOW = new Flow(
            "collection",
            ImmutableList.of(BILL, REFUND),
            ImmutableList.of(
                    CommandType.filling(
                            CollectionShapes.ISSUE,
                            NonTaxBill.KIND,
                            BillAction.BILL,
                            body -> body.terms(),
                            BillDecider::issue),
                    CommandType.filling(
                            CollectionShapes.CREATE_REFUND,
                            RevenueRefund.KIND,
                            RefundAction.CREATE,
                            body -> body.terms(),
                            RefundDecider::create)),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(CollectionShapes.PAID, BillDecider::paid),
                    new NoticeType<>(CollectionShapes.ENTERED, BillDecider::entered),
                    new NoticeType<>(CollectionShapes.REPAID, RefundDecider::repaid)),
            ImmutableList.of(
                    new EventType<>(CollectionShapes.BILL_CHANGED, BillDecider::evolve),
                    new EventType<>(CollectionShapes.REFUND_CHANGED, RefundDecider::evolve)),
            CollectionPostings.ALL,
            ImmutableList.copyOf(CollectionMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    BillControls.NATIONAL.reasons(), RefundControls.NATIONAL.reasons(), CollectionReasons.ALL)));

    private CollectionFlow() {}

    private static ImmutableList<Flow.ActType> acts() {
        ImmutableList.Builder<Flow.ActType> acts = ImmutableList.builder();
        Stream.of(
                        RefundAction.SUBMIT,
                        RefundAction.RETURN,
                        RefundAction.RETURN_TO_ENTRY,
                        RefundAction.WITHDRAW,
                        RefundAction.VOID)
                .map(action -> new Flow.ActType(RevenueRefund.KIND, action, RefundDecider::act))
                .forEach(acts::add);
        acts.add(Flow.ActType.alongside(RevenueRefund.KIND, RefundAction.REPAY, CollectionReasons.NOT_BY_ITSELF));
        Stream.of(BillAction.PAY_IN, BillAction.ENTER)
                .map(action -> Flow.ActType.alongside(NonTaxBill.KIND, action, CollectionReasons.NOT_BY_ITSELF))
                .forEach(acts::add);
        return acts.build();
    }
}
