package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers revenue and wages with the engine. */
public final class RevenueFlow {
    /** Where the rules of revenue and wages stand in a rulebook. */
    public static final RuleSet.Key<RevenueRules> RULES = new RuleSet.Key<>("revenue", RevenueRules.class);

    /** Receipts of income as documents. */
    public static final DocumentType<IncomeReceipt, IncomeTerms, RevenueState> INCOME = new DocumentType<>(
            IncomeReceipt.KIND,
            RevenueState.class,
            RevenueShapes.INCOME_TERMS,
            rules -> rules.of(RULES).incomeLifecycle(),
            rules -> rules.of(RULES).reviews(),
            IncomeReceipt::new);

    /** Wages that are owed as documents. */
    public static final DocumentType<WageAccrual, AccrualTerms, RevenueState> ACCRUAL = new DocumentType<>(
            WageAccrual.KIND,
            RevenueState.class,
            RevenueShapes.ACCRUAL_TERMS,
            rules -> rules.of(RULES).accrualLifecycle(),
            rules -> rules.of(RULES).reviews(),
            WageAccrual::new);

    /** Placements of the treasury's money as documents. */
    public static final DocumentType<CashPlacement, PlacementTerms, CashPlacement.State> PLACEMENT = new DocumentType<>(
            CashPlacement.KIND,
            CashPlacement.State.class,
            RevenueShapes.PLACEMENT_TERMS,
            rules -> rules.of(RULES).placementLifecycle(),
            rules -> rules.of(RULES).reviews(),
            CashPlacement::new);

    /** Revenue and wages. */
    public static final Flow FLOW = new Flow(
            "revenue",
            ImmutableList.of(INCOME, ACCRUAL, PLACEMENT),
            ImmutableList.of(CommandType.filling(
                    RevenueShapes.ACCRUE,
                    WageAccrual.KIND,
                    RevenueAction.RECORD,
                    body -> body.terms(),
                    RevenueDecider::accrue)),
            ImmutableList.of(
                    Flow.ActType.alongside(IncomeReceipt.KIND, RevenueAction.CORRECT, RevenueReasons.NOT_BY_ITSELF),
                    Flow.ActType.alongside(
                            CashPlacement.KIND, CashPlacement.Action.TAKE_BACK, RevenueReasons.NOT_BY_ITSELF)),
            ImmutableList.of(
                    new NoticeType<>(RevenueShapes.DAY_REPORT, DayReports::match),
                    new NoticeType<>(RevenueShapes.OTHER_INCOME, RevenueDecider::otherIncome),
                    new NoticeType<>(RevenueShapes.CASH_PLACED, Placements::placed),
                    new NoticeType<>(RevenueShapes.CASH_RETURNED, Placements::returned)),
            ImmutableList.of(
                    new EventType<>(RevenueShapes.RECEIVED, RevenueDecider::evolve),
                    new EventType<>(RevenueShapes.ACCRUED, RevenueDecider::evolve),
                    new EventType<>(RevenueShapes.CASH_MOVED, Placements::evolve)),
            RevenuePostings.ALL,
            ImmutableList.of(),
            Reasons.merge(ImmutableList.of(RevenueControls.NATIONAL.reasons(), RevenueReasons.REASONS)));

    private RevenueFlow() {}
}
