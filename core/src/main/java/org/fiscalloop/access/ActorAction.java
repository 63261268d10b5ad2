package org.fiscalloop.access;

/** What is done with an appointment. */
public enum ActorAction {
    /** 授权: appoint somebody. */
    APPOINT,
    /** 变更授权: change the grants. */
    CHANGE,
    /** 停用: suspend. */
    SUSPEND,
    /** 启用: reinstate. */
    REINSTATE
}
