package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers debts, their limits and on-lendings with the engine. */
public final class DebtFlow {
    /** Where the rules of debt stand in a rulebook. */
    public static final RuleSet.Key<DebtRules> RULES = new RuleSet.Key<>("debt", DebtRules.class);

    /** Debt limits as documents. */
    public static final DocumentType<DebtLimit, DebtLimitTerms, DebtLimit.State> LIMIT = new DocumentType<>(
            DebtLimit.KIND,
            DebtLimit.State.class,
            DebtShapes.LIMIT_TERMS,
            rules -> rules.of(RULES).limitLifecycle(),
            rules -> rules.of(RULES).reviews(),
            DebtLimit::new);

    /** Debts as documents. */
    public static final DocumentType<Debt, DebtTerms, DebtState> DEBT = new DocumentType<>(
            Debt.KIND,
            DebtState.class,
            DebtShapes.TERMS,
            rules -> rules.of(RULES).debtLifecycle(),
            rules -> rules.of(RULES).reviews(),
            Debt::new);

    /** On-lendings as documents. */
    public static final DocumentType<OnLending, OnLendingTerms, OnLending.State> LENDING = new DocumentType<>(
            OnLending.KIND,
            OnLending.State.class,
            DebtShapes.LENDING_TERMS,
            rules -> rules.of(RULES).lendingLifecycle(),
            rules -> rules.of(RULES).reviews(),
            OnLending::new);

    /** Debt. */
    public static final Flow FLOW = new Flow(
            "debt",
            ImmutableList.of(LIMIT, DEBT, LENDING),
            ImmutableList.of(
                    CommandType.filling(
                            DebtInputShapes.SET_LIMIT,
                            DebtLimit.KIND,
                            DebtLimit.Action.SET,
                            body -> body.terms(),
                            DebtDecider::setLimit),
                    CommandType.changing(
                            DebtInputShapes.CHANGE_LIMIT,
                            DebtLimit.KIND,
                            DebtLimit.Action.CHANGE,
                            DebtDecider::changeLimit),
                    CommandType.filling(
                            DebtInputShapes.PLAN, Debt.KIND, DebtAction.PLAN, body -> body.terms(), DebtDecider::plan),
                    CommandType.filling(
                            DebtInputShapes.REVISE,
                            Debt.KIND,
                            DebtAction.REVISE,
                            body -> body.terms(),
                            DebtDecider::revise),
                    CommandType.changing(DebtInputShapes.ACCRUE, Debt.KIND, DebtAction.ACCRUE, DebtDecider::accrue),
                    CommandType.filling(
                            DebtInputShapes.LEND,
                            OnLending.KIND,
                            OnLending.Action.LEND,
                            body -> body.terms(),
                            DebtDecider::lend)),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(DebtInputShapes.PROCEEDS, DebtReceipts::proceeds),
                    new NoticeType<>(DebtInputShapes.ON_LENT, DebtReceipts::onLent),
                    new NoticeType<>(DebtInputShapes.ARRIVED, DebtReceipts::arrived),
                    new NoticeType<>(DebtInputShapes.INTEREST_PAID, DebtMatcher::interest),
                    new NoticeType<>(DebtInputShapes.PRINCIPAL_REPAID, DebtMatcher::principal),
                    new NoticeType<>(DebtInputShapes.ON_LENT_RETURNED, DebtReceipts::returned)),
            ImmutableList.of(
                    new EventType<>(DebtInputShapes.LIMIT_SET, DebtDecider::evolve),
                    new EventType<>(DebtInputShapes.CHANGED, DebtDecider::evolve),
                    new EventType<>(DebtInputShapes.LENT_ON, DebtDecider::evolve),
                    new EventType<>(DebtInputShapes.RETURNED_ON_LENT, DebtDecider::evolve)),
            DebtPostings.ALL,
            ImmutableList.copyOf(DebtMeasure.values()),
            Reasons.merge(ImmutableList.of(DebtControls.REASONS, DebtReasons.ALL)));

    private DebtFlow() {}

    private static ImmutableList<Flow.ActType> acts() {
        ImmutableList.Builder<Flow.ActType> acts = ImmutableList.builder();
        acts.add(
                new Flow.ActType(Debt.KIND, DebtAction.SUBMIT, DebtDecider::submit),
                new Flow.ActType(Debt.KIND, DebtAction.APPROVE, DebtDecider::approve),
                new Flow.ActType(Debt.KIND, DebtAction.VOID, DebtDecider::giveUp),
                new Flow.ActType(OnLending.KIND, OnLending.Action.RESEND, DebtDecider::resend));
        Debt.LIFECYCLE
                .told()
                .forEach(action -> acts.add(Flow.ActType.alongside(Debt.KIND, action, DebtReasons.NOT_BY_ITSELF)));
        OnLending.LIFECYCLE
                .told()
                .forEach(action -> acts.add(Flow.ActType.alongside(OnLending.KIND, action, DebtReasons.NOT_BY_ITSELF)));
        return acts.build();
    }
}
