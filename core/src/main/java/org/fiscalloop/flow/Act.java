package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.Id;

/**
 * An act on a document that has no content of its own: submit (送审), approve (审核), return (退回), sign, send, void, …
 *
 * @param document the document acted on
 * @param action the name of one of the actions of its lifecycle
 * @param note what the actor wrote beside it, possibly empty
 * @param evidence the review a vendor's own workflow engine ran, when one approval stands for the whole chain of posts;
 *     its steps in order
 */
public record Act(Id<?> document, String action, String note, Optional<Evidence> evidence) implements Body {
    /** What this command is called where commands are named. */
    public static final String NAME = "act";

    public Act {
        requireNonNull(document, "document");
        requireNonNull(evidence, "evidence");
        if (requireNonNull(action, "action").isBlank()) {
            throw new IllegalArgumentException("action must not be blank");
        }
        requireNonNull(note, "note");
    }

    /** An act without note and without evidence. */
    public static Act of(Id<?> document, Enum<?> action) {
        return new Act(document, action.name(), "", Optional.empty());
    }
}
