package org.fiscalloop.lifecycle;

import java.time.LocalDate;

/**
 * One approval that took place elsewhere.
 *
 * @param post the code of the post
 * @param actor who approved there; not blank
 */
public record EvidenceStep(String post, String actor, LocalDate on) {

    public EvidenceStep {
        Code.present("post", post);
        Code.present("actor", actor);
    }
}
