package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.lifecycle.ReviewChains;

/** The row that registers monitoring with the engine; what closes an alert moves a payment too, and stands with payments. */
public final class MonitoringFlow {
    /** Where the rules of monitoring stand in a rulebook. */
    public static final RuleSet.Key<MonitoringRules> RULES = new RuleSet.Key<>("monitoring", MonitoringRules.class);

    /** Alerts as documents. */
    public static final DocumentType<Alert, AlertTerms, AlertState> ALERT = new DocumentType<>(
            Alert.KIND,
            AlertState.class,
            MonitoringShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> ReviewChains.ONE_POST_EACH,
            Alert::new);

    /** Monitoring. */
    public static final Flow FLOW = new Flow(
            "monitoring",
            ImmutableList.of(ALERT),
            ImmutableList.of(),
            ImmutableList.of(
                    Flow.ActType.alongside(Alert.KIND, AlertAction.HOLD, MonitoringDecider.NOT_BY_ITSELF),
                    Flow.ActType.alongside(Alert.KIND, AlertAction.QUESTION, MonitoringDecider.NOT_BY_ITSELF),
                    Flow.ActType.alongside(Alert.KIND, AlertAction.HOLD_AGAIN, MonitoringDecider.NOT_BY_ITSELF)),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(MonitoringShapes.RAISED, MonitoringDecider::evolve),
                    new EventType<>(MonitoringShapes.CLOSED, MonitoringDecider::evolve)),
            ImmutableList.of(),
            ImmutableList.of(),
            Reasons.merge(ImmutableList.of(
                    BuiltInRules.REASONS,
                    MonitoringControls.NATIONAL.reasons(),
                    Reasons.of(MonitoringDecider.NOT_BY_ITSELF))));

    private MonitoringFlow() {}
}
