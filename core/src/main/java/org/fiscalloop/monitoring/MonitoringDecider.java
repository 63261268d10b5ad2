package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.monitoring.MonitoringEvents.AlertClosed;
import org.fiscalloop.monitoring.MonitoringEvents.AlertRaised;

/** What happens to an alert when something is asked of it, or why it does not. */
public final class MonitoringDecider {
    static final Reason NOT_BY_ITSELF = new Reason(
            "monitoring.not-by-itself",
            "This does not happen to an alert by itself",
            "疑点不可单独操作",
            "{action} of {document} happens only with its payment",
            "{document} 的 {action} 只能随支付发生",
            Source.own("rules raise alerts; one is open again where its request waits again"));

    private MonitoringDecider() {}

    /** What an act on an alert makes happen to the payment that it is about. */
    @FunctionalInterface
    public interface Along {
        /** The moves of that payment, or why it does not move. */
        Decision<ImmutableList<Happening>> happens(Alert alert);
    }

    /** An alert is closed, by somebody who says why; its payment moves along. */
    public static Decision<ImmutableList<Happening>> close(Act act, Case c, Along along) {
        Alert alert = c.document(Alert.class);
        return c.rules(MonitoringFlow.RULES)
                .controls()
                .examine(AlertAction.valueOf(act.action()), new AlertCase(alert, act.note()))
                .decide(() -> alert)
                .flatMap(along::happens)
                .map(moved -> ImmutableList.<Happening>builder()
                        .add(Happening.of(new AlertClosed(c.move(), act.note())))
                        .addAll(moved)
                        .build());
    }

    static Terms evolve(AlertRaised event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(AlertClosed event, Move move, Optional<Terms> before) {
        return ((AlertTerms) before.orElseThrow()).explained(event.explanation());
    }
}
