package org.fiscalloop.lifecycle;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One act that the table accepts, and where it leads. Nothing has moved yet.
 *
 * @param row the row that accepts it
 * @param to where the document will stand
 * @param duty what the act needs; of a withdrawal what the act needs that it undoes
 * @param post the post that acts, none outside review
 */
public record Step<S extends Enum<S>, A extends Enum<A>>(
        Row<S, A> row, Standing<S> to, Duty duty, Optional<Post> post) {

    /** The move of this document. */
    public Move move(Id<?> document) {
        return new Move(
                document, row.action().name(), row.fromName(), to.state().name(), to.post(), to.version());
    }

    /** What the act adds to the trail of the document. */
    public TrailStep recorded(String actor, LocalDate on, String note) {
        return new TrailStep(row.action().name(), row.fromName(), to.state().name(), to.post(), actor, on, note);
    }
}
