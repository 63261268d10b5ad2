package org.fiscalloop.flow;

import java.util.Optional;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.lifecycle.Move;

/**
 * The row that registers an event: its stored form, and what it says about the terms of the documents it moves.
 *
 * @param shape its form
 * @param evolve the terms of a document after it
 */
public record EventType<E extends Event>(Shape<E> shape, Evolve<E> evolve) {

    /** What an event says about the terms of a document; it consults no table and no rule. */
    @FunctionalInterface
    public interface Evolve<E> {
        /** The terms after the move, given those before it; absent when the move creates the document. */
        Terms after(E event, Move move, Optional<Terms> before);
    }

    /** An event that moves documents and leaves what people filled in as it was. */
    public static <E extends Event> EventType<E> moving(Shape<E> shape) {
        return new EventType<>(
                shape,
                (event, move, before) -> before.orElseThrow(
                        () -> new IllegalStateException("event moves a document that does not exist: " + move)));
    }
}
