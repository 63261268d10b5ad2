package org.fiscalloop.transfer;

import static org.fiscalloop.transfer.TransferAction.ACKNOWLEDGE;
import static org.fiscalloop.transfer.TransferAction.APPROVE;
import static org.fiscalloop.transfer.TransferAction.COME_BACK;
import static org.fiscalloop.transfer.TransferAction.CREATE;
import static org.fiscalloop.transfer.TransferAction.RECALL;
import static org.fiscalloop.transfer.TransferAction.RESEND;
import static org.fiscalloop.transfer.TransferAction.RETURN;
import static org.fiscalloop.transfer.TransferAction.RETURN_TO_ENTRY;
import static org.fiscalloop.transfer.TransferAction.REVISE;
import static org.fiscalloop.transfer.TransferAction.SETTLE;
import static org.fiscalloop.transfer.TransferAction.SUBMIT;
import static org.fiscalloop.transfer.TransferAction.WITHDRAW;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers transfers with the engine. */
public final class TransferFlow {
    /** Where the rules of transfers stand in a rulebook. */
    public static final RuleSet.Key<TransferRules> RULES = new RuleSet.Key<>("transfer", TransferRules.class);

    /** Transfers that are issued as documents. */
    public static final DocumentType<Transfer, TransferTerms, TransferState> TRANSFER = new DocumentType<>(
            Transfer.KIND,
            TransferState.class,
            TransferShapes.TERMS,
            rules -> rules.of(RULES).issuingLifecycle(),
            rules -> rules.of(RULES).reviews(),
            Transfer::new);

    /** Transfers that have arrived as documents. */
    public static final DocumentType<ReceivedTransfer, ReceivedTerms, ReceivedState> RECEIVED = new DocumentType<>(
            ReceivedTransfer.KIND,
            ReceivedState.class,
            TransferShapes.RECEIVED_TERMS,
            rules -> rules.of(RULES).receivingLifecycle(),
            rules -> rules.of(RULES).reviews(),
            ReceivedTransfer::new);

    static final Reason NOT_BY_ITSELF = new Reason(
            "transfer.not-by-itself",
            "This does not happen to the transfer by itself",
            "不可单独操作",
            "{action} of {document} happens only when the other division tells something, or with a settlement that names it",
            "{document} 的 {action} 只能由对方区划的通知或随年终结算发生",
            Source.own(
                    "what another division has done is told by it, and what is settled is settled by its settlement"));

    /** Transfers. */
    public static final Flow FLOW = new Flow(
            "transfer",
            ImmutableList.of(TRANSFER, RECEIVED),
            ImmutableList.of(
                    CommandType.filling(
                            TransferShapes.CREATE,
                            Transfer.KIND,
                            CREATE,
                            body -> body.terms(),
                            TransferDecider::create),
                    CommandType.filling(
                            TransferShapes.REVISE,
                            Transfer.KIND,
                            REVISE,
                            body -> body.terms(),
                            TransferDecider::revise),
                    CommandType.changing(TransferShapes.RECALL, Transfer.KIND, RECALL, TransferDecider::recall),
                    CommandType.parting(
                            TransferShapes.RECEIVE,
                            ReceivedTransfer.KIND,
                            ReceivedAction.RECEIVE,
                            body -> ImmutableList.of(body.terms()),
                            ReceivingDecider::receive),
                    CommandType.changing(
                            TransferShapes.GIVE_BACK,
                            ReceivedTransfer.KIND,
                            ReceivedAction.GIVE_BACK,
                            ReceivingDecider::giveBack)),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(TransferShapes.SENT, TransferMatcher::sent),
                    new NoticeType<>(TransferShapes.RECALLED, TransferMatcher::recalled),
                    new NoticeType<>(TransferShapes.RETURNED, TransferMatcher::returned),
                    new NoticeType<>(TransferShapes.MESSAGE, TransferMatcher::acknowledged)),
            ImmutableList.of(
                    new EventType<>(TransferEventShapes.FILLED_IN, TransferDecider::evolve),
                    EventType.moving(TransferEventShapes.ISSUED),
                    EventType.moving(TransferEventShapes.ASKED_BACK),
                    EventType.moving(TransferEventShapes.ACKNOWLEDGED),
                    EventType.moving(TransferEventShapes.TAKEN_BACK),
                    new EventType<>(TransferEventShapes.ARRIVED, ReceivingDecider::evolve),
                    EventType.moving(TransferEventShapes.RECALL_ARRIVED),
                    new EventType<>(TransferEventShapes.RECEIVED, ReceivingDecider::evolve),
                    EventType.moving(TransferEventShapes.GIVEN_BACK)),
            TransferPostings.ALL,
            ImmutableList.copyOf(TransferMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    TransferControls.NATIONAL.reasons(),
                    ReceivingControls.NATIONAL.reasons(),
                    Reasons.of(TransferControls.LIMITS.stream()
                            .map(LimitRule::reason)
                            .collect(ImmutableList.toImmutableList())),
                    TransferMatcher.REASONS,
                    Reasons.of(NOT_BY_ITSELF))));

    private TransferFlow() {}

    private static ImmutableList<Flow.ActType> acts() {
        return Stream.of(
                        Stream.of(SUBMIT, APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW)
                                .map(action -> new Flow.ActType(Transfer.KIND, action, TransferDecider::act)),
                        Stream.of(new Flow.ActType(Transfer.KIND, RESEND, TransferDecider::resend)),
                        Stream.of(ACKNOWLEDGE, COME_BACK, SETTLE)
                                .map(action -> Flow.ActType.alongside(Transfer.KIND, action, NOT_BY_ITSELF)),
                        Stream.of(ReceivedAction.DELIVER_AGAIN, ReceivedAction.ASK_BACK, ReceivedAction.ACKNOWLEDGE)
                                .map(action -> Flow.ActType.alongside(ReceivedTransfer.KIND, action, NOT_BY_ITSELF)))
                .flatMap(acts -> acts)
                .collect(ImmutableList.toImmutableList());
    }
}
