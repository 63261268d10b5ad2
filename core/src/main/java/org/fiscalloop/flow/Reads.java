package org.fiscalloop.flow;

import java.util.Optional;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;

/**
 * What a decision may read, always by key: a host's own tables inside its own transaction, or the loop's memory.
 */
public interface Reads {
    /** The document with this id, if it exists. */
    <D extends Document> Optional<D> find(Id<D> id);

    /**
     * The value of a measure in fen.
     *
     * @param at coding block from which the measure's own dimensions are taken
     */
    long balance(Measure measure, Segments at);
}
