package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers money between levels and its settlement with the engine. */
public final class SettlementFlow {
    /** Where the rules of money between levels stand in a rulebook. */
    public static final RuleSet.Key<SettlementRules> RULES = new RuleSet.Key<>("settlement", SettlementRules.class);

    /** Every reason of a control. */
    static final Reasons CONTROLS = SettlementControls.REASONS;

    /** Money that is sent as documents. */
    public static final DocumentType<CashTransfer, CashTerms, CashTransfer.State> CASH = new DocumentType<>(
            CashTransfer.KIND,
            CashTransfer.State.class,
            SettlementShapes.CASH_TERMS,
            rules -> rules.of(RULES).sendingLifecycle(),
            rules -> rules.of(RULES).reviews(),
            CashTransfer::new);

    /** Money that has come as documents. */
    public static final DocumentType<ReceivedCash, CashTerms, ReceivedCash.State> RECEIVED_CASH = new DocumentType<>(
            ReceivedCash.KIND,
            ReceivedCash.State.class,
            SettlementShapes.CASH_TERMS,
            rules -> rules.of(RULES).receivingLifecycle(),
            rules -> rules.of(RULES).reviews(),
            ReceivedCash::new);

    /** Settlements as documents. */
    public static final DocumentType<Settlement, SettlementTerms, Settlement.State> SETTLEMENT = new DocumentType<>(
            Settlement.KIND,
            Settlement.State.class,
            SettlementShapes.TERMS,
            rules -> rules.of(RULES).settlementLifecycle(),
            rules -> rules.of(RULES).reviews(),
            Settlement::new);

    /** Settlements of the level above as documents. */
    public static final DocumentType<ReceivedSettlement, SettlementTerms, ReceivedSettlement.State>
            RECEIVED_SETTLEMENT = new DocumentType<>(
                    ReceivedSettlement.KIND,
                    ReceivedSettlement.State.class,
                    SettlementShapes.TERMS,
                    rules -> rules.of(RULES).confirmingLifecycle(),
                    rules -> rules.of(RULES).reviews(),
                    ReceivedSettlement::new);

    /** Money between levels and its settlement. */
    public static final Flow FLOW = new Flow(
            "settlement",
            ImmutableList.of(CASH, RECEIVED_CASH, SETTLEMENT, RECEIVED_SETTLEMENT),
            ImmutableList.of(
                    CommandType.filling(
                            SettlementInputShapes.CREATE_CASH,
                            CashTransfer.KIND,
                            CashTransfer.Action.CREATE,
                            body -> body.terms(),
                            SettlementDecider::create),
                    CommandType.filling(
                            SettlementInputShapes.REVISE_CASH,
                            CashTransfer.KIND,
                            CashTransfer.Action.REVISE,
                            body -> body.terms(),
                            SettlementDecider::revise),
                    CommandType.filling(
                            SettlementInputShapes.CREATE,
                            Settlement.KIND,
                            Settlement.Action.CREATE,
                            body -> body.terms(),
                            SettlementDecider::create),
                    CommandType.filling(
                            SettlementInputShapes.REVISE,
                            Settlement.KIND,
                            Settlement.Action.REVISE,
                            body -> body.terms(),
                            SettlementDecider::revise)),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(SettlementInputShapes.PAID, SettlementMatcher::paid),
                    new NoticeType<>(SettlementInputShapes.SENT, SettlementMatcher::sent),
                    new NoticeType<>(SettlementInputShapes.ISSUED, SettlementMatcher::issued),
                    new NoticeType<>(SettlementInputShapes.MESSAGE, SettlementMatcher::acknowledged)),
            ImmutableList.of(
                    new EventType<>(SettlementInputShapes.CASH_FILLED_IN, SettlementDecider::evolve),
                    new EventType<>(SettlementInputShapes.CASH_LEFT, SettlementDecider::evolve),
                    new EventType<>(SettlementInputShapes.CASH_ARRIVED, SettlementDecider::evolve),
                    new EventType<>(SettlementInputShapes.FILLED_IN, SettlementDecider::evolve),
                    EventType.moving(SettlementInputShapes.LEFT),
                    new EventType<>(SettlementInputShapes.ARRIVED, SettlementDecider::evolve),
                    EventType.moving(SettlementInputShapes.ACKNOWLEDGED)),
            SettlementPostings.ALL,
            ImmutableList.copyOf(SettlementMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    CONTROLS,
                    SettlementReasons.ALL,
                    Reasons.of(SettlementReasons.LIMITS.stream()
                            .map(LimitRule::reason)
                            .collect(ImmutableList.toImmutableList())))));

    private SettlementFlow() {}

    private static ImmutableList<Flow.ActType> acts() {
        return Stream.of(
                        Stream.of(
                                new Flow.ActType(
                                        CashTransfer.KIND, CashTransfer.Action.SUBMIT, SettlementDecider::sending),
                                new Flow.ActType(
                                        CashTransfer.KIND, CashTransfer.Action.APPROVE, SettlementDecider::sending),
                                new Flow.ActType(
                                        CashTransfer.KIND, CashTransfer.Action.VOID, SettlementDecider::giveUp),
                                new Flow.ActType(
                                        CashTransfer.KIND, CashTransfer.Action.RESEND, SettlementDecider::tellAgain),
                                new Flow.ActType(
                                        Settlement.KIND, Settlement.Action.SUBMIT, SettlementDecider::settling),
                                new Flow.ActType(
                                        Settlement.KIND, Settlement.Action.APPROVE, SettlementDecider::settling),
                                new Flow.ActType(
                                        Settlement.KIND, Settlement.Action.RESEND, SettlementDecider::settleAgain),
                                new Flow.ActType(
                                        ReceivedSettlement.KIND,
                                        ReceivedSettlement.Action.CONFIRM,
                                        SettlementDecider::confirm)),
                        CashTransfer.LIFECYCLE.told().stream()
                                .map(action -> Flow.ActType.alongside(
                                        CashTransfer.KIND, action, SettlementReasons.NOT_BY_ITSELF)),
                        Settlement.LIFECYCLE.told().stream()
                                .map(action -> Flow.ActType.alongside(
                                        Settlement.KIND, action, SettlementReasons.NOT_BY_ITSELF)),
                        Stream.of(Flow.ActType.alongside(
                                ReceivedCash.KIND, ReceivedCash.Action.DELIVER_AGAIN, SettlementReasons.NOT_BY_ITSELF)),
                        Stream.of(Flow.ActType.alongside(
                                ReceivedSettlement.KIND,
                                ReceivedSettlement.Action.DELIVER_AGAIN,
                                SettlementReasons.NOT_BY_ITSELF)))
                .flatMap(acts -> acts)
                .collect(ImmutableList.toImmutableList());
    }
}
