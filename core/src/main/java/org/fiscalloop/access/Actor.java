package org.fiscalloop.access;

import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A person who has been appointed (用户). */
public final class Actor extends FlowDocument<ActorTerms, ActorState> {
    /** The kind of document; the value of an id is the actor's id. */
    public static final DocumentKind<Actor> KIND = new DocumentKind<>("actor", Actor.class);

    Actor(Id<Actor> id, ActorTerms terms, Standing<ActorState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of an appointed person. */
    public static Id<Actor> id(String actor) {
        return new Id<>(KIND, actor);
    }

    /** Who acts under this id, if anybody does. */
    static Optional<Actor> find(String actor, Reads reads) {
        return Id.of(KIND, actor).flatMap(reads::find);
    }
}
