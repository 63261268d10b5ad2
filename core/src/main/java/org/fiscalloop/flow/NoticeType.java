package org.fiscalloop.flow;

import org.fiscalloop.journal.Shape;

/**
 * The row that registers a notice.
 *
 * @param shape its form
 * @param match where it is booked, what it waits for, or why it is an exception
 */
public record NoticeType<B extends Body>(Shape<B> shape, Match<B> match) {

    /** A pure matching of a notice with the documents it tells about. */
    @FunctionalInterface
    public interface Match<B> {
        /** Books, parks or lists the notice, or parts of it. */
        Matching match(B body, Case facts);
    }
}
