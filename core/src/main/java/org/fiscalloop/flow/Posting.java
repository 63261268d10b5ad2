package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import org.fiscalloop.ledger.Segments;

/**
 * The facts of one posting: the values its {@link PostingKey} promises, from which the posting rules make entries in
 * every ledger concerned.
 *
 * @param key the kind of posting
 * @param facets one constant for each facet of the key, in its order
 * @param amounts one amount in fen for each name of the key, in its order
 * @param blocks one coding block for each role of the key, in its order
 */
public record Posting(
        PostingKey key, ImmutableList<Enum<?>> facets, ImmutableLongArray amounts, ImmutableList<Segments> blocks) {
    public Posting {
        if (facets.size() != key.facets().size()
                || amounts.length() != key.amounts().size()
                || blocks.size() != key.roles().size()) {
            throw new IllegalArgumentException("posting does not answer to " + key);
        }
    }

    /** A posting of one amount. */
    public static Posting of(PostingKey key, ImmutableList<Enum<?>> facets, long fen, Segments... blocks) {
        return new Posting(key, facets, ImmutableLongArray.of(fen), ImmutableList.copyOf(blocks));
    }

    /** A posting of one amount of a key without facets. */
    public static Posting of(PostingKey key, long fen, Segments... blocks) {
        return of(key, ImmutableList.of(), fen, blocks);
    }
}
