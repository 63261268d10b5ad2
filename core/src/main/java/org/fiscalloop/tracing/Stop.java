package org.fiscalloop.tracing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;

/**
 * A document on the way of the money, and how it came to stand as it does.
 *
 * @param document as it is now
 * @param passages every step since its creation, in the order of the journal; never empty
 */
public record Stop<D extends Document>(D document, ImmutableList<Passage> passages) {
    /** The stop at a document, if it exists. */
    static <D extends Document> Optional<Stop<D>> at(FiscalLoop loop, Id<D> id) {
        return loop.find(id).map(found -> new Stop<>(found, passages(loop, id)));
    }

    /** The stop at a document that another one names. */
    static <D extends Document> Stop<D> named(FiscalLoop loop, Id<D> id) {
        return at(loop, id).orElseThrow(() -> new IllegalStateException("a document names what does not exist: " + id));
    }

    /** A document that another one names. */
    static <D extends Document> D found(FiscalLoop loop, Id<D> id) {
        return loop.find(id)
                .orElseThrow(() -> new IllegalStateException("a document names what does not exist: " + id));
    }

    private static ImmutableList<Passage> passages(FiscalLoop loop, Id<?> id) {
        return loop.trace(id).stream()
                .flatMap(traced -> traced.movesOf(id).stream().map(move -> Passage.of(traced, move)))
                .collect(toImmutableList());
    }

    /** The step that brought it where it is. */
    public Passage last() {
        return passages.get(passages.size() - 1);
    }
}
