package org.fiscalloop.loop;

import org.fiscalloop.access.AccessDuty;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A rulebook adopted by a division for a fiscal year (规则启用): nothing is decided there before. */
public final class Adoption extends FlowDocument<AdoptionTerms, Adoption.State> {
    /** Where an adoption stands. */
    public enum State {
        /** 已启用: in force from its first day on. */
        ADOPTED
    }

    /** What is done with a rulebook. */
    public enum Action {
        /** 启用: adopt it. */
        ADOPT
    }

    /** The kind of document; the value of an id is division, fiscal year and fingerprint, with slashes between. */
    public static final DocumentKind<Adoption> KIND = new DocumentKind<>("rulebook-adoption", Adoption.class);

    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.ADOPT, State.ADOPTED, AccessDuty.ADMINISTRATION, "by an administrator")
            .end(State.ADOPTED)
            .build();

    Adoption(Id<Adoption> id, AdoptionTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the adoption of a rulebook by a division. */
    public static Id<Adoption> id(String division, int fiscalYear, String fingerprint) {
        return new Id<>(KIND, division + "/" + fiscalYear + "/" + fingerprint);
    }
}
