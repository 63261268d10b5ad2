package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/**
 * A document of the flow: an id, what people filled in, where it stands and how it came there. It has no verbs; only
 * events that the engine has checked move it, each into a new value.
 *
 * <p>Amounts that change by use are not kept here: they are balances of the books.
 */
public abstract class FlowDocument<T extends Terms, S extends Enum<S>> implements Document {
    private final Id<?> id;
    private final T terms;
    private final Standing<S> standing;
    private final Trail trail;

    /** For the document types of flow packages, whose constructors are not public. */
    protected FlowDocument(Id<?> id, T terms, Standing<S> standing, Trail trail) {
        this.id = requireNonNull(id, "id");
        this.terms = requireNonNull(terms, "terms");
        this.standing = requireNonNull(standing, "standing");
        this.trail = requireNonNull(trail, "trail");
    }

    @Override
    public final Id<?> id() {
        return id;
    }

    /** What people filled in. */
    public final T terms() {
        return terms;
    }

    @Override
    public final Standing<S> standing() {
        return standing;
    }

    /** The state it is in. */
    public final S state() {
        return standing.state();
    }

    @Override
    public final Trail trail() {
        return trail;
    }

    @Override
    public final String division() {
        return terms.division();
    }

    @Override
    public final String agency() {
        return terms.agency();
    }

    @Override
    public final int fiscalYear() {
        return terms.fiscalYear();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof FlowDocument<?, ?> that
                && id.equals(that.id)
                && terms.equals(that.terms)
                && standing.equals(that.standing)
                && trail.equals(that.trail);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(id, standing);
    }

    @Override
    public final String toString() {
        return id + " " + standing.state();
    }
}
