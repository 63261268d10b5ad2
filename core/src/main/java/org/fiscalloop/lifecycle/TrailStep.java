package org.fiscalloop.lifecycle;

import java.time.LocalDate;

/**
 * One act in the life of a document, and who did it.
 *
 * @param action the name of the action
 * @param from the name of the state it left, "" at creation
 * @param to the name of the state it came to
 * @param post the index of the post it came to in the review chain of {@code to}, 0 outside review
 * @param actor who did it; not blank
 * @param on the day on which it was done, or took effect where it was told
 * @param note what the actor wrote (审核意见), "" where nothing
 */
public record TrailStep(String action, String from, String to, int post, String actor, LocalDate on, String note) {

    public TrailStep {
        Code.present("action", action);
        Code.present("to", to);
        Code.present("actor", actor);
        if (post < 0) {
            throw new IllegalArgumentException("post must not be negative: " + post);
        }
    }
}
