package org.fiscalloop.access;

/** Whether somebody may act. */
public enum ActorState {
    /** 启用: may act. */
    ACTIVE,
    /** 停用: may not act. */
    SUSPENDED
}
