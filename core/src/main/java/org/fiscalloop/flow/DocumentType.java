package org.fiscalloop.flow;

import com.google.common.base.Preconditions;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;

/**
 * The row that registers a kind of document: how its terms are written, which lifecycle moves it, how it is made.
 *
 * @param kind its kind, which its ids carry
 * @param states the closed enum of its states
 * @param terms the form of what people fill in
 * @param lifecycle where its table stands in the rules in force
 * @param reviews where the posts of its review phases stand in the rules in force
 * @param maker its constructor, which no other code calls
 */
public record DocumentType<D extends FlowDocument<T, S>, T extends Terms, S extends Enum<S>>(
        DocumentKind<D> kind,
        Class<S> states,
        Shape<T> terms,
        Function<RuleSet, Lifecycle<S, ?>> lifecycle,
        Function<RuleSet, ReviewChains> reviews,
        Maker<D, T, S> maker) {

    /** The constructor of a document. */
    @FunctionalInterface
    public interface Maker<D extends Document, T, S extends Enum<S>> {
        /** Makes the document from its four parts. */
        D make(Id<D> id, T terms, Standing<S> standing, Trail trail);
    }

    /** An id of this kind. */
    public Id<D> id(String value) {
        return new Id<>(kind, value);
    }

    /**
     * A document brought back from a host's own tables: the only way in beside the events of the loop.
     *
     * @throws IllegalArgumentException if the trail does not lead to the standing by the table in force
     */
    public D restore(Id<D> id, T terms, History<S> history, RuleSet rules) {
        lifecycle.apply(rules).verify(history.standing(), history.trail());
        return maker.make(id, terms, history.standing(), history.trail());
    }

    /** The document after a move, with the terms it has then; before its creation it has no trail. */
    public D moved(Move move, Terms after, Optional<Trail> before, TrailStep step) {
        Preconditions.checkArgument(move.document().kind().equals(kind), "move of another kind: %s", move);
        Trail trail = before.map(earlier -> earlier.then(step)).orElseGet(() -> Trail.begin(step));
        return maker.make(id(move.document().value()), cast(after), move.standing(states), trail);
    }

    /** A document that an event brings in whole; whoever asked for it has checked it. */
    public D restored(EventType.Restored whole) {
        return maker.make(
                id(whole.id().value()), cast(whole.terms()), whole.move().standing(states), whole.trail());
    }

    /**
     * Checks that a document brought in whole came where it is by the table in force, with the terms that it has there.
     *
     * @throws IllegalArgumentException if its trail does not lead there, or its terms are not those of its state
     */
    public void verify(EventType.Restored whole, RuleSet rules) {
        lifecycle.apply(rules).verify(whole.move().standing(states), whole.trail());
        restored(whole);
    }

    /** The form of what people filled in, as part of a value that may hold that of any kind of document. */
    public <F> Type<F> filledIn(Function<Terms, F> to, Function<F, Terms> from) {
        return Type.mapped(Type.nested(terms), to::apply, filled -> cast(from.apply(filled)));
    }

    @SuppressWarnings("unchecked") // the event row of this kind's package made the terms
    private T cast(Terms value) {
        return (T) value;
    }

    /**
     * Where a document stands and how it came there, as a host's own tables keep it.
     *
     * @param standing state, post and version
     * @param trail every step since creation
     */
    public record History<S extends Enum<S>>(Standing<S> standing, Trail trail) {}
}
