package org.fiscalloop.flow;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.lifecycle.Id;

/**
 * What a command asks or a notice tells: a small record of a flow package about one document.
 *
 * <p>The document need not exist yet: a body that creates a document names the id it shall have.
 */
public interface Body {
    /** The document that is created, moved or told about. */
    Id<?> document();

    /** The day on which what is told took effect, where the content names it; else it is that of the notice. */
    default Optional<LocalDate> effectiveOn() {
        return Optional.empty();
    }
}
