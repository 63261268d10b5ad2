package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.monitoring.MonitoringEvents.AlertRaised;

/** How payments ask monitoring, and what comes of it beside their own moves. */
public final class Monitoring {
    private Monitoring() {}

    /** All that monitoring says of a payment; nothing where nobody monitors at that moment: no rule is on, and there is no port. */
    public static Optional<Examined> examine(MonitoredPayment payment, Case c) {
        Optional<MonitoringPort> port = c.reads().port(MonitoringPort.class);
        if (port.isEmpty() && !c.rules(MonitoringFlow.RULES).isAsked(payment.moment())) {
            return Optional.empty();
        }
        return Optional.of(new Examined(ImmutableList.<Verdict>builder()
                .addAll(BuiltInRules.examine(payment, c))
                .addAll(port.map(monitor -> ask(monitor, payment, c.reads())).orElse(ImmutableList.of()))
                .build()));
    }

    private static ImmutableList<Verdict> ask(MonitoringPort monitor, MonitoredPayment payment, Reads reads) {
        ImmutableList<Verdict> verdicts;
        try {
            verdicts = monitor.examine(payment, reads);
        } catch (RuntimeException failure) {
            throw new IllegalStateException("monitoring failed at " + payment.document(), failure);
        }
        for (Verdict verdict : verdicts) {
            if (isBuiltIn(verdict)) {
                throw new IllegalStateException("monitoring speaks for a rule of the library: " + verdict.rule());
            }
        }
        return verdicts;
    }

    /** Whether a verdict is of one of the library's own rules, which are asked again when a record is derived again. */
    public static boolean isBuiltIn(Verdict verdict) {
        return BuiltInRules.CODES.contains(verdict.rule());
    }

    /**
     * An alert is raised about a payment.
     *
     * @param move the move of its document at which monitoring was asked
     */
    public static Happening raised(MonitoredPayment payment, Examined examined, Move move, Case c) {
        AlertTerms terms = new AlertTerms(
                payment.terms().division(),
                payment.terms().agency(),
                payment.terms().fiscalYear(),
                payment.moment(),
                payment.document().value(),
                payment.on(),
                examined.suspicious(),
                Optional.empty());
        Id<Alert> id = Alert.id(payment.moment(), payment.document().value(), move.version());
        AlertAction action = payment.moment() == Moment.SUBMIT ? AlertAction.HOLD : AlertAction.QUESTION;
        return Happening.of(new AlertRaised(certain(c.create(id, action)), terms));
    }

    /** The release of a request has been taken back: the alert by which it was held holds it up again. */
    public static Happening reopened(Optional<Id<Alert>> heldBy, Case c) {
        Alert alert = heldBy.flatMap(c::find)
                .orElseThrow(() -> new IllegalStateException("a request is held by no alert: " + heldBy));
        return Happening.of(new Moved(certain(c.move(alert, AlertAction.HOLD_AGAIN))));
    }

    private static Move certain(Decision<Move> move) {
        return move.match(Decision.Accepted::value, refused -> {
            throw new IllegalStateException("a payment and its alert do not stand together: " + refused.refusals());
        });
    }
}
