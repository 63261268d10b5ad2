package org.fiscalloop.access;

import static org.fiscalloop.access.ActorAction.*;
import static org.fiscalloop.access.ActorState.*;

import org.fiscalloop.lifecycle.Lifecycle;

/** The table of the life of an appointment. */
final class ActorLifecycle {
    static final Lifecycle<ActorState, ActorAction> NATIONAL = Lifecycle.of(
                    "actor", ActorState.class, ActorAction.class)
            .create(APPOINT, ACTIVE, AccessDuty.ADMINISTRATION, "by an administrator")
            .move(ACTIVE, CHANGE, ACTIVE, AccessDuty.ADMINISTRATION, "grants change from now on")
            .move(ACTIVE, SUSPEND, SUSPENDED, AccessDuty.ADMINISTRATION, "may not act any more")
            .move(SUSPENDED, REINSTATE, ACTIVE, AccessDuty.ADMINISTRATION, "may act again")
            .build();

    private ActorLifecycle() {}
}
