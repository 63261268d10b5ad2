package org.fiscalloop.access;

import com.google.common.collect.ImmutableSet;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of access in force. */
@Value.Immutable
public interface AccessRules {
    /** The table of an appointment's life. */
    @Value.Default
    default Lifecycle<ActorState, ActorAction> lifecycle() {
        return ActorLifecycle.NATIONAL;
    }

    /** The posts of its review phases; nationally there are none. */
    ReviewChains reviews();

    /** Ids of those who may appoint people without having been appointed themselves. */
    ImmutableSet<String> administrators();

    /** Codes of agencies too small for four eyes, where the second pair warns instead of refusing. */
    ImmutableSet<String> smallAgencies();
}
