package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A command: somebody asks for something to be done, and may be refused.
 *
 * @param id unique per sender
 * @param actor the id of the person who asks, as appointed
 * @param division fiscal division (财政区划), 9 digits
 * @param fiscalYear the fiscal year the command belongs to
 * @param on the business date given by the host; the library has no clock
 * @param body what is asked
 */
public record Command(InputId id, String actor, String division, int fiscalYear, LocalDate on, Body body)
        implements Input {
    public Command {
        requireNonNull(id, "id");
        if (actor.isBlank()) {
            throw new IllegalArgumentException("actor must not be blank");
        }
        requireNonNull(on, "on");
        requireNonNull(body, "body");
    }
}
