package org.fiscalloop.decision;

/** What a violated control does (控制强度). */
public enum Severity {
    /** Nothing: the control is not asked. */
    OFF,
    /** 预警: the decision stands and carries a warning. */
    WARN,
    /** 刚性控制: the decision is a refusal. */
    HARD
}
