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

    /** Revenue and wages. */
    public static final Flow FLOW = new Flow(
            "revenue",
            ImmutableList.of(INCOME, ACCRUAL),
            ImmutableList.of(CommandType.filling(
                    RevenueShapes.ACCRUE,
                    WageAccrual.KIND,
                    RevenueAction.RECORD,
                    body -> body.terms(),
                    RevenueDecider::accrue)),
            ImmutableList.of(),
            ImmutableList.of(
                    new NoticeType<>(RevenueShapes.DAY_REPORT, RevenueDecider::dayReport),
                    new NoticeType<>(RevenueShapes.OTHER_INCOME, RevenueDecider::otherIncome)),
            ImmutableList.of(
                    new EventType<>(RevenueShapes.RECEIVED, RevenueDecider::evolve),
                    new EventType<>(RevenueShapes.ACCRUED, RevenueDecider::evolve)),
            RevenuePostings.ALL,
            ImmutableList.of(),
            Reasons.merge(ImmutableList.of(RevenueControls.NATIONAL.reasons(), RevenueDecider.REASONS)));

    private RevenueFlow() {}
}
