package org.fiscalloop.lifecycle;

import java.time.LocalDate;

/**
 * One approval that took place elsewhere.
 *
 * @param post the code of the post (岗)
 * @param actor id of the person who approved there; not blank
 * @param on the day on which it was approved
 */
public record EvidenceStep(String post, String actor, LocalDate on) {

    public EvidenceStep {
        Code.present("post", post);
        Code.present("actor", actor);
    }
}
