package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers an agency's own income with the engine. */
public final class AgencyIncomeFlow {
    /** Where the rules of an agency's own income stand in a rulebook. */
    public static final RuleSet.Key<AgencyIncomeRules> RULES =
            new RuleSet.Key<>("agencyincome", AgencyIncomeRules.class);

    /** Arrivals as documents. */
    public static final DocumentType<AgencyIncome, AgencyIncomeTerms, AgencyIncomeState> INCOME = new DocumentType<>(
            AgencyIncome.KIND,
            AgencyIncomeState.class,
            AgencyIncomeShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            AgencyIncome::new);

    /** An agency's own income. */
    public static final Flow FLOW = new Flow(
            "agencyincome",
            ImmutableList.of(INCOME),
            ImmutableList.of(
                    CommandType.changing(
                            AgencyIncomeShapes.CLAIM,
                            AgencyIncome.KIND,
                            AgencyIncomeAction.CLAIM,
                            AgencyIncomeDecider::claim),
                    CommandType.changing(
                            AgencyIncomeShapes.SETTLE,
                            AgencyIncome.KIND,
                            AgencyIncomeAction.SETTLE,
                            AgencyIncomeDecider::settle)),
            ImmutableList.of(),
            ImmutableList.of(new NoticeType<>(AgencyIncomeShapes.ARRIVED, AgencyIncomeDecider::arrived)),
            ImmutableList.of(new EventType<>(AgencyIncomeShapes.CHANGED, AgencyIncomeDecider::evolve)),
            AgencyIncomePostings.ALL,
            ImmutableList.copyOf(AgencyIncomeMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    AgencyIncomeControls.CLAIMS.reasons(),
                    AgencyIncomeControls.SETTLEMENTS.reasons(),
                    Reasons.of(AgencyIncomeControls.OVER_CLAIM.reason()),
                    AgencyIncomeReasons.ALL)));

    private AgencyIncomeFlow() {}
}
