package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;

/**
 * The row that registers an event: its stored form, what it says about the terms of the documents it moves, and the
 * documents it brings in whole.
 *
 * @param shape its form
 * @param telling the terms of a document after it
 * @param restore the documents it brings in whole
 */
public record EventType<E extends Event>(Shape<E> shape, Telling<E> telling, Restore<E> restore) {

    /** What an event says about the terms of a document; it consults no table and no rule. */
    @FunctionalInterface
    public interface Evolve<E> {
        /** The terms after the move, given those before it; absent when the move creates the document. */
        Terms after(E event, Move move, Optional<Terms> before);
    }

    /** The same, where what was asked says it: a record holds once what is large. */
    @FunctionalInterface
    public interface Telling<E> {
        /**
         * The terms after the move, given those before it; absent when the move creates the document.
         *
         * @param content what was asked
         */
        Terms after(E event, Move move, Optional<Terms> before, Object content);
    }

    /** The documents that an event brings in whole, with lives they had elsewhere. */
    @FunctionalInterface
    public interface Restore<E> {
        /**
         * The documents, none of which exists yet.
         *
         * @param content what was asked, from which they are taken: a record holds them once
         */
        ImmutableList<Restored> of(E event, Object content);
    }

    /**
     * A document that is brought in whole: it stands where its trail ends.
     *
     * @param id what it is called, with its kind
     * @param terms what people filled in
     * @param trail every step since its creation
     */
    public record Restored(Id<?> id, Terms terms, Trail trail) {
        /** Its last step as a move: the one by which the journal knows the document. */
        public Move move() {
            TrailStep last = trail.last();
            return new Move(
                    id,
                    last.action(),
                    last.from(),
                    last.to(),
                    last.post(),
                    trail.steps().size());
        }
    }

    /** An event that says what it does to terms, and brings in some documents whole. */
    public EventType(Shape<E> shape, Evolve<E> evolve, Restore<E> restore) {
        this(shape, (event, move, before, content) -> evolve.after(event, move, before), restore);
    }

    /** An event that brings no document in whole. */
    public EventType(Shape<E> shape, Evolve<E> evolve) {
        this(shape, evolve, (event, content) -> ImmutableList.of());
    }

    /**
     * An event of one document that is filled in as the command asks, which alone carries the terms.
     *
     * @param asked the class of the commands that set it off
     */
    public static <E extends Event, B extends Body> EventType<E> asked(
            Shape<E> shape, Class<B> asked, Function<B, Terms> terms) {
        return new EventType<>(
                shape,
                (Telling<E>) (event, move, before, content) -> terms.apply(asked.cast(content)),
                (event, content) -> ImmutableList.of());
    }

    /** An event that moves documents and leaves what people filled in as it was. */
    public static <E extends Event> EventType<E> moving(Shape<E> shape) {
        return new EventType<>(
                shape,
                (event, move, before) -> before.orElseThrow(
                        () -> new IllegalStateException("event moves a document that does not exist: " + move)));
    }
}
