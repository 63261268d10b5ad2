package org.fiscalloop.monitoring;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;

/** The controls of an alert, and the actions they guard. */
final class MonitoringControls {
    static final Control<AlertCase> NOT_EXPLAINED = Control.statutory(
            new Reason(
                    "monitoring.not-explained",
                    "It is not said why",
                    "未说明处理理由",
                    "alert {alert} is closed only by somebody who writes why beside it",
                    "处理疑点 {alert} 须填写理由",
                    Source.own("what monitoring has found is released, sent back or confirmed for a reason")),
            c -> c.note().isBlank()
                    ? violated(Facts.of("alert", text(c.alert().id().value())))
                    : holds());

    private static final Controls<AlertCase> TO_CLOSE = Controls.of(NOT_EXPLAINED);

    static final ControlTable<AlertAction, AlertCase> NATIONAL = new ControlTable<>(ImmutableMap.of(
            AlertAction.LET_PASS, TO_CLOSE, AlertAction.SEND_BACK, TO_CLOSE, AlertAction.FIND_VIOLATION, TO_CLOSE));

    private MonitoringControls() {}
}
