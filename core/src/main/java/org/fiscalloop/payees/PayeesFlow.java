package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.payees.PayeesCommands.Filling;

/** The row that registers payee lists with the engine. */
public final class PayeesFlow {
    /** Where the rules of payee lists stand in a rulebook. */
    public static final RuleSet.Key<PayeesRules> RULES = new RuleSet.Key<>("payees", PayeesRules.class);

    /** Payee lists as documents. */
    public static final DocumentType<PayeeList, PayeeListTerms, PayeeListState> PAYEE_LIST = new DocumentType<>(
            PayeeList.KIND,
            PayeeListState.class,
            PayeesShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            PayeeList::new);

    /** Payee lists. */
    public static final Flow FLOW = new Flow(
            "payees",
            ImmutableList.of(PAYEE_LIST),
            ImmutableList.of(
                    CommandType.filling(
                            PayeesShapes.CREATE,
                            PayeeList.KIND,
                            PayeeListAction.CREATE,
                            body -> body.terms(),
                            PayeesDecider::create),
                    CommandType.filling(
                            PayeesShapes.REVISE,
                            PayeeList.KIND,
                            PayeeListAction.REVISE,
                            body -> body.terms(),
                            PayeesDecider::revise)),
            ImmutableList.of(
                    new Flow.ActType(PayeeList.KIND, PayeeListAction.SUBMIT, PayeesDecider::submit),
                    new Flow.ActType(PayeeList.KIND, PayeeListAction.APPROVE, PayeesDecider::approve),
                    new Flow.ActType(PayeeList.KIND, PayeeListAction.VOID, PayeesDecider::giveUp),
                    Flow.ActType.alongside(PayeeList.KIND, PayeeListAction.PAY, PayeesDecider.NOT_BY_ITSELF)),
            ImmutableList.of(),
            ImmutableList.of(EventType.asked(PayeesShapes.FILLED_IN, Filling.class, PayeesDecider::filledIn)),
            PayeesPostings.ALL,
            ImmutableList.copyOf(PayeesMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    PayeesControls.NATIONAL.reasons(),
                    PayeesLimits.REASONS,
                    BatchPayments.NOTICES,
                    Reasons.of(PayeesDecider.NOT_BY_ITSELF))));

    private PayeesFlow() {}
}
