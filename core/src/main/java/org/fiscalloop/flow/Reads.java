package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
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

    /**
     * All that stands in a ledger under some codes: the one read that is not of one key, for closing a year and for
     * statements. A host answers it by an index over ledger, division and agency.
     *
     * @param at the codes that a coding block must have, at least the division
     * @return every balance of an account by its full coding block that is not zero, by account and then by key
     */
    ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at);

    /**
     * The first fiscal year that all books which concern an agency still take entries of: its own and those of the finance
     * department of its division.
     *
     * @param from the year itself, which is the answer where nobody keeps the months of the books
     */
    default int openYear(String division, String agency, int from) {
        return from;
    }

    /**
     * Something else that a host has to say on a decision, by the type that a flow package gave it; a pure function like all
     * reads. Absent where the host offers none.
     */
    default <P> Optional<P> port(Class<P> type) {
        return Optional.empty();
    }
}
