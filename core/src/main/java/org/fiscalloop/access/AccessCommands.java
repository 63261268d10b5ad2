package org.fiscalloop.access;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of appointments beside acts without content. */
public final class AccessCommands {
    /**
     * 用户授权: somebody is appointed.
     *
     * @param terms who it is and what he or she may do
     */
    public record AppointActor(ActorTerms terms) implements Body {
        @Override
        public Id<Actor> document() {
            return Actor.id(terms.actor());
        }
    }

    /**
     * 变更授权: an appointment gets other grants.
     *
     * @param terms the appointment as it is now, with all its grants; {@code actor} says whose it is
     */
    public record ChangeGrants(ActorTerms terms) implements Body {
        @Override
        public Id<Actor> document() {
            return Actor.id(terms.actor());
        }
    }

    private AccessCommands() {}
}
