package org.fiscalloop.lifecycle;

import java.time.LocalDate;

/**
 * The move of a document, as an event carries it and as the journal keeps it.
 *
 * @param action the name of the action
 * @param from the name of the state it left, "" at creation
 * @param to the name of the state it came to
 * @param post the index of the post it came to in the review chain of {@code to}, 0 outside review
 * @param version the version of the document after the move
 */
public record Move(Id<?> document, String action, String from, String to, int post, int version) {

    /** Cheap: a document comes to a version once. */
    @Override
    public int hashCode() {
        return 31 * document.hashCode() + version;
    }

    /** Where the document stands after the move; its states are those of this enum. */
    public <S extends Enum<S>> Standing<S> standing(Class<S> states) {
        return new Standing<>(Enum.valueOf(states, to), post, version);
    }

    /** What the move adds to the trail of the document. */
    public TrailStep recorded(String actor, LocalDate on, String note) {
        return new TrailStep(action, from, to, post, actor, on, note);
    }
}
