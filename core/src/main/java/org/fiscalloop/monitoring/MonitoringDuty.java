package org.fiscalloop.monitoring;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that monitoring asks for. */
public final class MonitoringDuty {
    /** 疑点处理: releases what is held, sends it back, and says of what is paid whether it is in order. */
    public static final Duty SUPERVISION = new Duty("monitoring.supervision");

    /** 监控规则: what is only found by rules, and no person is appointed to. */
    public static final Duty MONITOR = new Duty("monitoring.rule");

    private MonitoringDuty() {}
}
