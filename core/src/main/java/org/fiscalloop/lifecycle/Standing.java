package org.fiscalloop.lifecycle;

/**
 * Where a document is (单据状态).
 *
 * @param post the index of the post in the review chain of the state, 0 outside review
 * @param version the number of steps it has taken, 1 when it has been created
 */
public record Standing<S extends Enum<S>>(S state, int post, int version) {

    public Standing {
        if (post < 0) {
            throw new IllegalArgumentException("post must not be negative: " + post);
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1: " + version);
        }
    }
}
