package org.fiscalloop.monitoring;

import static org.fiscalloop.monitoring.AlertAction.FIND_VIOLATION;
import static org.fiscalloop.monitoring.AlertAction.HOLD;
import static org.fiscalloop.monitoring.AlertAction.HOLD_AGAIN;
import static org.fiscalloop.monitoring.AlertAction.LET_PASS;
import static org.fiscalloop.monitoring.AlertAction.QUESTION;
import static org.fiscalloop.monitoring.AlertAction.SEND_BACK;
import static org.fiscalloop.monitoring.AlertState.HOLDING;
import static org.fiscalloop.monitoring.AlertState.QUESTIONED;
import static org.fiscalloop.monitoring.AlertState.RELEASED;
import static org.fiscalloop.monitoring.AlertState.SENT_BACK;
import static org.fiscalloop.monitoring.AlertState.VIOLATION;

import org.fiscalloop.lifecycle.Lifecycle;

/**
 * The nation's table of the life of an alert.
 *
 * <p>Source: 动态监控 of a provincial system of 2024: 放行, 改正, 禁止; 未认定, 正常, 违规.
 */
final class AlertLifecycle {
    static final Lifecycle<AlertState, AlertAction> NATIONAL = Lifecycle.of(
                    Alert.KIND.code(), AlertState.class, AlertAction.class)
            .create(HOLD, HOLDING, MonitoringDuty.MONITOR, "a request is handed in, and a rule holds it")
            .create(QUESTION, QUESTIONED, MonitoringDuty.MONITOR, "the bank has paid, and a rule finds something")
            .move(HOLDING, LET_PASS, RELEASED, MonitoringDuty.SUPERVISION, "explained; its request goes on")
            .move(HOLDING, SEND_BACK, SENT_BACK, MonitoringDuty.SUPERVISION, "its request goes back to be corrected")
            .move(QUESTIONED, LET_PASS, RELEASED, MonitoringDuty.SUPERVISION, "explained")
            .move(
                    QUESTIONED,
                    FIND_VIOLATION,
                    VIOLATION,
                    MonitoringDuty.SUPERVISION,
                    "against the rules: money is taken back")
            .afterEnd(RELEASED, HOLD_AGAIN, HOLDING, MonitoringDuty.SUPERVISION, "with the release of its request")
            .told(HOLD, QUESTION)
            .end(RELEASED, SENT_BACK, VIOLATION)
            .build();

    private AlertLifecycle() {}
}
